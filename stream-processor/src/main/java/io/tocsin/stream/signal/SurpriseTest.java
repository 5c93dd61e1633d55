package io.tocsin.stream.signal;

/**
 * The negative binomial test by moments, with exposure: how probable is a count of y or more on an ordinary day, given
 * what the baseline saw? With no overdispersion it is the Gamma-Poisson predictive test. Source: {@code
 * docs/statistics.md}.
 *
 * @param expected mean of the tested period
 * @param dispersion phi, at least 1: how much burstier than Poisson the baseline is
 * @param r size of the negative binomial
 * @param p its success probability
 */
public record SurpriseTest(double expected, double dispersion, double r, double p) {

    /** The level at which {@link #bound} is significant. */
    public static final double ALPHA = 1e-3;

    /**
     * The test of a period of exposure {@code tested} against a baseline.
     *
     * @param tested above 0; 1 is an ordinary day
     */
    public static SurpriseTest of(Baseline baseline, double tested) {
        double exposure = baseline.exposure();
        double rate = (baseline.total() + 0.5) / exposure;
        double expected = rate * tested;
        double phi = dispersion(baseline, rate);
        double variance = Math.max(phi * expected * (1 + tested / exposure), 1.0001 * expected);
        return new SurpriseTest(expected, phi, expected * expected / (variance - expected), expected / variance);
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

    /** P(Y &gt;= y), 0 to 1. */
    public double tail(int y) {
        if (y <= 0) {
            return 1;
        }
        double logFirst = r * Math.log(p);
        double logQ = Math.log1p(-p);
        // From the far side when y lies above the mean, so that a small tail is summed and not left over from 1.
        if (y > expected) {
            double logTerm = logFirst + Gamma.log(r + y) - Gamma.log(r) - Gamma.log(y + 1.0) + y * logQ;
            double term = Math.exp(logTerm);
            double sum = 0;
            for (int k = y; term > sum * 1e-16 && k < y + 1_000_000; k++) {
                sum += term;
                term *= (r + k) / (k + 1) * (1 - p);
            }
            return Math.min(1, sum);
        }
        double term = Math.exp(logFirst);
        double below = 0;
        for (int k = 0; k < y; k++) {
            below += term;
            term *= (r + k) / (k + 1) * (1 - p);
        }
        return Math.max(0, 1 - below);
    }

    /** The smallest count whose tail lies below {@link #ALPHA}. */
    public int bound() {
        int low = (int) expected;
        int high = Math.max(1, 2 * low);
        while (tail(high) >= ALPHA) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (tail(middle) < ALPHA) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
