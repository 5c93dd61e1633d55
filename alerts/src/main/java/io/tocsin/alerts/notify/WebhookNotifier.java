package io.tocsin.alerts.notify;

import io.tocsin.events.Alert;
import io.tocsin.events.codec.EventCodec;
import io.tocsin.events.codec.JsonEventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts the alert as JSON, signed as Standard Webhooks 1.0 asks. Only 2xx is success: a redirect is not followed and
 * fails; 410 ends this delivery for good, as does a body that the receiver cannot take (400, 413, 415, 422); all else
 * is tried again.
 */
public final class WebhookNotifier implements Notifier {
    private static final int REDIRECT = 300;
    private static final int OK = 200;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    private final Target target;
    private final HttpClient client;
    private final InstantSource time;
    private final EventCodec<Alert> codec = new JsonEventCodec<>(Alert.class);

    /**
     * Where to, and how.
     *
     * @param allowPrivate whether hosts at private and loopback addresses may be called
     * @param timeout for the whole answer
     */
    public record Target(URI url, WebhookSignature signature, boolean allowPrivate, Duration timeout) {}

    /**
     * Posts to the target.
     *
     * @param client must not follow redirects
     */
    public WebhookNotifier(Target target, HttpClient client, InstantSource time) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client must not follow redirects");
        }
        this.target = target;
        this.client = client;
        this.time = time;
    }

    /** A channel for each target, by name; they share one client. */
    public static List<Channel> channels(Map<String, Target> targets, InstantSource time) {
        if (targets.isEmpty()) {
            return List.of();
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .build();
        List<Channel> channels = new ArrayList<>();
        targets.forEach((name, target) -> channels.add(new Channel(name, new WebhookNotifier(target, client, time))));
        return channels;
    }

    /** What is wrong with the form of a target's address; empty when nothing is. */
    public static Optional<String> problem(URI url) {
        return WebhookTarget.malformed(url);
    }

    @Override
    public DeliveryOutcome send(Alert alert, String deliveryId) throws InterruptedException {
        return post(codec.encode(alert), deliveryId);
    }

    /**
     * Tries once with JSON of any kind.
     *
     * @param deliveryId as for {@link #send}
     */
    public DeliveryOutcome post(byte[] body, String deliveryId) throws InterruptedException {
        Optional<DeliveryOutcome> refused =
                target.allowPrivate() ? Optional.empty() : WebhookTarget.refused(target.url());
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = time.instant();
        HttpRequest request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("content-type", "application/json")
                .header("user-agent", "Tocsin (+https://tocsin.io)")
                .header("webhook-id", deliveryId)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", target.signature().sign(deliveryId, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                    .get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
            response.body().close();
            return outcome(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(null),
                    now);
        } catch (TimeoutException e) {
            return new DeliveryOutcome.RetryAfter(
                    "no answer within " + target.timeout().toSeconds() + " s", null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new DeliveryOutcome.RetryAfter(
                    cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()),
                    null);
        } catch (IOException e) {
            return new DeliveryOutcome.RetryAfter("the answer broke off: " + e.getMessage(), null);
        }
    }

    private static DeliveryOutcome outcome(int status, @Nullable String retryAfter, Instant now) {
        if (status >= OK && status < REDIRECT) {
            return new DeliveryOutcome.Delivered();
        }
        return switch (status) {
            case 410 -> new DeliveryOutcome.Rejected("HTTP 410: the receiver wants no more of this");
            case 400, 413, 415, 422 -> new DeliveryOutcome.Rejected("HTTP " + status);
            case 301, 302, 303, 307, 308 ->
                new DeliveryOutcome.RetryAfter(
                        "HTTP " + status + ": redirects are not followed, correct the url", null);
            default -> new DeliveryOutcome.RetryAfter("HTTP " + status, wait(retryAfter, now));
        };
    }

    /** Of {@code Retry-After}: seconds, or a date. */
    private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String value = retryAfter.strip();
        try {
            Duration wait = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
