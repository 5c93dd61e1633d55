package io.tocsin.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an alert or a decision rests on, enough to compute it anew.
 *
 * @param measure what was looked at: {@code stories}; {@code share-of-country}, {@code share-of-topic} (0 to 1); {@code
 *     index} (100 is normal); {@code quiet-days} before the first story; {@code silence} (stories, where few are grave)
 * @param observed how many
 * @param expected by the baseline; null when it is too short
 * @param bound smallest significant number; null likewise
 * @param pValue probability of so many or more on an ordinary day, of a silence so few or fewer; null likewise
 * @param baselineDays known days in the baseline
 * @param basis what expected, bound and p-value are computed from; null likewise, and on records of the first version
 * @param part of a share the cell's stories, of the index its points of conflict; null for what is no ratio
 * @param whole of a share the stories that it is a share of, of the index the usual points; null likewise
 * @param also the other conditions of a rule that combines several; null for a rule of one
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
        @Nullable Basis basis,
        @Nullable Double part,
        @Nullable Double whole,
        @Nullable List<Measured> also) {

    public Arithmetic {
        also = also == null ? null : List.copyOf(also);
    }

    /** Numbers of stories alone. */
    public Arithmetic(
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
            @Nullable Basis basis) {
        this(
                measure,
                horizon,
                observed,
                expected,
                bound,
                pValue,
                baselineDays,
                owners,
                articles,
                copies,
                basis,
                null,
                null,
                null);
    }

    /** What was looked at, without what backs it. */
    public Measured measured() {
        return new Measured(measure, horizon, observed, expected, bound, pValue, basis, part, whole);
    }
}
