package io.tocsin.stream.signal;

import io.tocsin.events.Basis;
import io.tocsin.events.EscalationIndex;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import org.jspecify.annotations.Nullable;

/** Compares a cell with all news of its place, with all news on its subject and with its own normal. Stateless. */
final class Comparison {
    private Comparison() {}

    /**
     * One horizon's comparison.
     *
     * @param stories the cell's stories in the horizon
     * @param whole what the cell's place saw on whatever subject; null when that is not counted
     * @param firstDay the horizon's first day
     * @param basis null when the baseline is too short
     */
    static Signal.Context of(
            Horizon horizon,
            int stories,
            CellCounts counts,
            @Nullable CellCounts whole,
            KnownDays known,
            long nowHour,
            long firstDay,
            @Nullable Basis basis) {
        int hours = (int) horizon.length().toHours();
        double conflict = counts.conflict.sum(nowHour, hours);
        Double usual = basis == null ? null : usualConflict(counts, known, firstDay);
        Coverage coverage = counts.coverage;
        return new Signal.Context(
                whole == null ? null : whole.sums(nowHour, hours).stories,
                coverage == null ? null : Math.max(stories, coverage.of(horizon)),
                conflict,
                usual,
                basis == null || usual == null
                        ? null
                        : EscalationIndex.of(conflict, EscalationIndex.usual(usual, basis)),
                basis == null ? null : SurpriseTest.of(basis).fewer(stories));
    }

    /** The points of the baseline's known days. */
    private static double usualConflict(CellCounts counts, KnownDays known, long firstDay) {
        double sum = 0;
        long newest = firstDay - Baseline.GUARD - 1;
        for (long day = newest; day > newest - Baseline.DAYS; day--) {
            if (known.includes(day)) {
                sum += counts.conflict.onDay(day);
            }
        }
        return sum;
    }
}
