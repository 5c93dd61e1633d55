package io.tocsin.stream.signal;

import io.tocsin.events.Basis;

/**
 * The negative binomial test by moments, with exposure: how probable is a count of y or more on an ordinary day, given
 * what the baseline saw? With no overdispersion it is the Gamma-Poisson predictive test. Source: {@code
 * docs/why.md}.
 *
 * @param expected mean of the tested period
 * @param dispersion phi, at least 1: how much burstier than Poisson the baseline is
 * @param r size of the negative binomial
 * @param p its success probability
 */
public record SurpriseTest(double expected, double dispersion, double r, double p) {

    /** What the own days of a baseline weigh against what is usual in cells like it. */
    private static final double SHRINK = 50;

    /** The level at which {@link #bound} is significant. */
    public static final double ALPHA = 1e-3;

    /** More than was seen, so that nothing is impossible. */
    private static final double HALF_A_STORY = 0.5;

    /** A term that adds less than this share to a sum adds nothing. */
    private static final double NEGLIGIBLE = 1e-17;

    /**
     * The test of a period of exposure {@code tested} against a baseline that is all there is.
     *
     * @param tested above 0; 1 is an ordinary day
     */
    public static SurpriseTest of(Baseline baseline, double tested) {
        return of(new Basis(baseline.total(), baseline.exposure(), tested, Math.max(1, dispersion(baseline))));
    }

    /** The test of a whole horizon that a basis stands for: the same basis is the same test, bit by bit. */
    public static SurpriseTest of(Basis basis) {
        return of(basis, basis.tested(), basis.dispersion());
    }

    /** The test of a part of the horizon, of an exposure and a dispersion of its own. */
    static SurpriseTest of(Basis basis, double tested, double phi) {
        double expected = rate(basis.stories(), basis.exposure()) * tested;
        double variance = Math.max(phi * expected * (1 + tested / basis.exposure()), 1.0001 * expected);
        return new SurpriseTest(expected, phi, expected * expected / (variance - expected), expected / variance);
    }

    /**
     * The p-value of so many stories in a horizon: of its most surprising part, times the number of parts that were looked
     * at (Bonferroni's bound), when it was looked at in parts.
     */
    public static double pValue(Basis basis, int stories) {
        Basis.Part part = basis.part();
        return part == null
                ? of(basis).tail(stories)
                : Math.min(
                        1,
                        part.looks()
                                * of(basis, part.tested(), part.dispersion()).tail(Math.min(stories, part.stories())));
    }

    /** The smallest number of stories that would be significant at {@link #ALPHA}, spread over all of the horizon. */
    public static int bound(Basis basis) {
        Basis.Part part = basis.part();
        return of(basis).bound(part == null ? ALPHA : ALPHA / part.looks());
    }

    /**
     * What the test of a period of exposure {@code tested} rests on.
     *
     * @param usual dispersion that is usual in cells like it, at least 1
     */
    static Basis basis(Baseline baseline, double tested, double usual) {
        double stories = baseline.total();
        double exposure = baseline.exposure();
        return new Basis(stories, exposure, tested, dispersion(baseline, usual));
    }

    /** Stories of an ordinary day; half a story more than was seen, so that nothing is impossible. */
    private static double rate(double stories, double exposure) {
        return (stories + HALF_A_STORY) / exposure;
    }

    /**
     * The baseline's own dispersion, drawn towards what is usual: the few stories of a sparse cell say little about how
     * they clump. Not below 1.
     */
    private static double dispersion(Baseline baseline, double usual) {
        double daily = baseline.total() / baseline.exposure();
        double own = Math.max(0, baseline.weight() - 1) * 2 * daily / (2 * daily + 1);
        return Math.max(1, (own * dispersion(baseline) + SHRINK * usual) / (own + SHRINK));
    }

    /** Variance over mean of the baseline's days. */
    private static double dispersion(Baseline baseline) {
        Baseline.Spread spread = baseline.spread();
        return spread.squares() / (spread.stories() + HALF_A_STORY);
    }

    /** P(Y &gt;= y), 0 to 1. Sums away from the mean, so that a small tail is summed and not left over from 1. */
    public double tail(int y) {
        if (y <= 0) {
            return 1;
        }
        double q = 1 - p;
        if (y > expected) {
            double term = probability(y);
            double sum = 0;
            for (int k = y; term > sum * NEGLIGIBLE; k++) {
                sum += term;
                term *= (r + k) / (k + 1) * q;
            }
            return Math.min(1, sum);
        }
        double term = probability(y - 1);
        double below = 0;
        for (int k = y - 1; k >= 0 && term > below * NEGLIGIBLE; k--) {
            below += term;
            term *= k / ((r + k - 1) * q);
        }
        return Math.max(0, 1 - below);
    }

    /** P(Y &lt;= y), 0 to 1: how probable so few are on an ordinary day. */
    public double fewer(int y) {
        if (y >= expected) {
            return Math.max(0, 1 - tail(y + 1));
        }
        double term = probability(y);
        double sum = 0;
        for (int k = y; k >= 0 && term > sum * NEGLIGIBLE; k--) {
            sum += term;
            term *= k / ((r + k - 1) * (1 - p));
        }
        return Math.min(1, sum);
    }

    /** P(Y = k). */
    private double probability(int k) {
        return Math.exp(Gamma.log(r + k) - Gamma.log(r) - Gamma.log(k + 1.0) + r * Math.log(p) + k * Math.log1p(-p));
    }

    /** The smallest count whose tail lies below {@link #ALPHA}. */
    public int bound() {
        return bound(ALPHA);
    }

    /** The smallest count whose tail lies below a level. */
    private int bound(double alpha) {
        int count = (int) expected + 1;
        double tail = tail(count);
        double term = probability(count);
        while (tail >= alpha) {
            tail -= term;
            term *= (r + count) / (count + 1) * (1 - p);
            count++;
        }
        return count;
    }
}
