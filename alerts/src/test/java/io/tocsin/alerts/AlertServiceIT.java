package io.tocsin.alerts;

import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.notify.Receiver;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.silence.Matching;
import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Delivery;
import io.tocsin.events.Signal;
import io.tocsin.events.Silence;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.Lifecycle;
import io.tocsin.runtime.ProcessingClock.Mode;
import io.tocsin.runtime.Settings;
import io.tocsin.runtime.WebServer.Ask;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a broker in this JVM, four partitions a topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertServiceIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Topics topics = new Topics("it.");
    private final Clock clock = Clock.systemUTC();
    private final StringWriter console = new StringWriter();
    private final Receiver receiver = new Receiver();

    @SuppressWarnings("NullAway.Init")
    private TestBroker broker;

    @SuppressWarnings("NullAway.Init")
    private Lifecycle running;

    @SuppressWarnings("NullAway.Init")
    private AlertService service;

    @BeforeAll
    void startBroker(@TempDir Path temporary) throws Exception {
        folder = temporary;
        broker = new TestBroker(folder.resolve("broker"));
        broker.create(topics);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
        receiver.close();
    }

    @BeforeEach
    void startWithTheRule() throws Exception {
        start(SURGE);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void start(String rules) throws Exception {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, rules, StandardCharsets.UTF_8);
        Settings settings = Settings.text(
                "tocsin.yaml",
                """
                alerts:
                  rules: [%s]
                  channels:
                    webhooks:
                      - {name: desk, url: "%s", secret: %s, allow-private: true}
                      - {name: dead, url: "http://127.0.0.1:9/", secret: %s, allow-private: true}
                  retries: {first: 20ms, most: 100ms}
                """.formatted(
                                file,
                                receiver.url(),
                                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                Map.of(),
                "TOCSIN_");
        AlertConfig config = AlertConfig.from(settings.section("alerts"));
        settings.finish();
        service = new AlertService(
                config,
                List.of(),
                new AlertService.Surroundings(
                        kafka(),
                        topics,
                        Mode.WALL,
                        folder.resolve("state"),
                        Map.of("session.timeout.ms", 6_000, "heartbeat.interval.ms", 1_000),
                        new SimpleMeterRegistry(),
                        clock,
                        new Random(3),
                        console));
        running = new Lifecycle(service.components());
        running.start();
    }

    private KafkaConnection kafka() {
        return broker.connection();
    }

    private void send(String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka().producer(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.signals().name(), key, value))
                    .get();
        }
    }

    private void crossing(String country) throws Exception {
        Signal signal = signal(country, clock.instant(), 9, 4, 1e-4);
        send(Signal.key(country, signal.topic()), Json.MAPPER.writeValueAsBytes(signal));
    }

    private <V> List<V> all(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (TopicTail tail = new TopicTail(kafka(), List.of(topic.name()))) {
            tail.catchUp(record -> values.add(topic.serde().deserializer().deserialize(topic.name(), record.value())));
        }
        return values;
    }

    private List<String> alerts(String country) {
        return all(topics.alerts()).stream()
                .filter(alert -> alert.countries().contains(country))
                .map(alert -> alert.change() + " " + alert.sequence())
                .toList();
    }

    private long received(String country) {
        return receiver.got().stream()
                .filter(got -> got.body().contains("\"countries\":[\"" + country + "\"]"))
                .count();
    }

    @Test
    void ringsDeliversAndRepeatsNothingAfterARestart() throws Exception {
        receiver.answer(503, Map.of());
        crossing("IR");

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(alerts("IR")).containsExactly("OPENED 1");
            assertThat(received("IR")).as("the refused one, and again").isEqualTo(2);
            assertThat(console.toString()).contains("elevated, opened  Iran: conflict, war and peace");
            assertThat(all(topics.deliveries()))
                    .filteredOn(line -> line.state() == Delivery.State.DELIVERED)
                    .extracting(Delivery::channel)
                    .contains("console", "desk");
        });
        assertThat(receiver.got().stream()
                        .filter(got -> got.body().contains("\"IR\""))
                        .map(got -> got.headers().firstValue("webhook-id"))
                        .distinct())
                .as("the same id")
                .hasSize(1);
        assertThat(feed()).contains("urn:tocsin:alert:");
        assertThat(running.check().get("deliver"))
                .extracting(check -> Objects.requireNonNull(check).detail())
                .asString()
                .contains("dead: ");
        assertThat(all(topics.decisions())).isNotEmpty();

        running.close();
        int before = console.toString().length();
        start(SURGE);
        crossing("FR");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(received("FR")).isEqualTo(1);
            assertThat(console.toString().substring(before)).contains("France");
        });
        crossing("IR");
        crossing("DE");
        await().atMost(LONG).untilAsserted(() -> assertThat(received("DE")).isEqualTo(1));
        assertThat(alerts("IR")).as("still open, not opened again").containsExactly("OPENED 1");
        assertThat(received("IR")).isEqualTo(2);
        assertThat(console.toString().substring(before)).doesNotContain("Iran");
    }

    @Test
    void whatIsSilencedIsRecordedAndNotSentAlsoAfterARestart() throws Exception {
        SilenceTopic silences = new SilenceTopic(kafka(), topics);
        Silence silence = new Silence(
                "s-1",
                List.of(Matching.read("country=KE")),
                Silence.Stops.EVERYTHING,
                clock.instant().minus(Duration.ofHours(1)),
                clock.instant().plus(Duration.ofHours(1)),
                "desk",
                "covered");
        silences.write(List.of(silence), "/test", clock.instant());
        running.close();
        start(SURGE);
        assertThat(silences.read().all()).extracting(Silence::id).containsExactly("s-1");

        crossing("KE");
        await().atMost(LONG).untilAsserted(() -> assertThat(all(topics.deliveries()))
                .filteredOn(line -> line.state() == Delivery.State.SILENCED)
                .extracting(line -> line.channel() + " " + line.detail())
                .contains("console silence s-1 by desk: covered", "desk silence s-1 by desk: covered"));
        crossing("TZ");
        await().atMost(LONG).untilAsserted(() -> assertThat(received("TZ")).isEqualTo(1));
        assertThat(alerts("KE")).containsExactly("OPENED 1");
        assertThat(received("KE")).isZero();
        assertThat(console.toString()).doesNotContain("Kenya");
    }

    @Test
    void anUndecodableSignalGoesToTheDeadLetters() throws Exception {
        send("x|y", "no signal".getBytes(StandardCharsets.UTF_8));
        crossing("MG");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(all(topics.articlesRejected())).contains("no signal".getBytes(StandardCharsets.UTF_8));
            assertThat(alerts("MG")).contains("OPENED 1");
        });
    }

    @Test
    void aRuleThatIsGoneFromTheFilesIsRemovedAndItsAlertsWithdrawn() throws Exception {
        crossing("BR");
        await().atMost(LONG).untilAsserted(() -> assertThat(alerts("BR")).containsExactly("OPENED 1"));
        RuleTopic table = new RuleTopic(kafka(), topics, clock);
        table.write(
                new RuleFile(Samples.TREE)
                        .parse("own.yaml", "id: own\nwhen: {count: {stories: 500}}\n").stream()
                                .map(rule -> rule.event(clock.instant()))
                                .toList(),
                List.of(),
                "/somebody");
        running.close();
        start("id: another\nwhen: {count: {stories: 500}}\n");

        assertThat(table.read().keySet()).containsExactlyInAnyOrder("another", "own");
        await().atMost(LONG).untilAsserted(() -> assertThat(all(topics.alerts()))
                .filteredOn(alert -> alert.countries().contains("BR"))
                .extracting(Alert::change)
                .containsExactly(Change.OPENED, Change.WITHDRAWN));
    }

    private String feed() throws Exception {
        return new String(
                service.endpoints()
                        .get(0)
                        .handling()
                        .answer(new Ask("GET", "/alerts.atom", Map.of(), new byte[0]))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
