package io.tocsin.bench;

import io.tocsin.events.codec.Json;
import io.tocsin.standalone.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles a second that {@code tocsin ingest} takes over HTTP and the broker acknowledges: lines of JSON, 200 to a
 * request, from four clients. Broker and clients are in this process, ingest in one of its own.
 */
final class PushThroughput {
    private static final int BATCH = 200;
    private static final int CLIENTS = 4;
    private static final double NANOS = 1e9;
    private static final Pattern METRICS = Pattern.compile("\\s+metrics\\s+(http://\\S+)/metrics");

    private final Path folder;
    private final PrintStream out;

    PushThroughput(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    private record Tally(AtomicInteger acknowledged, AtomicInteger turnedAway) {}

    void run(int articles) throws Exception {
        Path file = folder.resolve("articles.jsonl");
        MadeUpArticles.write(file, articles);
        List<String> lines = Files.readAllLines(file);
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"), 0)) {
            broker.start();
            Process ingest = start(broker.bootstrapServers());
            try {
                URI address = URI.create(address(ingest) + "/articles");
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
            } finally {
                ingest.toHandle().destroy();
                ingest.onExit().join();
            }
        }
    }

    private Process start(String bootstrapServers) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.tocsin.standalone.TocsinMain",
                        "ingest",
                        "--data",
                        folder.resolve("ingest").toString())
                .redirectErrorStream(true);
        builder.environment().put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        builder.environment().put("TOCSIN_KAFKA_REPLICATION_FACTOR", "1");
        builder.environment().put("TOCSIN_HTTP_PORT", "0");
        return builder.start();
    }

    /** Waits until it is ready; what it prints later is read and left, so that it never waits for a reader. */
    private static String address(Process ingest) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(ingest.getInputStream(), StandardCharsets.UTF_8));
        String address = null;
        boolean ready = false;
        while (!ready || address == null) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("tocsin ingest ended before it was ready");
            }
            Matcher metrics = METRICS.matcher(line);
            address = metrics.matches() ? metrics.group(1) : address;
            ready |= line.startsWith("ready");
        }
        Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "output of ingest");
        reader.setDaemon(true);
        reader.start();
        return address;
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
