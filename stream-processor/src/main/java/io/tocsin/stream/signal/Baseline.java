package io.tocsin.stream.signal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a cell saw on the known days before the tested period: a count and an exposure for each, and how much the day
 * weighs. An exposure of 1 is an ordinary day. Immutable.
 */
public final class Baseline {
    /** Days that a baseline looks back over. */
    public static final int DAYS = 28;

    /** Days before the tested period that stay out, so that a growing event does not raise its own baseline. */
    public static final int GUARD = 2;

    /** With fewer known days there is no test. */
    public static final int MIN_DAYS = 14;

    /** One day in so many may be an outbreak; if more are high, then that is what is usual. */
    private static final int OUTBREAKS = 4;

    /** A day so improbable, given the days that are lower, is an outbreak. */
    private static final double OUTBREAK = 1e-3;

    /** Standard deviations above which a day is looked at more closely. */
    private static final double HIGH = 3;

    /** Fewer stories are no outbreak. */
    private static final int FEWEST = 3;

    private final int[] counts;
    private final double[] exposures;
    private final double[] weights;

    private Baseline(int[] counts, double[] exposures, double[] weights) {
        this.counts = counts;
        this.exposures = exposures;
        this.weights = weights;
    }

    /** A baseline of days that are all ordinary. */
    public static Baseline of(int... counts) {
        return of(counts, ones(counts.length));
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
        return new Baseline(counts.clone(), exposures.clone(), ones(counts.length));
    }

    private static double[] ones(int number) {
        double[] ones = new double[number];
        Arrays.fill(ones, 1);
        return ones;
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

    /** 1 for an ordinary day, less for an outbreak. */
    public double weight(int day) {
        return weights[day];
    }

    /** Stories of all days, by the days' weights. */
    public double total() {
        double total = 0;
        for (int day = 0; day < counts.length; day++) {
            total += weights[day] * counts[day];
        }
        return total;
    }

    /** Exposure of all days, by their weights. */
    public double exposure() {
        double sum = 0;
        for (int day = 0; day < exposures.length; day++) {
            sum += weights[day] * exposures[day];
        }
        return sum;
    }

    /** How many days there are by weight. */
    public double weight() {
        return Arrays.stream(weights).sum();
    }

    /**
     * The same days, with outbreaks weighing less, so that one does not hide the next. From the lowest three quarters of
     * the days upwards, a day that is less probable than {@value #OUTBREAK} against those below it weighs its probability
     * over {@value #OUTBREAK}.
     */
    public Baseline withoutOutbreaks() {
        int highest = 0;
        for (int day = 1; day < counts.length; day++) {
            if (counts[day] > counts[highest]) {
                highest = day;
            }
        }
        if (counts.length < MIN_DAYS || !isHigh(highest)) {
            return this;
        }
        int[] ascending = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Double.compare(counts[a] / exposures[a], counts[b] / exposures[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int ordinary = counts.length - counts.length / OUTBREAKS;
        double[] weighed = new double[counts.length];
        for (int rank = 0; rank < ordinary; rank++) {
            weighed[ascending[rank]] = 1;
        }
        Baseline lower = new Baseline(counts, exposures, weighed);
        for (int rank = ordinary; rank < counts.length; rank++) {
            int day = ascending[rank];
            double tail = SurpriseTest.of(SurpriseTest.basis(lower, exposures[day], Clumping.PRIOR))
                    .tail(counts[day]);
            weighed[day] = Math.min(1, tail / OUTBREAK);
        }
        return lower;
    }

    /** The sum over the days of the squared distance from the mean, and what it would be if stories came by themselves. */
    Spread spread() {
        double rate = total() / exposure();
        double days = weight();
        double squares = 0;
        double stories = 0;
        for (int day = 0; day < counts.length; day++) {
            double mean = rate * exposures[day];
            squares += weights[day] * (counts[day] - mean) * (counts[day] - mean);
            stories += weights[day] * mean;
        }
        return days <= 1 ? new Spread(0, 0) : new Spread(squares * days / (days - 1), stories);
    }

    /**
     * How far days lie from their mean.
     *
     * @param squares sum of squared distances, corrected for the estimated mean
     * @param stories what that is on average when stories come by themselves: the days' stories
     */
    record Spread(double squares, double stories) {}

    /** A first look that costs little: no outbreak without its highest day far above the mean of the others. */
    private boolean isHigh(int day) {
        double exposure = exposure() - exposures[day];
        double mean = (total() - counts[day] + 0.5) / exposure * exposures[day];
        return counts[day] >= FEWEST && counts[day] > mean + HIGH * Math.sqrt(mean);
    }
}
