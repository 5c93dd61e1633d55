package io.tocsin.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.events.topic.Topics;
import io.tocsin.integration.dashboards.DashboardQueries;
import io.tocsin.integration.dashboards.DockerFolder;
import io.tocsin.integration.dashboards.Query;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * {@code docker/compose.yaml} as it is, all but Grafana: news goes in at one end and comes out as signals at the other,
 * and Prometheus answers every query of every dashboard and alert rule.
 */
@Tag("containers")
class ComposeIT {
    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_FLOW = Duration.ofMinutes(2);
    private static final Duration SCRAPE_INTERVAL = Duration.ofSeconds(15);
    private static final List<String> ROLES = List.of("ingest", "process", "alert");

    /** So many queries of the dashboards may find nothing: no alert has opened, nothing was delivered, no source is read. */
    private static final double WITHOUT_DATA = 0.4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path settings;

    private static ComposeContainer compose;
    private static int kafkaPort;

    @BeforeAll
    static void up() throws IOException {
        Files.writeString(settings.resolve("tocsin.yaml"), "# Nothing: what is not set has its default.\n");
        // The image's user is not the one who runs the tests.
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(settings.resolve("tocsin.yaml"), PosixFilePermissions.fromString("rw-r--r--"));
        kafkaPort = freePort();
        compose = new ComposeContainer(DockerFolder.path("compose.yaml").toFile())
                .withServices("kafka", "ingest", "process", "alert", "prometheus", "alertmanager")
                .withPull(false)
                .withEnv(Map.of(
                        "TOCSIN_IMAGE", TocsinImage.name(),
                        "TOCSIN_CONFIG_FOLDER", settings.toString(),
                        "KAFKA_PORT", Integer.toString(kafkaPort),
                        "INGEST_PORT", "0",
                        "TOCSIN_PORT", "0",
                        "PROMETHEUS_PORT", "0",
                        "ALERTMANAGER_PORT", "0"));
        for (String role : ROLES) {
            compose.withExposedService(role, 8080, Wait.forHttp("/health/ready").withStartupTimeout(TO_START));
        }
        compose.withExposedService("prometheus", 9090, Wait.forHttp("/-/ready").withStartupTimeout(TO_START));
        compose.start();
    }

    @AfterAll
    static void down() {
        compose.stop();
    }

    @Test
    void newsThatIsPushedComesOutAsSignals() throws Exception {
        push("signals");

        Map<String, Object> consuming = Map.of(
                "bootstrap.servers",
                "localhost:" + kafkaPort,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(consuming, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(
                    List.of(new Topics(Topics.DEFAULT_PREFIX).signals().name()));
            await().atMost(TO_FLOW).pollInterval(Duration.ZERO).until(() -> {
                for (ConsumerRecord<String, String> signal : consumer.poll(Duration.ofSeconds(1))) {
                    if (JSON.readTree(signal.value()).path("country").asText().equals("IR")) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void prometheusScrapesEveryRoleAndTakesEveryAlertRule() throws Exception {
        for (String role : ROLES) {
            await().atMost(TO_FLOW).until(() -> !query("up{job=\"tocsin\", role=\"" + role + "\"} == 1")
                    .isEmpty());
        }
        List<String> unhealthy = new ArrayList<>();
        for (JsonNode group : get("/api/v1/rules").path("data").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (rule.path("health").asText().equals("err")) {
                    unhealthy.add(rule.path("name").asText() + ": "
                            + rule.path("lastError").asText());
                }
            }
        }
        assertThat(unhealthy).isEmpty();
    }

    @Test
    void prometheusAnswersEveryQueryOfADashboardOrAnAlertRule() throws Exception {
        List<Query> ofDashboards = DashboardQueries.ofDashboards();
        int mayBeEmpty = (int) (ofDashboards.size() * WITHOUT_DATA);
        AtomicInteger round = new AtomicInteger();
        await().atMost(TO_FLOW).pollInterval(SCRAPE_INTERVAL).untilAsserted(() -> {
            push("queries-" + round.getAndIncrement());
            List<String> empty = new ArrayList<>();
            for (Query query : ofDashboards) {
                if (query(query.promQl()).isEmpty()) {
                    empty.add(query.where());
                }
            }
            assertThat(empty)
                    .as("of %d queries, those that found nothing", ofDashboards.size())
                    .hasSizeLessThanOrEqualTo(mayBeEmpty);
        });
        for (Query query : DashboardQueries.ofAlertRules()) {
            query(query.promQl());
        }
    }

    /** Two dozen articles about one country and one topic, all told differently. */
    private static void push(String batch) throws Exception {
        String ingest =
                "http://" + compose.getServiceHost("ingest", 8080) + ":" + compose.getServicePort("ingest", 8080);
        for (int i = 0; i < 24; i++) {
            String article = JSON.writeValueAsString(Map.of(
                    "id", batch + "-" + i,
                    "url", "https://paper-" + i + ".example/" + batch + "/" + i,
                    "title", "Air strikes hit Tehran as Iran vows to retaliate, day " + i + " of " + batch,
                    "text",
                            "Warplanes bombed military sites in Tehran on the " + i + "th night, killing " + (10 + i)
                                    + " soldiers, the Iranian government said. Iran threatened to attack "
                                    + "Israel in return and mobilised its army.",
                    "language", "en",
                    "source", "paper-" + i + ".example",
                    "publishedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(ingest + "/articles"))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(30))
                            .POST(BodyPublishers.ofString(article + "\n"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    private static JsonNode query(String promQl) throws Exception {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(promQl, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(promQl + ": " + answer.path("error").asText());
        }
        return answer.path("data").path("result");
    }

    private static JsonNode get(String path) throws Exception {
        String prometheus = "http://" + compose.getServiceHost("prometheus", 9090) + ":"
                + compose.getServicePort("prometheus", 9090);
        HttpRequest request = HttpRequest.newBuilder(URI.create(prometheus + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
