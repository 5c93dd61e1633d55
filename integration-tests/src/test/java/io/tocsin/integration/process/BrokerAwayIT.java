package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is not there yet is reported, waited for, and found. */
class BrokerAwayIT {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void readinessSaysWhatIsMissingUntilTheBrokerComes() throws Exception {
        int broker = freePort();
        int web = freePort();
        Map<String, String> settings = Map.of(
                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + broker,
                "TOCSIN_KAFKA_REPLICATION_FACTOR",
                "1",
                "TOCSIN_HTTP_PORT",
                Integer.toString(web));
        try (TocsinProcess process = TocsinProcess.start(folder, settings, "process", "--data", "state")) {
            Awaitility.await().atMost(WITHIN).ignoreExceptions().untilAsserted(() -> {
                HttpResponse<String> ready = get(web, "/health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("no broker at 127.0.0.1:" + broker);
                assertThat(get(web, "/health/live").statusCode()).isEqualTo(200);
            });

            try (TestBroker late = TestBroker.embedded(folder.resolve("broker"), broker)) {
                process.awaitReady();
                assertThat(get(web, "/health/ready").statusCode()).isEqualTo(200);
                process.interrupt();
                process.exitCode(Duration.ofSeconds(20));
                assertThat(late.bootstrapServers()).endsWith(":" + broker);
            }
        }
    }

    @Test
    void aProcessThatWaitsForItsBrokerCanBeStopped() throws Exception {
        int web = freePort();
        Map<String, String> settings = Map.of(
                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + freePort(), "TOCSIN_HTTP_PORT", Integer.toString(web));
        try (TocsinProcess process = TocsinProcess.start(folder, settings, "ingest", "--data", "state")) {
            Awaitility.await().atMost(WITHIN).ignoreExceptions().untilAsserted(() -> assertThat(
                            get(web, "/health/ready").body())
                    .contains("no broker at"));
            process.interrupt();
            process.exitCode(Duration.ofSeconds(20));
        }
    }
}
