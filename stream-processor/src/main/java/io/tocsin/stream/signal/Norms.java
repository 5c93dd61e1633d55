package io.tocsin.stream.signal;

import io.tocsin.events.CellName;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.UnreadableEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is usual in all cells together, as of the beginning of a day. Immutable. */
final class Norms {
    private static final int VERSION = 1;

    /** The least of a day's excess dispersion that a part of it has. */
    private static final double LEAST_SHARE = 0.1;

    /** Keeps the ratio of two excesses that are near 0 from saying anything. */
    private static final double SMALL = 0.02;

    /** Of a set of which nothing is known. */
    static final Norms NONE = new Norms(0, Rhythm.EVEN, new double[][] {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}});

    private final long day;
    private final Rhythm rhythm;
    /** How much burstier than Poisson cells are, by class of volume and by part of a day, see {@link Clumping}. */
    private final double[][] dispersions;

    private Norms(long day, Rhythm rhythm, double[][] dispersions) {
        this.day = day;
        this.rhythm = rhythm;
        this.dispersions = dispersions;
    }

    /** Days since the Unix epoch, UTC. */
    long day() {
        return day;
    }

    /** Of all news. */
    Rhythm rhythm() {
        return rhythm;
    }

    /** What all cells together show at the beginning of a day. */
    static Norms of(Map<String, CellCounts> cells, Almanac almanac, long today) {
        Map<String, CellCounts> sorted = new TreeMap<>(cells);
        List<CellCounts> wholes = new ArrayList<>();
        sorted.forEach((key, cell) -> {
            if (CellName.isCountry(SignalDesk.placeOf(key))
                    && SignalDesk.subjectOf(key).equals(CellName.ANY)) {
                wholes.add(cell);
            }
        });
        Rhythm rhythm = Rhythm.of(wholes.toArray(CellCounts[]::new), almanac.known(), Rhythm.EVEN, today);
        Clumping clumping = new Clumping();
        Instant midnight = Instant.ofEpochSecond(today * HourProfile.HOURS * 3600);
        sorted.forEach((key, cell) -> {
            String place = SignalDesk.placeOf(key);
            String subject = SignalDesk.subjectOf(key);
            if (WatchedScopes.isAlwaysTold(place, subject)) {
                CellCounts whole = cells.get(Signal.key(place, CellName.ANY));
                UsualNews usual = new UsualNews(
                        place,
                        subject,
                        cell,
                        whole,
                        almanac,
                        Rhythm.of(whole, almanac.known(), rhythm, today),
                        midnight,
                        today);
                if (usual.baseline().days() >= Baseline.MIN_DAYS) {
                    clumping.add(cell, usual, almanac.known(), today);
                }
            }
        });
        return new Norms(today, rhythm, clumping.dispersions());
    }

    /** The dispersion of days that is usual for a cell of that volume. */
    double dispersion(Baseline baseline) {
        return dispersions[Clumping.volume(baseline)][0];
    }

    /**
     * The dispersion of a part of a day: nearer to 1 than that of the day, as far as it is so in all cells of that volume.
     *
     * @param day the cell's dispersion of a day, at least 1
     */
    double dispersion(Baseline baseline, int part, double day) {
        double[] usual = dispersions[Clumping.volume(baseline)];
        double share = (usual[part] - 1 + SMALL) / (usual[0] - 1 + SMALL);
        return 1 + (day - 1) * Math.max(LEAST_SHARE, Math.min(1, share));
    }

    byte[] encode() {
        ByteWriter out = new ByteWriter(256);
        out.writeByte(VERSION);
        out.writeNumber((int) day);
        write(rhythm.weekdays(), out);
        write(rhythm.waves(), out);
        out.writeNumber(dispersions.length);
        for (double[] ofClass : dispersions) {
            write(ofClass, out);
        }
        return out.toByteArray();
    }

    private static void write(double[] numbers, ByteWriter out) {
        out.writeNumber(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    static Norms decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableEvent("norms of version " + version + ", not " + VERSION);
            }
            long day = CellCountsSerde.read(in);
            Rhythm rhythm = Rhythm.of(read(in), read(in));
            double[][] dispersions = new double[CellCountsSerde.read(in)][];
            for (int i = 0; i < dispersions.length; i++) {
                dispersions[i] = read(in);
            }
            return new Norms(day, rhythm, dispersions);
        } catch (IOException e) {
            throw new UnreadableEvent("no norms: " + e.getMessage(), e);
        }
    }

    private static double[] read(DataInputStream in) throws IOException {
        double[] numbers = new double[CellCountsSerde.read(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
