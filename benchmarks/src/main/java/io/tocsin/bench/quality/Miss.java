package io.tocsin.bench.quality;

import java.util.Comparator;
import java.util.List;

/**
 * A row that was read otherwise than it is labelled.
 *
 * @param weight how wrong; the unit is the scorer's own
 * @param evidence the spans that said so
 */
record Miss(double weight, String id, String text, String expected, String got, List<String> evidence) {
    /** Worst first, then by id. */
    static final Comparator<Miss> WORST_FIRST =
            Comparator.comparingDouble(Miss::weight).reversed().thenComparing(Miss::id);

    Miss {
        evidence = List.copyOf(evidence);
    }
}
