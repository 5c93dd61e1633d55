package io.tocsin.stream.signal;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Which sources bring how much to a cell, by the week for {@value #WEEKS} weeks; at most the {@value #SOURCES} that bring
 * most. Weeks count from the Unix epoch. Mutable; not safe for use by several threads.
 */
final class SourceMix {
    private static final int WEEKS = 6;
    private static final int SOURCES = 48;
    private static final int WEEK = 7;

    /** Stories of week w stand at {@code w mod WEEKS}. */
    private final Map<String, int[]> bySource = new TreeMap<>();

    private long newest;

    void add(String source, long day, int stories) {
        long week = Math.floorDiv(day, (long) WEEK);
        for (; newest < week; newest++) {
            if (week - newest > WEEKS) {
                newest = week - WEEKS;
            }
            int next = slot(newest + 1);
            bySource.values().forEach(weeks -> weeks[next] = 0);
        }
        if (week <= newest - WEEKS) {
            return;
        }
        bySource.computeIfAbsent(source, s -> new int[WEEKS])[slot(week)] += stories;
        if (bySource.size() > SOURCES) {
            forgetSmallest(source);
        }
    }

    /** A story that was added is none any more. */
    void takeOut(String source, long day) {
        long week = Math.floorDiv(day, (long) WEEK);
        int[] weeks = bySource.get(source);
        if (weeks != null && week > newest - WEEKS && week <= newest && weeks[slot(week)] > 0) {
            weeks[slot(week)]--;
            if (sum(weeks) == 0) {
                bySource.remove(source);
            }
        }
    }

    private void forgetSmallest(String except) {
        String smallest = except;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, int[]> entry : bySource.entrySet()) {
            int stories = sum(entry.getValue());
            if (stories < least && !entry.getKey().equals(except)) {
                least = stories;
                smallest = entry.getKey();
            }
        }
        bySource.remove(smallest);
    }

    /**
     * Each source's share of what they bring together on an ordinary day, 0 to 1.
     *
     * @param since the day from which on a source has been there
     */
    Map<String, Double> shares(long today, ToLongFunction<String> since) {
        Map<String, Double> rates = new TreeMap<>();
        double all = 0;
        for (Map.Entry<String, int[]> entry : bySource.entrySet()) {
            long first = Math.max((newest - WEEKS + 1) * WEEK, since.applyAsLong(entry.getKey()));
            double rate = (double) sum(entry.getValue()) / Math.max(1, today - first + 1);
            rates.put(entry.getKey(), rate);
            all += rate;
        }
        double total = all;
        rates.replaceAll((source, rate) -> total == 0 ? 0 : rate / total);
        return rates;
    }

    private static int sum(int[] weeks) {
        int sum = 0;
        for (int week : weeks) {
            sum += week;
        }
        return sum;
    }

    private static int slot(long week) {
        return (int) Math.floorMod(week, (long) WEEKS);
    }

    void write(ByteWriter out) {
        out.writeNumber((int) newest);
        out.writeNumber(bySource.size());
        bySource.forEach((source, weeks) -> {
            out.writeUTF(source);
            for (int week : weeks) {
                out.writeNumber(week);
            }
        });
    }

    void read(DataInputStream in) throws IOException {
        newest = CellCountsSerde.read(in);
        for (int i = CellCountsSerde.read(in); i > 0; i--) {
            int[] weeks = new int[WEEKS];
            bySource.put(in.readUTF(), weeks);
            for (int week = 0; week < WEEKS; week++) {
                weeks[week] = CellCountsSerde.read(in);
            }
        }
    }
}
