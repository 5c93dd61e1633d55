package io.tocsin.stream.signal;

import io.tocsin.events.Horizon;
import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * Stories by the hour, for the seven days of the longest horizon. Hours count from the Unix epoch, UTC. Mutable; not safe
 * for use by several threads.
 */
public final class HourlyStories {
    private static final int VERSION = 1;
    private static final int HOURS = CellCounts.HOURS;

    /** Those of hour h stand at {@code h mod HOURS}, if h is among the {@value #HOURS} up to the newest. */
    private final int[] stories = new int[HOURS];

    private long newest;

    /** Counts a story; one from before the seven days is none. */
    public void count(Instant countedAt) {
        long hour = hour(countedAt);
        if (hour > newest) {
            for (long next = Math.max(newest + 1, hour - HOURS + 1); next <= hour; next++) {
                stories[slot(next)] = 0;
            }
            newest = hour;
        }
        if (hour > newest - HOURS) {
            stories[slot(hour)]++;
        }
    }

    /** A story that was counted then is none any more. */
    public void takeOut(Instant countedAt) {
        long hour = hour(countedAt);
        if (hour <= newest && hour > newest - HOURS && stories[slot(hour)] > 0) {
            stories[slot(hour)]--;
        }
    }

    /** The stories of each horizon that ends now. */
    public Coverage coverage(Instant now) {
        long hour = hour(now);
        return new Coverage(sum(hour, Horizon.HOUR), sum(hour, Horizon.DAY), sum(hour, Horizon.WEEK));
    }

    private int sum(long nowHour, Horizon horizon) {
        int sum = 0;
        long first = Math.max(nowHour - horizon.length().toHours(), newest - HOURS) + 1;
        for (long hour = Math.min(nowHour, newest); hour >= first; hour--) {
            sum += stories[slot(hour)];
        }
        return sum;
    }

    private static long hour(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 3600);
    }

    private static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    /** As bytes for the state store: the non-empty hours, newest first. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        out.writeNumber((int) newest);
        for (int ago = 0; ago < HOURS && ago < newest; ago++) {
            int count = stories[slot(newest - ago)];
            if (count > 0) {
                out.writeNumber(ago);
                out.writeNumber(count);
            }
        }
        return out.toByteArray();
    }

    /**
     * The reverse of {@link #encode}.
     *
     * @throws UnreadableEvent when the bytes are none of a known version
     */
    public static HourlyStories decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableEvent("hourly stories of version " + version + ", not " + VERSION);
            }
            HourlyStories read = new HourlyStories();
            read.newest = CellCountsSerde.read(in);
            while (in.available() > 0) {
                int ago = CellCountsSerde.read(in);
                read.stories[slot(read.newest - ago)] = CellCountsSerde.read(in);
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableEvent("no hourly stories: " + e.getMessage(), e);
        }
    }
}
