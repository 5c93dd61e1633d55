package io.tocsin.events;

import org.jspecify.annotations.Nullable;

/**
 * One condition's numbers, enough to compute them anew; the fields are those of {@link Arithmetic}.
 *
 * @param measure what was looked at
 * @param observed how much of it
 */
public record Measured(
        String measure,
        Horizon horizon,
        double observed,
        @Nullable Double expected,
        @Nullable Double bound,
        @Nullable Double pValue,
        @Nullable Basis basis,
        @Nullable Double part,
        @Nullable Double whole) {}
