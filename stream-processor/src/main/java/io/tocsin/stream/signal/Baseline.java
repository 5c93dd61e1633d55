package io.tocsin.stream.signal;

import java.util.Arrays;

/**
 * What a cell saw on the known days before the tested period: a count and an exposure for each. An exposure of 1 is an
 * ordinary day. Immutable.
 */
public final class Baseline {
    /** Days that a baseline looks back over. */
    public static final int DAYS = 28;

    /** Days before the tested period that stay out, so that a growing event does not raise its own baseline. */
    public static final int GUARD = 2;

    /** With fewer known days there is no test. */
    public static final int MIN_DAYS = 14;

    private final int[] counts;
    private final double[] exposures;

    private Baseline(int[] counts, double[] exposures) {
        this.counts = counts;
        this.exposures = exposures;
    }

    /** A baseline of days that are all ordinary. */
    public static Baseline of(int... counts) {
        double[] exposures = new double[counts.length];
        Arrays.fill(exposures, 1);
        return new Baseline(counts.clone(), exposures);
    }

    /**
     * A baseline of days of different exposure.
     *
     * @param exposures above 0, one for each count
     */
    public static Baseline of(int[] counts, double[] exposures) {
        if (counts.length != exposures.length) {
            throw new IllegalArgumentException(counts.length + " counts and " + exposures.length + " exposures");
        }
        return new Baseline(counts.clone(), exposures.clone());
    }

    /** Known days. */
    public int days() {
        return counts.length;
    }

    public int count(int day) {
        return counts[day];
    }

    public double exposure(int day) {
        return exposures[day];
    }

    public long total() {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    public double exposure() {
        double sum = 0;
        for (double exposure : exposures) {
            sum += exposure;
        }
        return sum;
    }
}
