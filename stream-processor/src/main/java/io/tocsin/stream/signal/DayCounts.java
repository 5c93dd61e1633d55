package io.tocsin.stream.signal;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Counts by the day, for the {@value CellCounts#DAYS} days up to the newest that had one. Days count from the Unix epoch,
 * UTC. Bounded; mutable; not safe for use by several threads.
 */
final class DayCounts {
    /** The count of day d stands at {@code d mod DAYS}. */
    private final int[] counts = new int[CellCounts.DAYS];

    private long newest;

    /** The latest day that had any; 0 before the first. */
    long newest() {
        return newest;
    }

    /** Adds to a day; what lies too far before the newest day is dropped. */
    void add(long day, int number) {
        if (day > newest) {
            for (long next = Math.max(newest + 1, day - CellCounts.DAYS + 1); next <= day; next++) {
                counts[slot(next)] = 0;
            }
            newest = day;
        }
        if (day > newest - CellCounts.DAYS) {
            counts[slot(day)] += number;
        }
    }

    /** Adds all of the others. */
    void add(DayCounts others) {
        for (long day = others.newest - CellCounts.DAYS + 1; day <= others.newest; day++) {
            if (others.on(day) > 0) {
                add(day, others.on(day));
            }
        }
    }

    int on(long day) {
        return day > newest || day <= newest - CellCounts.DAYS ? 0 : counts[slot(day)];
    }

    private static int slot(long day) {
        return (int) Math.floorMod(day, (long) CellCounts.DAYS);
    }

    void write(ByteWriter out) {
        out.writeNumber((int) newest);
        for (long day = newest - CellCounts.DAYS + 1; day <= newest; day++) {
            out.writeNumber(on(day));
        }
    }

    void read(DataInputStream in) throws IOException {
        newest = CellCountsSerde.read(in);
        for (long day = newest - CellCounts.DAYS + 1; day <= newest; day++) {
            counts[slot(day)] = CellCountsSerde.read(in);
        }
    }
}
