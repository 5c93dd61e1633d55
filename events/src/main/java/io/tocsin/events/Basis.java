package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an expected number, its bound and its p-value are computed from: with it anybody can compute them anew. The
 * formulas are in {@code docs/why.md}.
 *
 * @param stories of the baseline's known days together; outbreaks weigh less
 * @param exposure of those days together; 1 is an ordinary day
 * @param tested exposure of the tested period
 * @param dispersion how much burstier than Poisson the baseline is, at least 1
 * @param part what the p-value is of, when the horizon was looked at in parts; null when only as a whole
 */
public record Basis(
        double stories,
        double exposure,
        double tested,
        double dispersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part part) {

    /** A horizon that was looked at only as a whole. */
    public Basis(double stories, double exposure, double tested, double dispersion) {
        this(stories, exposure, tested, dispersion, null);
    }

    /**
     * The most surprising of a horizon's last hours, of several lengths.
     *
     * @param hours how many; all of the horizon's when that is the most surprising
     * @param stories independent stories first seen in them
     * @param tested exposure of them
     * @param dispersion how much burstier than Poisson so many hours are, at least 1
     * @param looks how many lengths were tested: the p-value is so many times the probability, at most 1
     */
    public record Part(int hours, int stories, double tested, double dispersion, int looks) {}
}
