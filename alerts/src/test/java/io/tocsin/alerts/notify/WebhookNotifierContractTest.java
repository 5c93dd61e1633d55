package io.tocsin.alerts.notify;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.runtime.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNotifierContractTest extends NotifierContractTest {
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW_SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("0123456789abcdefghijklmnop".getBytes(StandardCharsets.UTF_8));

    private final Receiver receiver = new Receiver();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Alert alert = alert("a1b2", 1, Change.OPENED, START);

    @AfterEach
    void close() {
        receiver.close();
    }

    private WebhookNotifier to(URI url, boolean allowPrivate, InstantSource time, String... secrets) {
        WebhookSignature signature =
                new WebhookSignature(List.of(secrets).stream().map(Secret::new).toList());
        return new WebhookNotifier(
                new WebhookNotifier.Target(url, signature, allowPrivate, Duration.ofSeconds(2)), client, time);
    }

    @Override
    Notifier working() {
        return to(receiver.url(), true, InstantSource.fixed(START), SECRET);
    }

    @Override
    Notifier broken() {
        URI url = receiver.url();
        receiver.close();
        return to(url, true, InstantSource.fixed(START), SECRET);
    }

    @Override
    List<String> received() {
        return receiver.got().stream().map(Receiver.Got::body).toList();
    }

    @Test
    void isWhatAStandardVerifierAccepts() throws Exception {
        to(receiver.url(), true, Clock.systemUTC(), NEW_SECRET, SECRET).send(alert, "a1b2-1-desk");

        Receiver.Got got = receiver.got().get(0);
        for (String secret : List.of(SECRET, NEW_SECRET)) {
            assertThatCode(() -> new Webhook(secret).verify(got.body(), got.headers()))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> new Webhook(SECRET).verify(got.body() + " ", got.headers()))
                .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
        assertThat(got.headers().firstValue("webhook-id")).contains("a1b2-1-desk");
        assertThat(got.headers().firstValue("content-type")).contains("application/json");
        assertThat(new JsonEventCodec<>(Alert.class).decode(got.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(alert);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void twoHundredsAreSuccess(int status) throws Exception {
        receiver.answer(status, Map.of());
        assertThat(working().send(alert, "id")).isEqualTo(new DeliveryOutcome.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 403, 404, 408, 429, 500, 502, 503})
    void othersAreTriedAgain(int status) throws Exception {
        receiver.answer(status, Map.of("Location", receiver.url().toString()));
        assertThat(working().send(alert, "id")).isInstanceOf(DeliveryOutcome.RetryAfter.class);
        assertThat(receiver.got()).as("a redirect is not followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 422})
    void someAreForGood(int status) throws Exception {
        receiver.answer(status, Map.of());
        assertThat(working().send(alert, "id"))
                .isInstanceOfSatisfying(DeliveryOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({"429, 120, 120", "503, 'Mon, 02 Mar 2026 00:05:00 GMT', 300", "503, soon, ", "503, -5, "})
    void asksHowLongToWait(int status, String header, Long seconds) throws Exception {
        receiver.answer(status, Map.of("Retry-After", header));
        assertThat(working().send(alert, "id"))
                .isEqualTo(new DeliveryOutcome.RetryAfter(
                        "HTTP " + status, seconds == null ? null : Duration.ofSeconds(seconds)));
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        receiver.answer(-1, Map.of());
        WebhookNotifier hasty = new WebhookNotifier(
                new WebhookNotifier.Target(
                        receiver.url(),
                        new WebhookSignature(List.of(new Secret(SECRET))),
                        true,
                        Duration.ofMillis(200)),
                client,
                InstantSource.fixed(START));
        assertThat(hasty.send(alert, "id")).isInstanceOf(DeliveryOutcome.RetryAfter.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x",
                "http://10.1.2.3/x",
                "http://192.168.1.1/x",
                "http://172.16.0.1/x",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/x",
                "http://0.0.0.0/x",
                "http://[::1]/x",
                "http://[fd00::1]/x",
                "http://[fe80::1]/x",
                "http://[::ffff:127.0.0.1]/x",
                "http://[64:ff9b::7f00:1]/x"
            })
    void refusesTheInsideOfTheHouse(String url) throws Exception {
        assertThat(to(URI.create(url), false, InstantSource.fixed(START), SECRET)
                        .send(alert, "id"))
                .isInstanceOfSatisfying(DeliveryOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("private address"));
    }

    @Test
    void refusesASecretThatIsNone() {
        assertThatThrownBy(() -> new WebhookSignature(List.of(new Secret("hunter2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
