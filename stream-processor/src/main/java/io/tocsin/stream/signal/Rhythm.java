package io.tocsin.stream.signal;

import org.jspecify.annotations.Nullable;

/**
 * On which days of the week and at which hours the news of a place comes: what the place has shown, drawn towards what all
 * places have shown. Immutable.
 */
final class Rhythm {
    private static final int WEEK = 7;
    private static final int HOURS = HourProfile.HOURS;

    /** Stories that speak for all places, against those that a place has for its own weekdays. */
    private static final double SHRINK_WEEK = 60;

    /** The same for the waves over a day. */
    private static final double SHRINK_DAY = 20;

    /** A wave of a day and one of half a day. */
    private static final int WAVES = 2;

    /** The least an hour can be, beside the mean hour. */
    private static final double LEAST = 0.15;

    /** The cosine and the sine of the whole day, then those of half a day, by the hour. */
    private static final double[][] SWINGS = swings();

    /** News comes as it likes. */
    static final Rhythm EVEN = new Rhythm(new double[] {1, 1, 1, 1, 1, 1, 1}, new double[2 * WAVES]);

    private final double[] weekdays;
    private final double[] waves;
    private final double[] shares = new double[HOURS];

    private Rhythm(double[] weekdays, double[] waves) {
        this.weekdays = weekdays;
        this.waves = waves;
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            double height = 1;
            for (int wave = 0; wave < waves.length; wave++) {
                height += waves[wave] * SWINGS[wave][hour];
            }
            shares[hour] = Math.max(LEAST, height);
            sum += shares[hour];
        }
        for (int hour = 0; hour < HOURS; hour++) {
            shares[hour] /= sum;
        }
    }

    private static double[][] swings() {
        double[][] swings = new double[2 * WAVES][HOURS];
        for (int wave = 0; wave < swings.length; wave++) {
            for (int hour = 0; hour < HOURS; hour++) {
                double angle = 2 * Math.PI * (wave / 2 + 1) * (hour + 0.5) / HOURS;
                swings[wave][hour] = wave % 2 == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle);
            }
        }
        return swings;
    }

    /** As it was written down. */
    static Rhythm of(double[] weekdays, double[] waves) {
        return new Rhythm(weekdays.clone(), waves.clone());
    }

    /**
     * The rhythm of a place.
     *
     * @param whole all news of the place; null when it is not counted
     */
    static Rhythm of(@Nullable CellCounts whole, KnownDays known, Rhythm mean, long today) {
        return whole == null ? mean : of(new CellCounts[] {whole}, known, mean, today);
    }

    /** The rhythm of several places together. */
    static Rhythm of(CellCounts[] wholes, KnownDays known, Rhythm mean, long today) {
        double[] seen = new double[WEEK];
        int[] times = new int[WEEK];
        double total = 0;
        int days = 0;
        for (long day = today - CellCounts.DAYS + 1; day < today - Baseline.GUARD; day++) {
            if (known.includes(day)) {
                int weekday = weekdayOf(day);
                times[weekday]++;
                days++;
                for (CellCounts whole : wholes) {
                    seen[weekday] += whole.storiesOn(day);
                }
            }
        }
        for (double stories : seen) {
            total += stories;
        }
        double daily = days == 0 ? 0 : total / days;
        double[] weekdays = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdays[weekday] =
                    (seen[weekday] + SHRINK_WEEK * mean.weekdays[weekday]) / (daily * times[weekday] + SHRINK_WEEK);
        }
        return new Rhythm(weekdays, waves(wholes, mean));
    }

    private static double[] waves(CellCounts[] wholes, Rhythm mean) {
        double[] waves = new double[2 * WAVES];
        double total = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            int stories = 0;
            for (CellCounts whole : wholes) {
                stories += whole.profile.of(hour);
            }
            total += stories;
            for (int wave = 0; wave < waves.length; wave++) {
                waves[wave] += 2 * stories * SWINGS[wave][hour];
            }
        }
        for (int wave = 0; wave < waves.length; wave++) {
            waves[wave] = (waves[wave] + SHRINK_DAY * mean.waves[wave]) / (total + SHRINK_DAY);
        }
        return waves;
    }

    private static int weekdayOf(long day) {
        return (int) Math.floorMod(day, (long) WEEK);
    }

    /** The volume of a day beside the mean of the days of the week; 1 is the mean. */
    double weekday(long day) {
        return weekdays[weekdayOf(day)];
    }

    /** The share of an hour in its day, 1/24 in the mean. */
    double hourShare(long hour) {
        return shares[(int) Math.floorMod(hour, (long) HOURS)];
    }

    /** The share of the day that has passed by the end of an hour of it. */
    double passed(long hour) {
        double share = 0;
        for (int i = (int) Math.floorMod(hour, (long) HOURS); i >= 0; i--) {
            share += shares[i];
        }
        return Math.min(1, share);
    }

    double[] weekdays() {
        return weekdays.clone();
    }

    double[] waves() {
        return waves.clone();
    }
}
