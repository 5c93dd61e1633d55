package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.events.RawArticle;
import io.tocsin.events.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest dies without a word ({@code kill -9}) at seeded points while it polls and is pushed to, and is started again: no
 * article is lost that a feed still offers or that was acknowledged to a client, and none comes under two ids. {@code
 * -Dtocsin.test.kills=20} says how often.
 */
class KilledIngestIT {
    private static final int KILLS = Integer.getInteger("tocsin.test.kills", 2);
    private static final long SEED = Long.getLong("tocsin.test.seed", 20260302L);
    private static final int FEEDS = 6;
    private static final int ENTRIES = 40;
    private static final int BATCH = 10;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile Gate gate = new Gate(Integer.MAX_VALUE);
    private final HttpServer server;

    /** Lets so many requests for feeds through; the next one waits until ingest is dead. */
    private static final class Gate {
        private final CountDownLatch before;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        Gate(int answered) {
            this.before = new CountDownLatch(answered);
        }

        synchronized boolean passes() {
            if (before.getCount() > 0) {
                before.countDown();
                return true;
            }
            reached.countDown();
            return false;
        }
    }

    KilledIngestIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        String sources = IntStream.range(0, FEEDS)
                .mapToObj(feed -> "- {id: f" + feed + ", url: \"http://127.0.0.1:"
                        + server.getAddress().getPort() + "/f" + feed + "\"}\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("sources.yaml"), sources);
        Files.writeString(folder.resolve("tocsin.yaml"), """
                ingest:
                  sources: [sources.yaml]
                  fetch: {allowed-hosts: [127.0.0.1], robots: false, gap: 0s, full-text: false}
                """);
    }

    @AfterEach
    void close() {
        gate.open.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Gate now = gate;
        try (exchange) {
            if (!now.passes() && !now.open.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            byte[] body = feed(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String feed(String path) {
        return IntStream.range(0, ENTRIES)
                .mapToObj(i ->
                        "<item><title>Report " + i + " of the harbour</title><link>https://larkhaven.example" + path
                                + "/" + i + "</link><guid isPermaLink='false'>the same for all</guid>"
                                + "<description>The port is closed.</description></item>")
                .collect(Collectors.joining(
                        "", "<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>", "</channel></rss>"));
    }

    private TocsinProcess start(TestBroker broker) throws IOException {
        Map<String, String> settings = Map.of(
                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "TOCSIN_KAFKA_REPLICATION_FACTOR",
                "1",
                "TOCSIN_TOPICS_PREFIX",
                "ingest.",
                "TOCSIN_HTTP_PORT",
                "0");
        return TocsinProcess.start(folder, settings, "ingest", "--data", "state");
    }

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        Random random = new Random(SEED);
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                live(broker, random.nextInt(FEEDS), BATCH * (1 + random.nextInt(20)), kill);
            }
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * BATCH - 1);
            try (TocsinProcess last = start(broker)) {
                last.awaitReady(WITHIN);
                Awaitility.await()
                        .atMost(WITHIN)
                        .until(() -> offered(articles(broker)).size() == FEEDS * ENTRIES);
            }
            List<RawArticle> all = articles(broker);
            assertThat(all).extracting(RawArticle::id).containsAll(acknowledged);
            assertThat(offered(all).values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(all).as("a repeat is no new version").allSatisfy(article -> assertThat(article.revision())
                    .isNotNull()
                    .extracting("version")
                    .isEqualTo(1));
        }
    }

    /** From a start to {@code kill -9}: after so many answers to it and so many articles that it acknowledged. */
    private void live(TestBroker broker, int answers, int articles, int number) throws Exception {
        gate = new Gate(answers);
        CountDownLatch enough = new CountDownLatch(articles / BATCH);
        try (TocsinProcess ingest = start(broker)) {
            PushClient client = new PushClient(ingest.address());
            ingest.awaitReady(WITHIN);
            var unused = threads.submit(() -> pushOn(client, number, enough));
            assertThat(gate.reached.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                    .as("it polls")
                    .isTrue();
            assertThat(enough.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                    .as("it acknowledges")
                    .isTrue();
        } finally {
            gate.open.countDown();
        }
    }

    /** Until the process is gone. */
    private void pushOn(PushClient client, int number, CountDownLatch enough) {
        try {
            for (int batch = 0; ; batch++) {
                int from = batch * BATCH;
                acknowledged.addAll(client.push(IntStream.range(from, from + BATCH)
                        .mapToObj(i -> "{\"id\":\"pushed-" + number + "-" + i + "\",\"title\":\"The port is closed, "
                                + i + "\"}")
                        .toList()));
                enough.countDown();
            }
        } catch (IOException e) {
            // It was killed, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<RawArticle> articles(TestBroker broker) {
        return TopicReader.values(broker.bootstrapServers(), new Topics("ingest.").articlesRaw());
    }

    /** The ids under which each address of the feeds came. */
    private static Map<String, Set<String>> offered(List<RawArticle> articles) {
        return articles.stream()
                .filter(article -> article.url() != null)
                .collect(Collectors.groupingBy(
                        article -> String.valueOf(article.url()),
                        TreeMap::new,
                        Collectors.mapping(RawArticle::id, Collectors.toSet())));
    }
}
