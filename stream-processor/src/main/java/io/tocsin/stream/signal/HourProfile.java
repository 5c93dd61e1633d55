package io.tocsin.stream.signal;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Stories by the hour of the day, of the days that lie before the guard. When there are many, all are halved, so that old
 * days weigh less. Bounded; mutable; not safe for use by several threads.
 */
final class HourProfile {
    static final int HOURS = 24;
    private static final int MOST = 4000;

    private final int[] stories = new int[HOURS];
    private int total;
    /** The latest day that was learned; 0 before the first. */
    private long newest;

    int of(int hour) {
        return stories[hour];
    }

    /** Learns the days up to the guard that it has not learned yet, as far as hours are kept. */
    void learn(Iterable<CellCounts.Hour> hours, long today) {
        long last = today - Baseline.GUARD - 1;
        if (last <= newest) {
            return;
        }
        for (CellCounts.Hour hour : hours) {
            long day = Math.floorDiv(hour.hour, (long) HOURS);
            if (day > newest && day <= last) {
                stories[(int) Math.floorMod(hour.hour, (long) HOURS)] += hour.stories;
                total += hour.stories;
            }
        }
        newest = last;
        if (total > MOST) {
            total = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                stories[hour] /= 2;
                total += stories[hour];
            }
        }
    }

    void write(ByteWriter out) {
        out.writeNumber((int) newest);
        for (int hour = 0; hour < HOURS && newest > 0; hour++) {
            out.writeNumber(stories[hour]);
        }
    }

    void read(DataInputStream in) throws IOException {
        newest = CellCountsSerde.read(in);
        for (int hour = 0; hour < HOURS && newest > 0; hour++) {
            stories[hour] = CellCountsSerde.read(in);
            total += stories[hour];
        }
    }
}
