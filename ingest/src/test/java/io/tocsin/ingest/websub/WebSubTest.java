package io.tocsin.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.ingest.fetch.FetchLimits;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.FormPost;
import io.tocsin.ingest.fetch.HostResolver;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.WebServer;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a hub in this process that asks, is asked, verifies and delivers over HTTP. */
class WebSubTest {
    private static final String FEED = "https://larkhaven.example/feed";
    private static final Duration LEASE = Duration.ofDays(10);

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final AtomicReference<WebSubSubscriber> subscriber = new AtomicReference<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile PublishOutcome room = new PublishOutcome.Accepted(new java.util.concurrent.CompletableFuture<>());
    private HttpServer hub = server();
    private WebServer web = new WebServer("127.0.0.1", 0, List.of());

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws Exception {
        hub.createContext("/", this::hubAnswers);
        hub.start();
        web = new WebServer(
                "127.0.0.1",
                0,
                List.of(
                        Endpoint.get("/websub", ask -> subscribed()
                                .endpoints()
                                .get(0)
                                .handling()
                                .answer(ask)),
                        Endpoint.post("/websub", 100_000, ask -> subscribed()
                                .endpoints()
                                .get(1)
                                .handling()
                                .answer(ask))));
        web.start();
        subscriber.set(subscriber("<link rel='hub' href='http://127.0.0.1:"
                + hub.getAddress().getPort() + "/hub'/><link rel='self' href='" + FEED + "'/>"));
    }

    @AfterEach
    void stop() {
        web.close();
        hub.stop(0);
    }

    private WebSubSubscriber subscriber(String links) {
        FetchLimits defaults = FetchLimits.defaults();
        FetchLimits limits = new FetchLimits(
                Duration.ofMinutes(5), defaults.maxBytes(), defaults.maxRedirects(), Set.of("127.0.0.1"));
        byte[] feed =
                ("<feed xmlns='http://www.w3.org/2005/Atom'>" + links + "</feed>").getBytes(StandardCharsets.UTF_8);
        return new WebSubSubscriber(
                new WebSubConfig(web.address(), LEASE, List.of("larkhaven")),
                Map.of("larkhaven", FEED),
                (address, validators) ->
                        new FetchOutcome.Fetched(address, "application/atom+xml", feed, Validators.NONE),
                new FormPost(limits, HostResolver.system(), InstantSource.system(), "test"),
                (source, body, type) -> {
                    delivered.add(source + " " + new String(body, StandardCharsets.UTF_8));
                    return List.of(room);
                },
                () -> now,
                new SplittableRandom(8),
                100_000);
    }

