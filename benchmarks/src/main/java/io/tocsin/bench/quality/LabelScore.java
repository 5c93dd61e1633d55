package io.tocsin.bench.quality;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One label a row. An answer that is no label of any row counts as a miss of the expected label and against no other.
 * Not safe for use by several threads.
 */
final class LabelScore {
    private final SortedMap<String, Integer> expected = new TreeMap<>();
    private final SortedMap<String, Integer> given = new TreeMap<>();
    private final SortedMap<String, Integer> hits = new TreeMap<>();
    private int rows;
    private int right;

    void add(String label, String got) {
        rows++;
        expected.merge(label, 1, Integer::sum);
        given.merge(got, 1, Integer::sum);
        if (label.equals(got)) {
            right++;
            hits.merge(label, 1, Integer::sum);
        }
    }

    /** Labels that rows bear, sorted. */
    Set<String> labels() {
        return expected.keySet();
    }

    /** How many rows bear it. */
    int rows(String label) {
        return expected.getOrDefault(label, 0);
    }

    int rows() {
        return rows;
    }

    double accuracy() {
        return Fraction.of(right, rows);
    }

    double precision(String label) {
        return Fraction.of(hits.getOrDefault(label, 0), given.getOrDefault(label, 0));
    }

    double recall(String label) {
        return Fraction.of(hits.getOrDefault(label, 0), expected.getOrDefault(label, 0));
    }

    double f1(String label) {
        return Fraction.f1(precision(label), recall(label));
    }

    /** The plain mean of the labels' F1. */
    double macroF1() {
        return labels().stream().mapToDouble(this::f1).average().orElse(0);
    }

    /** The mean of the labels' F1, each weighing as many rows as bear it. */
    double weightedF1() {
        return Fraction.of(
                labels().stream().mapToDouble(label -> f1(label) * rows(label)).sum(), rows);
    }
}
