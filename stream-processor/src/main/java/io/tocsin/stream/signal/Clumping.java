package io.tocsin.stream.signal;

/**
 * How much burstier than Poisson cells are, in periods of several lengths: the variance over the mean, of cells of alike
 * volume together. A single sparse cell has too few stories to show it. Mutable; not safe for use by several threads.
 */
final class Clumping {
    /** A cell is in the first class with less than one story a day, in the second with less than five. */
    private static final double[] CLASSES = {1, 5};

    /** Days of which the hours are kept, without today and the guard. */
    private static final int DAYS = 7 - Baseline.GUARD - 1;

    /** A period so improbable is an outbreak: it does not show what is usual. */
    private static final double OUTBREAK = 1e-3;

    /** Stories that speak for {@link #PRIOR}. */
    private static final double SHRINK = 100;

    /** What is known before anything has been seen. */
    static final double PRIOR = 1.2;

    private static final int DAY = HourProfile.HOURS;

    private final double[][] squares = new double[CLASSES.length + 1][SignalMaker.PARTS_OF_A_DAY.length];
    private final double[][] stories = new double[CLASSES.length + 1][SignalMaker.PARTS_OF_A_DAY.length];

    static int volume(Baseline baseline) {
        double daily = baseline.total() / baseline.exposure();
        return daily < CLASSES[0] ? 0 : daily < CLASSES[1] ? 1 : 2;
    }

    /** Takes a look at a cell: at the days of its baseline, and at the hours of the last days before the guard. */
    void add(CellCounts cell, UsualNews usual, KnownDays known, long today) {
        Baseline baseline = usual.baseline();
        int volume = volume(baseline);
        Baseline.Spread spread = baseline.spread();
        squares[volume][0] += spread.squares();
        stories[volume][0] += spread.stories();
        double rate = baseline.total() / baseline.exposure();
        for (long day = today - Baseline.GUARD - DAYS; day < today - Baseline.GUARD; day++) {
            if (!known.includes(day) || usual.exposure(day * DAY, DAY) == 0) {
                continue;
            }
            for (int part = 1; part < SignalMaker.PARTS_OF_A_DAY.length; part++) {
                int hours = SignalMaker.PARTS_OF_A_DAY[part];
                for (long hour = day * DAY; hour < (day + 1) * DAY; hour += hours) {
                    double exposure = usual.exposure(hour, hours);
                    int seen = cell.stories(hour + hours - 1, hours);
                    if (!isOutbreak(baseline, exposure, seen)) {
                        squares[volume][part] += (seen - rate * exposure) * (seen - rate * exposure);
                        stories[volume][part] += rate * exposure;
                    }
                }
            }
        }
    }

    private static boolean isOutbreak(Baseline baseline, double exposure, int seen) {
        return seen > 2
                && SurpriseTest.of(SurpriseTest.basis(baseline, exposure, PRIOR))
                                .tail(seen)
                        < OUTBREAK;
    }

    /** Dispersions by class of volume and by part of a day, each at least 1. */
    double[][] dispersions() {
        double[][] dispersions = new double[squares.length][squares[0].length];
        for (int volume = 0; volume < squares.length; volume++) {
            for (int part = 0; part < squares[0].length; part++) {
                dispersions[volume][part] =
                        Math.max(1, (squares[volume][part] + SHRINK * PRIOR) / (stories[volume][part] + SHRINK));
            }
        }
        return dispersions;
    }
}
