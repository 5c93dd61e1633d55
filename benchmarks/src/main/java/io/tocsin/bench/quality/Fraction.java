package io.tocsin.bench.quality;

/** Precision, recall and F1 from counts. */
final class Fraction {
    private Fraction() {}

    /** The share of a whole; 0 of nothing. */
    static double of(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** The harmonic mean; 0 when both are. */
    static double f1(double precision, double recall) {
        return of(2 * precision * recall, precision + recall);
    }
}
