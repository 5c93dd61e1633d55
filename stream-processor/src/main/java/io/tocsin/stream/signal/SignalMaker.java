package io.tocsin.stream.signal;

import io.tocsin.events.Basis;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a cell's signal from what the cell has seen. Stateless. */
public final class SignalMaker {
    private static final int DAY = HourProfile.HOURS;

    /** A burst of a few hours would drown in a day: a day is looked at in these lengths, in hours. */
    static final int[] PARTS_OF_A_DAY = {DAY, 12, 6, 2};

    private SignalMaker() {}

    /**
     * The signal of a cell as of now.
     *
     * @param whole all news of the cell's place; null when that is not counted
     * @param arrivedAt when the article that moved it was first seen; null when only time has passed
     */
    public static Signal signal(
            String place,
            String subject,
            CellCounts counts,
            @Nullable CellCounts whole,
            Almanac almanac,
            Instant now,
            @Nullable Instant arrivedAt) {
        long nowHour = Math.floorDiv(now.getEpochSecond(), 3600);
        long today = Math.floorDiv(nowHour, (long) DAY);
        Rhythm rhythm = Rhythm.of(whole, almanac.known(), almanac.norms().rhythm(), today);
        // The last hour is compared with the same days as the last day.
        UsualNews day =
                new UsualNews(place, subject, counts, whole, almanac, rhythm, now, firstDay(Horizon.DAY, nowHour));
        UsualNews week =
                new UsualNews(place, subject, counts, whole, almanac, rhythm, now, firstDay(Horizon.WEEK, nowHour));
        List<Signal.Window> windows = new ArrayList<>(Horizon.values().length);
        for (Horizon horizon : Horizon.values()) {
            windows.add(window(horizon, counts, whole, almanac, nowHour, horizon == Horizon.WEEK ? week : day));
        }
        return new Signal(
                place,
                subject,
                now,
                arrivedAt,
                windows,
                counts.newestEvidence(),
                counts.newestStories(),
                counts.lexicon.version());
    }

    /** Below this probability, or at two stories without a baseline, somebody may wait for the signal to fall. */
    private static final double WATCHED = 0.2;

    /** Whether somebody may wait for the signal to fall. */
    public static boolean isWatched(Signal signal) {
        for (Signal.Window window : signal.windows()) {
            Double pValue = window.pValue();
            if (pValue == null ? window.stories() > 1 : window.stories() > 0 && pValue < WATCHED) {
                return true;
            }
        }
        return false;
    }

    private static Signal.Window window(
            Horizon horizon,
            CellCounts counts,
            @Nullable CellCounts whole,
            Almanac almanac,
            long nowHour,
            UsualNews usual) {
        int hours = (int) horizon.length().toHours();
        CellCounts.Sums sums = counts.sums(nowHour, hours);
        Basis basis = basis(horizon, counts, almanac, nowHour, usual, sums.stories);
        return new Signal.Window(
                horizon,
                sums.stories,
                sums.articles,
                sums.copies,
                sums.owners,
                sums.threats,
                sums.acts,
                sums.escalation,
                basis == null ? null : SurpriseTest.of(basis).expected(),
                basis == null ? null : SurpriseTest.bound(basis),
                basis == null ? null : SurpriseTest.pValue(basis, sums.stories),
                usual.baseline().days(),
                FirstSeen.quietDays(horizon, counts, almanac.known(), nowHour),
                basis,
                Comparison.of(
                        horizon,
                        sums.stories,
                        counts,
                        whole,
                        almanac.known(),
                        nowHour,
                        firstDay(horizon == Horizon.HOUR ? Horizon.DAY : horizon, nowHour),
                        basis));
    }

    /** The first day of which some hour lies within the horizon. */
    private static long firstDay(Horizon horizon, long nowHour) {
        return Math.floorDiv(nowHour - horizon.length().toHours() + 1, (long) DAY);
    }

    /** What the horizon's test rests on; null when the baseline is too short or too many of the sources are silent. */
    private static @Nullable Basis basis(
            Horizon horizon, CellCounts counts, Almanac almanac, long nowHour, UsualNews usual, int stories) {
        Baseline baseline = usual.baseline();
        UsualNews.Tested tested = usual.tested((int) horizon.length().toHours());
        if (baseline.days() < Baseline.MIN_DAYS || tested.coverage() < UsualNews.MIN_COVERAGE) {
            return null;
        }
        Basis whole =
                SurpriseTest.basis(baseline, tested.exposure(), almanac.norms().dispersion(baseline));
        return horizon == Horizon.DAY
                ? ofMostSurprisingPart(whole, counts, almanac.norms(), nowHour, usual, stories)
                : whole;
    }

    private static Basis ofMostSurprisingPart(
            Basis whole, CellCounts counts, Norms norms, long nowHour, UsualNews usual, int stories) {
        Basis.Part best = new Basis.Part(DAY, stories, whole.tested(), whole.dispersion(), PARTS_OF_A_DAY.length);
        double least = SurpriseTest.of(whole).tail(stories);
        for (int part = 1; part < PARTS_OF_A_DAY.length; part++) {
            int hours = PARTS_OF_A_DAY[part];
            int inPart = counts.stories(nowHour, hours);
            if (inPart < 2) {
                continue;
            }
            double tested = usual.tested(hours).exposure();
            double dispersion = norms.dispersion(usual.baseline(), part, whole.dispersion());
            double tail = SurpriseTest.of(whole, tested, dispersion).tail(inPart);
            if (tail < least) {
                least = tail;
                best = new Basis.Part(hours, inPart, tested, dispersion, PARTS_OF_A_DAY.length);
            }
        }
        return new Basis(whole.stories(), whole.exposure(), whole.tested(), whole.dispersion(), best);
    }
}
