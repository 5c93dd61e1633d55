package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How long the bell takes. {@code tocsin run} with its embedded broker and {@code exactly_once_v2} gets 100 articles a
 * second by HTTP push, ten at a time; once a second one of them is the first report of fighting in a country, at which a
 * rule rings. Measured is the time from the broker's appending that article to {@code articles.raw} to its appending the
 * alert to {@code alerts.v1}, both by the broker's clock, and to the alert's arrival at a webhook.
 */
final class Latency {
    private static final int A_SECOND = 100;
    private static final int AT_A_TIME = 10;
    private static final Duration BETWEEN = Duration.ofSeconds(1).dividedBy(A_SECOND / AT_A_TIME);
    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final int SERVER_ERROR = 500;

    private final Path folder;
    private final TocsinCommandLine tocsin;
    private final PrintStream out;
    private final Map<String, Long> delivered = new ConcurrentHashMap<>();

    Latency(Path folder, TocsinCommandLine tocsin, PrintStream out) {
        this.folder = folder;
        this.tocsin = tocsin;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param warmUp seconds at full rate before the first planted article
     */
    void run(int warmUp) throws IOException, InterruptedException {
        int planted = PlantedNews.COUNTRIES.size();
        List<String> articles = background((warmUp + planted + 1) * A_SECOND);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            JsonNode alert = Json.MAPPER.readTree(exchange.getRequestBody());
            if (alert.path("change").asText().equals("opened")) {
                delivered.putIfAbsent(alert.path("countries").path(0).asText(), System.currentTimeMillis());
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        int brokerPort = freePort();
        List<String> arguments = List.of(
                "run", "--config", settings(receiver.getAddress().getPort()).toString());
        try (RunningTocsin running = new RunningTocsin(
                tocsin, arguments, Map.of("TOCSIN_KAFKA_EMBEDDED_PORT", Integer.toString(brokerPort)))) {
            push(running.address(), articles, warmUp, planted);
            report(planted, new KafkaConnection("127.0.0.1:" + brokerPort, 1, Map.of()));
        } finally {
            receiver.stop(0);
        }
    }

    private Path settings(int hook) throws IOException {
        Path rules = Files.writeString(folder.resolve("planted.yaml"), PlantedNews.rule());
        return Files.writeString(folder.resolve("tocsin.yaml"), """
                data: %s
                http: {port: 0}
                alerts:
                  rules: [bundled, %s]
                  channels:
                    console: {on: false}
                    webhooks:
                      - {name: hook, url: "http://127.0.0.1:%d/hook", allow-private: true, secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}
                """.formatted(folder.resolve("data"), rules, hook));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Articles of today: what is made up says when it was written, which is left out. */
    private List<String> background(int count) throws IOException {
        Path file = folder.resolve("background.jsonl");
        MadeUpArticles.write(file, count);
        List<String> lines = new ArrayList<>(count);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                ObjectNode article = (ObjectNode) Json.MAPPER.readTree(line);
                lines.add(article.without(List.of("publishedAt", "firstSeenAt")).toString());
            }
        }
        return lines;
    }

    private void push(String address, List<String> articles, int warmUp, int planted)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        URI push = URI.create(address + "/articles");
        int batches = articles.size() / AT_A_TIME;
        int batchesASecond = A_SECOND / AT_A_TIME;
        long begun = System.nanoTime();
        long behind = 0;
        for (int batch = 0; batch < batches; batch++) {
            List<String> body = new ArrayList<>(articles.subList(batch * AT_A_TIME, (batch + 1) * AT_A_TIME));
            int next = batch / batchesASecond - warmUp;
            // Once a second, at another tenth of it each time.
            if (next >= 0 && next < planted && batch % batchesASecond == next % batchesASecond) {
                body.set(AT_A_TIME / 2, PlantedNews.report(next));
            }
            long wait = begun + batch * BETWEEN.toNanos() - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            behind = Math.max(behind, -wait);
            int status = client.send(
                            HttpRequest.newBuilder(push)
                                    .header("Content-Type", "application/x-ndjson")
                                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", body)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= SERVER_ERROR) {
                throw new IOException("a push was answered with " + status);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d articles a second for %d s, %d planted; pushes were at most %.1f s late%n",
                A_SECOND,
                batches / batchesASecond,
                planted,
                behind / 1e9);
    }

    private void report(int planted, KafkaConnection kafka) throws InterruptedException {
        Topics topics = new Topics(Topics.DEFAULT_PREFIX, 1);
        Map<String, Long> arrived = new HashMap<>();
        Map<String, Long> rung = new HashMap<>();
        long giveUp = System.nanoTime() + LATEST.toNanos();
        do {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            read(kafka, topics.articlesRaw().name(), (key, record) -> {
                if (key.startsWith(PlantedNews.id(""))) {
                    arrived.putIfAbsent(key, record.timestamp());
                }
            });
            read(kafka, topics.alerts().name(), (key, record) -> {
                Alert alert = topics.alerts().serde().deserializer().deserialize(record.topic(), record.value());
                if (alert.rule().equals("planted") && alert.change() == Change.OPENED) {
                    rung.putIfAbsent(alert.countries().get(0), record.timestamp());
                }
            });
        } while (System.nanoTime() < giveUp && (rung.size() < planted || delivered.size() < planted));
        List<Long> toAlert = new ArrayList<>();
        List<Long> toDelivery = new ArrayList<>();
        for (String country : PlantedNews.COUNTRIES) {
            Long from = arrived.get(PlantedNews.id(country));
            Long alert = rung.get(country);
            Long delivery = delivered.get(country);
            if (from != null && alert != null) {
                toAlert.add(alert - from);
            }
            if (from != null && delivery != null) {
                toDelivery.add(delivery - from);
            }
        }
        print("from articles.raw to alerts.v1", toAlert, planted);
        print("from articles.raw to the webhook", toDelivery, planted);
    }

    private static void read(
            KafkaConnection kafka, String topic, BiConsumer<String, ConsumerRecord<String, byte[]>> use) {
        try (TopicTail tail = new TopicTail(kafka, List.of(topic))) {
            tail.catchUp(record -> use.accept(record.key(), record));
        }
    }

    private void print(String what, List<Long> millis, int planted) {
        Collections.sort(millis);
        if (millis.isEmpty()) {
            out.printf("%-34s none of %d%n", what, planted);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-34s p50 %4d ms, p90 %4d ms, p99 %4d ms, max %4d ms; %d of %d%n",
                what,
                percentile(millis, 50),
                percentile(millis, 90),
                percentile(millis, 99),
                millis.get(millis.size() - 1),
                millis.size(),
                planted);
    }

    /** The smallest that so many per cent are not above. */
    private static long percentile(List<Long> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
