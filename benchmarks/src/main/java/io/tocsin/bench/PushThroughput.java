package io.tocsin.bench;

import io.tocsin.events.codec.Json;
import io.tocsin.standalone.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Articles a second that {@code tocsin ingest} takes over HTTP and the broker acknowledges: lines of JSON, 200 to a
 * request, from four clients. Broker and clients are in this process, ingest in one of its own.
 */
final class PushThroughput {
    private static final int BATCH = 200;
    private static final int CLIENTS = 4;
    private static final double NANOS = 1e9;

    private final Path folder;
    private final TocsinCommandLine tocsin;
    private final PrintStream out;

    PushThroughput(Path folder, TocsinCommandLine tocsin, PrintStream out) {
        this.folder = folder;
        this.tocsin = tocsin;
        this.out = out;
    }

    private record Tally(AtomicInteger acknowledged, AtomicInteger turnedAway) {}

    void run(int articles) throws Exception {
        Path file = folder.resolve("articles.jsonl");
        MadeUpArticles.write(file, articles);
        List<String> lines = Files.readAllLines(file);
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"), 0)) {
            broker.start();
            try (RunningTocsin ingest = new RunningTocsin(
                    tocsin,
                    List.of("ingest", "--data", folder.resolve("ingest").toString()),
                    Map.of(
                            "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                            broker.bootstrapServers(),
                            "TOCSIN_KAFKA_REPLICATION_FACTOR",
                            "1",
                            "TOCSIN_HTTP_PORT",
                            "0"))) {
                URI address = URI.create(ingest.address() + "/articles");
                int warm = articles / 4;
                push(address, lines.subList(0, warm));
                long begun = System.nanoTime();
                Tally tally = push(address, lines.subList(warm, articles));
                double seconds = (System.nanoTime() - begun) / NANOS;
                out.printf(
                        Locale.ROOT,
                        "POST /articles, %d articles of 4 KB, %d to a request, %d clients, %d processors: %.0f articles/s"
                                + " acknowledged by the broker, %d requests were told to come again%n",
                        articles - warm,
                        BATCH,
                        CLIENTS,
                        Runtime.getRuntime().availableProcessors(),
                        tally.acknowledged.get() / seconds,
                        tally.turnedAway.get());
            }
        }
    }

    private static Tally push(URI address, List<String> lines) throws Exception {
        Tally tally = new Tally(new AtomicInteger(), new AtomicInteger());
        List<String> bodies = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            bodies.add(String.join("\n", lines.subList(from, Math.min(lines.size(), from + BATCH))));
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> {
                    HttpClient http = HttpClient.newHttpClient();
                    for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                        send(http, address, bodies.get(i), tally);
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            clients.shutdown();
        }
        return tally;
    }

    /** Until the broker has all of them. */
    private static void send(HttpClient http, URI address, String body, Tally tally)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        while (true) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                tally.acknowledged.addAndGet(
                        Json.MAPPER.readTree(answer.body()).path("acknowledged").asInt());
                return;
            }
            if (answer.statusCode() != 429 && answer.statusCode() != 503) {
                throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
            }
            tally.turnedAway.incrementAndGet();
            Thread.sleep(
                    1000L * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }
}
