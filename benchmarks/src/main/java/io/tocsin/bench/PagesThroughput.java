package io.tocsin.bench;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Pages a second that are read as ingest reads them, on two threads, once warm. */
final class PagesThroughput {
    private static final int THREADS = 2;
    private static final int MADE_UP = 500;
    private static final int WARM_UP = 2000;
    private static final int MEASURED = 6000;
    private static final double NANOS = 1e9;

    private final ArticleParser parser = new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled());
    private final PrintStream out;

    PagesThroughput(PrintStream out) {
        this.out = out;
    }

    /** Measures made-up pages, or those of a folder: all files that end in {@code .html} or {@code .html.gz}. */
    void run(List<String> folder) throws IOException, InterruptedException, ExecutionException {
        List<byte[]> pages = folder.isEmpty() ? MadeUpPages.of(MADE_UP) : saved(Path.of(folder.get(0)));
        if (pages.isEmpty()) {
            out.println("no page ends in .html or .html.gz in " + folder.get(0));
            return;
        }
        read(pages, WARM_UP);
        long begun = System.nanoTime();
        ProcessorTime time = new ProcessorTime();
        Reading reading = read(pages, MEASURED);
        double processor = time.seconds();
        double seconds = (System.nanoTime() - begun) / NANOS;
        Arrays.sort(reading.nanos);
        out.printf(
                Locale.ROOT,
                "%d pages of %s, %.0f KB on average, read %d times on %d threads (%d processors, Java %s)%n",
                pages.size(),
                folder.isEmpty() ? "our own making" : folder.get(0),
                pages.stream().mapToInt(page -> page.length).average().orElse(0) / 1024,
                MEASURED,
                THREADS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        out.printf(
                Locale.ROOT,
                "%.1f ms of processor time a page: %d processors with nothing else to do read %.0f pages/s%n",
                processor * 1000 / MEASURED,
                THREADS,
                MEASURED * THREADS / processor);
        out.printf(
                Locale.ROOT,
                "%.0f pages/s here and now; one takes %.1f ms (median), %.1f ms (99th of 100); %d of %d were articles%n",
                MEASURED / seconds,
                reading.nanos[MEASURED / 2] / 1e6,
                reading.nanos[MEASURED * 99 / 100] / 1e6,
                reading.articles.get(),
                MEASURED);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Reading(long[] nanos, AtomicInteger articles) {}

    private Reading read(List<byte[]> pages, int times) throws InterruptedException, ExecutionException {
        Reading reading = new Reading(new long[times], new AtomicInteger());
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        ParseOutcome outcome = parser.parse(RawDocument.file(i + ".html", pages.get(i % pages.size())));
                        reading.nanos[i] = System.nanoTime() - begun;
                        if (outcome instanceof ParseOutcome.Parsed) {
                            reading.articles.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        return reading;
    }

    private static List<byte[]> saved(Path folder) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".html")) {
                    pages.add(Files.readAllBytes(file));
                } else if (name.endsWith(".html.gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        pages.add(in.readAllBytes());
                    }
                }
            }
        }
        return pages;
    }
}
