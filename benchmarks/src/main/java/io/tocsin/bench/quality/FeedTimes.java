package io.tocsin.bench.quality;

import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How every file below a folder is read as a feed: what came of it and how long it took. */
public final class FeedTimes {
    private static final int SLOWEST_SHOWN = 5;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Timed> times = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private record Timed(Path file, double millis) {}

    private FeedTimes() {}

    /** Reads all files; a slow one is read up to three times, and its quickest quick reading counts. */
    public static FeedTimes of(Path folder) throws IOException {
        FeedTimes found = new FeedTimes();
        TimedFeedReader reader = new TimedFeedReader(new FeedParser(FeedParser.DEFAULT_MAX_BYTES));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                found.take(file, reader.read(Files.readAllBytes(file), "", ""));
            }
        }
        return found;
    }

    private void take(Path file, FeedRead read) {
        if (read instanceof FeedRead.Answered answered) {
            times.add(new Timed(file, answered.millis()));
            String outcome = answered.outcome() instanceof FeedOutcome.Rejected rejected
                    ? rejected.reason().toString()
                    : "read";
            outcomes.merge(outcome, 1, Integer::sum);
        } else {
            lost.add(file + ": " + read);
            outcomes.merge("crashed or hung", 1, Integer::sum);
        }
    }

    /** Prints what was found; answers whether nothing crashed, hung or took longer than 250 ms. */
    public boolean print(PrintStream out) {
        List<Timed> slowest = times.stream()
                .sorted(Comparator.comparingDouble(Timed::millis).reversed())
                .toList();
        long slow = slowest.stream()
                .filter(timed -> timed.millis > TimedFeedReader.QUICK_MILLIS)
                .count();
        out.printf(
                "%d files, %d crashed or hung, %d took more than %.0f ms%n",
                times.size() + lost.size(), lost.size(), slow, TimedFeedReader.QUICK_MILLIS);
        outcomes.forEach((outcome, count) -> out.printf("%8d %s%n", count, outcome));
        lost.forEach(out::println);
        slowest.stream()
                .limit(SLOWEST_SHOWN)
                .forEach(timed -> out.printf(Locale.ROOT, "%8.0f ms %s%n", timed.millis, timed.file));
        return lost.isEmpty() && slow == 0;
    }
}
