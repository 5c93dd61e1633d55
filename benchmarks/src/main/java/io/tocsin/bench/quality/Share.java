package io.tocsin.bench.quality;

/** A mean of values from 0 to 1. Not safe for use by several threads. */
final class Share {
    private double sum;
    private int rows;

    void add(boolean met) {
        add(met ? 1 : 0);
    }

    void add(double value) {
        sum += value;
        rows++;
    }

    /** 0 when there are no rows. */
    double value() {
        return rows == 0 ? 0 : sum / rows;
    }

    int rows() {
        return rows;
    }
}
