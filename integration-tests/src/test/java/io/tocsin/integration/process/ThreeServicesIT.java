package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.topic.Topics;
import io.tocsin.standalone.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same classes as three processes on an outside broker. */
class ThreeServicesIT {
    private static final Duration WITHIN = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void newsBecomesAlertsAndPoisonStopsNothing() throws Exception {
        Topics topics = new Topics("three.");
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            Map<String, String> settings = Map.of(
                    "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                    broker.bootstrapServers(),
                    "TOCSIN_KAFKA_REPLICATION_FACTOR",
                    "1",
                    "TOCSIN_TOPICS_PREFIX",
                    topics.prefix(),
                    "TOCSIN_TOPICS_PARTITIONS",
                    "2",
                    "TOCSIN_CLOCK",
                    "event",
                    "TOCSIN_HTTP_PORT",
                    "0");
            try (TocsinProcess ingest = TocsinProcess.start(folder, settings, "ingest", "--data", "ingest");
                    TocsinProcess process = TocsinProcess.start(folder, settings, "process", "--data", "process");
                    TocsinProcess alert = TocsinProcess.start(folder, settings, "alert", "--data", "alert")) {
                ingest.awaitReady();
                process.awaitReady();
                alert.awaitReady();

                poison(
                        broker.bootstrapServers(),
                        List.of(
                                topics.articlesRaw().name(),
                                topics.signals().name(),
                                topics.rules().name()));
                new PushClient(ingest.address()).push(sample());

                Awaitility.await().atMost(WITHIN).untilAsserted(() -> {
                    List<Alert> alerts = TopicReader.values(broker.bootstrapServers(), topics.alerts());
                    assertThat(alerts)
                            .filteredOn(rung -> rung.change() == Change.OPENED)
                            .flatExtracting(Alert::countries)
                            .contains("DZ", "MA", "MG");
                    assertThat(alerts)
                            .filteredOn(rung -> rung.change() == Change.CLOSED)
                            .isNotEmpty();
                });
                assertThat(TopicReader.values(broker.bootstrapServers(), topics.articlesTagged()))
                        .extracting(TaggedArticle::id)
                        .doesNotHaveDuplicates()
                        .hasSize(429);
                assertThat(TopicReader.records(broker.bootstrapServers(), topics.articlesRejected()))
                        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .filteredOn(value -> value.startsWith("poison"))
                        .contains(
                                "poison for " + topics.articlesRaw().name(),
                                "poison for " + topics.signals().name());
                assertThat(get(alert.address() + "/alerts.atom").body())
                        .contains("<feed")
                        .contains("Madagascar");

                for (TocsinProcess service : List.of(ingest, process, alert)) {
                    assertThat(service.isAlive()).isTrue();
                    assertThat(get(service.address() + "/health/ready").statusCode())
                            .isEqualTo(200);
                    service.interrupt();
                    service.exitCode(Duration.ofSeconds(20));
                }
            }
        }
    }

    private static void poison(String bootstrapServers, List<String> names) throws Exception {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (String name : names) {
                producer.send(new ProducerRecord<>(
                                name, "poison", ("poison for " + name).getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private static List<String> sample() throws Exception {
        try (var sample = Sample.open()) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
