package io.tocsin.events;

import org.jspecify.annotations.Nullable;

/**
 * The numbers that an alert or a decision rests on, enough to compute it anew.
 *
 * @param measure what was counted: {@code stories}
 * @param observed how many
 * @param expected by the baseline; null when it is too short
 * @param bound smallest significant number; null likewise
 * @param pValue probability of so many or more on an ordinary day; null likewise
 * @param baselineDays known days in the baseline
 * @param basis what expected, bound and p-value are computed from; null likewise, and on records of the first version
 */
public record Arithmetic(
        String measure,
        Horizon horizon,
        double observed,
        @Nullable Double expected,
        @Nullable Double bound,
        @Nullable Double pValue,
        int baselineDays,
        int owners,
        int articles,
        int copies,
        @Nullable Basis basis) {}