    private void hubAnswers(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = new HashMap<>();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (String pair : body.split("&", -1)) {
                String[] sides = pair.split("=", 2);
                form.put(
                        URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
            asked.add(form);
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private WebSubSubscriber subscribed() {
        return Objects.requireNonNull(subscriber.get());
    }

    /** A field of the form with which the hub was asked last. */
    private String form(String field) {
        return String.valueOf(asked.get(asked.size() - 1).get(field));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> verify(String mode, String topic, String lease) throws Exception {
        String address = form("hub.callback") + "&hub.mode=" + mode + "&hub.topic=" + encoded(topic)
                + "&hub.challenge=c%2Bhallenge&hub.lease_seconds=" + lease;
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int deliver(String callback, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(callback))
                .header("Content-Type", "application/atom+xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String signature(String algorithm, String name, String secret, String body) throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance(algorithm);
        mac.init(new javax.crypto.spec.SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return name + "=" + java.util.HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private Subscription only() {
        return subscribed().subscriptions().get(0);
    }

    @Test
    void aSubscriptionIsAskedForVerifiedAndRenewedBeforeItEnds() throws Exception {
        subscribed().look();
        assertThat(asked).hasSize(1);
        Map<String, String> form = asked.get(0);
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", FEED)
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(form.get("hub.callback")).startsWith(web.address() + "/websub?s=");
        assertThat(form.get("hub.secret")).hasSize(64);
        assertThat(only().state()).isEqualTo(Subscription.State.ASKED);

        HttpResponse<String> verified = verify("subscribe", FEED, "1000");
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.body()).isEqualTo("c+hallenge");
        assertThat(only().state()).isEqualTo(Subscription.State.ACTIVE);
        assertThat(subscribed().check().detail()).contains("1 of 1");

        now = now.plusSeconds(799);
        subscribed().look();
        assertThat(asked).hasSize(1);
        now = now.plusSeconds(1);
        subscribed().look();
        assertThat(asked).hasSize(2);
        assertThat(only().state()).isEqualTo(Subscription.State.ACTIVE);
    }

    @Test
    void nobodyElseCanVerifyOrEndASubscription() throws Exception {
        subscribed().look();
        assertThat(verify("subscribe", "https://other.example/feed", "1000").statusCode())
                .isEqualTo(404);
        assertThat(verify("unsubscribe", FEED, "1000").statusCode()).isEqualTo(404);
        HttpRequest guess = HttpRequest.newBuilder(URI.create(web.address() + "/websub?s=guess&hub.mode=subscribe"
                        + "&hub.challenge=x&hub.topic=" + encoded(FEED)))
                .build();
        assertThat(http.send(guess, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
        assertThat(only().state()).isEqualTo(Subscription.State.ASKED);
    }

    @Test
    void onlySignedDeliveriesAreTaken() throws Exception {
        subscribed().look();
        verify("subscribe", FEED, "1000");
        String callback = form("hub.callback");
        String secret = form("hub.secret");
        String body = "<feed>news</feed>";
        assertThat(deliver(callback, body, "X-Hub-Signature", signature("HmacSHA256", "sha256", secret, body)))
                .isEqualTo(202);
        assertThat(deliver(callback, body, "X-Hub-Signature", signature("HmacSHA1", "sha1", secret, body)))
                .isEqualTo(202);
        assertThat(delivered).containsExactly("larkhaven " + body, "larkhaven " + body);
        List<String> wrong = new ArrayList<>();
        wrong.add(signature("HmacSHA256", "sha256", "other", body));
        wrong.add(signature("HmacSHA256", "sha256", secret, body + " "));
        wrong.add(signature("HmacSHA256", "md5", secret, body));
        wrong.add("sha256=");
        wrong.add("nonsense");
        for (String one : wrong) {
            assertThat(deliver(callback, body, "X-Hub-Signature", one)).isEqualTo(202);
        }
        assertThat(deliver(callback, body)).isEqualTo(202);
        assertThat(deliver(web.address() + "/websub?s=guess", body)).isEqualTo(410);
        assertThat(delivered).hasSize(2);
    }

    @Test
    void aHubIsToldToComeAgainWhenThereIsNoRoom() throws Exception {
        subscribed().look();
        room = new PublishOutcome.Full("no room");
        String secret = form("hub.secret");
        assertThat(deliver(
                        form("hub.callback"), "x", "X-Hub-Signature", signature("HmacSHA512", "sha512", secret, "x")))
                .isEqualTo(429);
    }

    @Test
    void whatDoesNotWorkIsSaidAndTriedAgain() throws Exception {
        WebSubSubscriber without = subscriber("<link rel='self' href='" + FEED + "'/>");
        without.look();
        assertThat(without.check().detail()).contains("0 of 1").contains("the feed names no hub");
        WebSubSubscriber inside = subscriber("<link rel='hub' href='http://10.0.0.1/hub'/>");
        inside.look();
        assertThat(inside.check().detail()).contains("not a public host");
        subscribed().look();
        assertThat(verify("denied", FEED, "").statusCode()).isEqualTo(200);
        assertThat(only().state()).isEqualTo(Subscription.State.DENIED);
        now = now.plus(Duration.ofHours(1));
        subscribed().look();
        assertThat(asked).hasSize(2);
        assertThat(only().secret()).isNotEqualTo(new Secret(""));
    }
}
