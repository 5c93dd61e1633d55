package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the command line as a user would, in processes of its own, and measures from outside. */
final class Throughput {
    private static final Pattern REPLAYED =
            Pattern.compile("articles to signals in ([0-9.]+) s, through all stages in ([0-9.]+) s");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Path folder;
    private final TocsinCommandLine tocsin;
    private final PrintStream out;

    Throughput(Path folder, TocsinCommandLine tocsin, PrintStream out) {
        this.folder = folder;
        this.tocsin = tocsin;
        this.out = out;
    }

    void run(int articles) throws IOException, InterruptedException {
        Path few = folder.resolve("few.jsonl");
        Path many = folder.resolve("many.jsonl");
        MadeUpArticles.write(few, Math.max(1, articles / 10));
        MadeUpArticles.write(many, articles);
        double plain = json(many);
        out.printf("%d articles of 4 KB, %d processors, Java %s%n", articles, processors(), version());
        out.printf("%-40s %8.0f articles/s on one core%n", "JSON read and written, nothing else", articles / plain);

        // The difference between a long and a short run leaves start and warm-up out.
        double shortRun = seconds(List.of("tag", "--jsonl", few.toString())).seconds();
        Measured longRun = seconds(List.of("tag", "--jsonl", many.toString()));
        double sustained = (articles - articles / 10) / (longRun.seconds() - shortRun);
        out.printf(
                "%-40s %8.0f articles/s sustained, %.0f with the start; %.2f of JSON; %d MB%n",
                "tocsin tag --jsonl",
                sustained,
                articles / longRun.seconds(),
                sustained * plain / articles,
                longRun.megabytes());

        replay(few, many, articles, plain);
        out.printf("%-40s %8.1f s from the JVM's start%n", "tocsin run, ready", ready());
    }

    /** As with tagging, the difference of two runs leaves the warm-up out. */
    private void replay(Path few, Path many, int articles, double plain) throws IOException, InterruptedException {
        Measured shortRun = replay(few, "replay-few");
        Measured longRun = replay(many, "replay");
        Matcher of = REPLAYED.matcher(longRun.output());
        Matcher ofShort = REPLAYED.matcher(shortRun.output());
        if (!of.find() || !ofShort.find()) {
            out.println("tocsin replay printed no time:\n" + longRun.output());
            return;
        }
        for (int stage = 1; stage <= 2; stage++) {
            double seconds = Double.parseDouble(of.group(stage));
            double sustained = (articles - articles / 10) / (seconds - Double.parseDouble(ofShort.group(stage)));
            out.printf(
                    "%-40s %8.0f articles/s sustained, %.0f with the warm-up; %.2f of JSON; %d MB%n",
                    stage == 1 ? "tocsin replay --speed max, to signals" : "tocsin replay --speed max, to alerts",
                    sustained,
                    articles / seconds,
                    sustained * plain / articles,
                    longRun.megabytes());
        }
    }

    private Measured replay(Path archive, String data) throws IOException, InterruptedException {
        return seconds(List.of(
                "replay",
                "--speed",
                "max",
                "--port",
                "0",
                "--data",
                folder.resolve(data).toString(),
                archive.toString()));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String version() {
        return Runtime.version().toString();
    }

    /** Seconds to read and write all lines as JSON, once warm. */
    private static double json(Path file) throws IOException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            long bytes = 0;
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode read = Json.MAPPER.readTree(line);
                    bytes += Json.MAPPER.writeValueAsBytes(read).length;
                }
            }
            if (bytes > 0) {
                best = Math.min(best, (System.nanoTime() - begun) / 1e9);
            }
        }
        return best;
    }

    private record Measured(double seconds, long megabytes, String output) {}

    private Measured seconds(List<String> arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        long begun = System.nanoTime();
        boolean lines = arguments.contains("--jsonl");
        Process process = tocsin.start(
                arguments, lines ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMegabytes(process.pid()).orElse(0L));
            process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (process.exitValue() != 0) {
            out.println("tocsin " + arguments.get(0) + " ended with " + process.exitValue());
        }
        return new Measured(seconds, peak, lines ? "" : Files.readString(output));
    }

    /** Seconds until a fresh {@code tocsin run} says that it is ready. */
    private double ready() throws IOException {
        long begun = System.nanoTime();
        Process process = tocsin.start(
                List.of("run", "--port", "0", "--data", folder.resolve("run").toString()),
                ProcessBuilder.Redirect.PIPE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ready")) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
            return Double.NaN;
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Largest resident size so far; Linux only. */
    private static Optional<Long> peakMegabytes(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return peak.find() ? Optional.of(Long.parseLong(peak.group(1)) / 1024) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
