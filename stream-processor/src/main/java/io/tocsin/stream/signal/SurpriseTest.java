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

    /** The level at which {@link #bound} is significant. */
    public static final double ALPHA = 1e-3;

    /** A term that adds less than this share to a sum adds nothing. */
    private static final double NEGLIGIBLE = 1e-17;

    /**
     * The test of a period of exposure {@code tested} against a baseline.
     *
     * @param tested above 0; 1 is an ordinary day
     */
    public static SurpriseTest of(Baseline baseline, double tested) {
        return of(basis(baseline, tested));
    }

    /** The test that a basis stands for: the same basis is the same test, bit by bit. */
    public static SurpriseTest of(Basis basis) {
        double expected = rate(basis.stories(), basis.exposure()) * basis.tested();
        double phi = basis.dispersion();
        double variance = Math.max(phi * expected * (1 + basis.tested() / basis.exposure()), 1.0001 * expected);
        return new SurpriseTest(expected, phi, expected * expected / (variance - expected), expected / variance);
    }

    /** What the test of a period of exposure {@code tested} rests on. */
    static Basis basis(Baseline baseline, double tested) {
        double stories = (double) baseline.total();
        double exposure = baseline.exposure();
        return new Basis(stories, exposure, tested, dispersion(baseline, rate(stories, exposure)));
    }

    /** Stories of an ordinary day; half a story more than was seen, so that nothing is impossible. */
    private static double rate(double stories, double exposure) {
        return (stories + 0.5) / exposure;
    }

    /** Pearson's chi-square over its degrees of freedom, not below 1. */
    private static double dispersion(Baseline baseline, double rate) {
        int days = baseline.days();
        if (days < 2) {
            return 1;
        }
        double chiSquare = 0;
        for (int i = 0; i < days; i++) {
            double mean = rate * baseline.exposure(i);
            double difference = baseline.count(i) - mean;
            chiSquare += difference * difference / mean;
        }
        return Math.max(1, chiSquare / (days - 1));
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
        int count = (int) expected + 1;
        double tail = tail(count);
        double term = probability(count);
        while (tail >= ALPHA) {
            tail -= term;
            term *= (r + count) / (count + 1) * (1 - p);
            count++;
        }
        return count;
    }
}
