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
    /** Horizons end with the current hour, which has only begun: for the baseline a day is a day all the same. */
    private static final double[] EXPOSURE = {1 / 24.0, 1, 7};

    private SignalMaker() {}

    /**
     * The signal of a cell as of now.
     *
     * @param arrivedAt when the article that moved it was first seen; null when only time has passed
     */
    public static Signal signal(
            String country,
            String topic,
            CellCounts counts,
            KnownDays known,
            Instant now,
            @Nullable Instant arrivedAt) {
        return signal(country, topic, counts, null, known, now, arrivedAt);
    }

    /**
     * The signal of a cell as of now.
     *
     * @param whole what the cell's place saw on whatever subject; null when that is not counted
     * @param arrivedAt when the article that moved it was first seen; null when only time has passed
     */
    public static Signal signal(
            String country,
            String topic,
            CellCounts counts,
            @Nullable CellCounts whole,
            KnownDays known,
            Instant now,
            @Nullable Instant arrivedAt) {
        long nowHour = Math.floorDiv(now.getEpochSecond(), 3600);
        List<Signal.Window> windows = new ArrayList<>(Horizon.values().length);
        for (Horizon horizon : Horizon.values()) {
            windows.add(window(horizon, counts, whole, known, nowHour));
        }
        return new Signal(
                country,
                topic,
                now,
                arrivedAt,
                windows,
                counts.newestEvidence(),
                counts.newestStories(),
                counts.lexicon);
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

    /** Whether two signals of a cell hold the same stories and owners in every horizon. */
    public static boolean countsAlike(Signal one, Signal other) {
        for (int i = 0; i < one.windows().size(); i++) {
            Signal.Window a = one.windows().get(i);
            Signal.Window b = other.windows().get(i);
            if (a.stories() != b.stories() || a.owners() != b.owners()) {
                return false;
            }
        }
        return true;
    }

    private static Signal.Window window(
            Horizon horizon, CellCounts counts, @Nullable CellCounts whole, KnownDays known, long nowHour) {
        int hours = (int) horizon.length().toHours();
        CellCounts.Sums sums = counts.sums(nowHour, hours);
        Baseline baseline = baseline(horizon, counts, known, nowHour);
        Double expected = null;
        Integer bound = null;
        Double pValue = null;
        Basis basis = null;
        if (baseline.days() >= Baseline.MIN_DAYS) {
            basis = SurpriseTest.basis(baseline, EXPOSURE[horizon.ordinal()]);
            SurpriseTest test = SurpriseTest.of(basis);
            expected = test.expected();
            bound = test.bound();
            pValue = test.tail(sums.stories);
        }
        return new Signal.Window(
                horizon,
                sums.stories,
                sums.articles,
                sums.copies,
                sums.owners,
                sums.threats,
                sums.acts,
                sums.escalation,
                expected,
                bound,
                pValue,
                baseline.days(),
                FirstSeen.quietDays(horizon, counts, known, nowHour),
                basis,
                Comparison.of(horizon, sums.stories, counts, whole, known, nowHour, firstDay(horizon, nowHour), basis));
    }

    /** The first day of which some hour lies within the horizon. */
    private static long firstDay(Horizon horizon, long nowHour) {
        return Math.floorDiv(nowHour - horizon.length().toHours() + 1, 24);
    }

    /** The known ones among the 28 days that end before the guard, which ends before the horizon's first day. */
    static Baseline baseline(Horizon horizon, CellCounts counts, KnownDays known, long nowHour) {
        long newest = firstDay(horizon, nowHour) - Baseline.GUARD - 1;
        int[] stories = new int[Baseline.DAYS];
        int days = 0;
        for (long day = newest; day > newest - Baseline.DAYS; day--) {
            if (known.includes(day)) {
                stories[days++] = counts.storiesOn(day);
            }
        }
        return Baseline.of(java.util.Arrays.copyOf(stories, days));
    }
}
