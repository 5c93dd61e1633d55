package io.tocsin.stream.signal;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is usual in one cell, like compared with like: what came on the days before, how much of an ordinary day each of
 * them was, and how much of one the tested hours are. Not safe for use by several threads.
 *
 * <p>A day's exposure is its weekday's factor times its coverage: the share of the cell's sources, by what they bring to
 * it, that were there and as active as usual. A day with a coverage below {@value #MIN_COVERAGE} is unknown.
 */
final class UsualNews {
    /** With less of the usual sources a day says nothing. */
    static final double MIN_COVERAGE = 0.7;

    private static final int DAY = HourProfile.HOURS;
    private static final int HOUR = 3600;

    /** The least that a period is looked at as, in ordinary days: some ten minutes. */
    private static final double LEAST = 0.007;

    private final String place;
    private final CellCounts cell;
    private final Almanac almanac;
    private final Rhythm rhythm;
    private final long nowHour;
    /** The share of the current hour that has passed. */
    private final double begun;

    private final Baseline baseline;
    /** Coverages that have been asked for, by day. */
    private final Map<Long, Double> coverages = new HashMap<>();

    private @Nullable Map<String, Double> shares;

    /**
     * What is usual.
     *
     * @param whole all news of the cell's place; null when it is not counted
     * @param firstDay the first day that is tested; the baseline ends before the guard before it
     */
    UsualNews(
            String place,
            String subject,
            CellCounts cell,
            @Nullable CellCounts whole,
            Almanac almanac,
            Rhythm rhythm,
            Instant now,
            long firstDay) {
        this.place = place;
        this.cell = cell;
        this.almanac = almanac;
        this.rhythm = rhythm;
        this.nowHour = Math.floorDiv(now.getEpochSecond(), (long) HOUR);
        this.begun = (now.getEpochSecond() - nowHour * HOUR) / (double) HOUR;
        long newest = firstDay - Baseline.GUARD - 1;
        long oldest = newest - Baseline.DAYS + 1;
        double factor = almanac.lexiconFactor(
                subject, cell.days, whole == null ? cell.days : whole.days, oldest, Math.floorDiv(nowHour, (long) DAY));
        int[] counts = new int[Baseline.DAYS];
        double[] exposures = new double[Baseline.DAYS];
        int days = 0;
        for (long day = newest; day >= oldest; day--) {
            double coverage = almanac.known().includes(day) ? coverage(day) : 0;
            if (coverage >= MIN_COVERAGE) {
                counts[days] = cell.storiesOn(day);
                exposures[days] = rhythm.weekday(day)
                        * coverage
                        / (day < almanac.lexicon().since() ? factor : 1);
                days++;
            }
        }
        baseline = Baseline.of(Arrays.copyOf(counts, days), Arrays.copyOf(exposures, days))
                .withoutOutbreaks();
    }

    /** The share of the cell's sources that there was on a day, by what they bring to it. */
    private double coverage(long day) {
        SortedMap<String, Double> off = almanac.off(place, day, nowHour);
        if (off.isEmpty()) {
            return 1;
        }
        Map<String, Double> all = shares;
        if (all == null) {
            all = cell.mix.shares(Math.floorDiv(nowHour, (long) DAY), almanac::presentFrom);
            shares = all;
        }
        double coverage = 1;
        for (Map.Entry<String, Double> source : off.entrySet()) {
            coverage += all.getOrDefault(source.getKey(), 0.0) * (source.getValue() - 1);
        }
        return Math.max(0, coverage);
    }

    Baseline baseline() {
        return baseline;
    }

    /**
     * The last hours.
     *
     * @param exposure how much of an ordinary day they are
     * @param coverage the share of the usual that the sources bring in them; 1 on an ordinary day
     */
    record Tested(double exposure, double coverage) {}

    /** How much of an ordinary day so many hours from one on were. */
    double exposure(long fromHour, int hours) {
        double exposure = 0;
        for (long hour = fromHour; hour < fromHour + hours; hour++) {
            exposure += rhythm.hourShare(hour);
        }
        long day = Math.floorDiv(fromHour, (long) DAY);
        return exposure * rhythm.weekday(day) * coverages.computeIfAbsent(day, this::coverage);
    }

    /** How much there is to be expected of the last hours, and from how much of the sources. */
    Tested tested(int hours) {
        double exposure = 0;
        double usual = 0;
        double share = 0;
        for (long hour = nowHour; hour > nowHour - hours; hour--) {
            share += hour == nowHour ? begun * rhythm.hourShare(hour) : rhythm.hourShare(hour);
            if (hour == nowHour - hours + 1 || Math.floorMod(hour, (long) DAY) == 0) {
                long day = Math.floorDiv(hour, (long) DAY);
                double ordinary = share * rhythm.weekday(day);
                usual += ordinary;
                exposure += ordinary * coverages.computeIfAbsent(day, this::coverage);
                share = 0;
            }
        }
        return new Tested(Math.max(LEAST, exposure), usual == 0 ? 1 : exposure / usual);
    }
}
