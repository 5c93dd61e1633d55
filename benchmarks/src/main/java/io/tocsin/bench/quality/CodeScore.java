package io.tocsin.bench.quality;

import java.util.HashSet;
import java.util.Set;

/** Sets of codes against sets of codes, counted over all rows (micro). Not safe for use by several threads. */
final class CodeScore {
    private int hits;
    private int given;
    private int wanted;
    private int exact;
    private int rows;

    /** What was wrong with a row. */
    record Difference(Set<String> missing, Set<String> wrong) {
        boolean none() {
            return missing.isEmpty() && wrong.isEmpty();
        }
    }

    Difference add(Set<String> expected, Set<String> got) {
        return add(expected, Set.of(), got);
    }

    /**
     * Counts a row.
     *
     * @param optional codes that are neither right nor wrong
     */
    Difference add(Set<String> expected, Set<String> optional, Set<String> got) {
        Set<String> wrong = new HashSet<>(got);
        wrong.removeAll(expected);
        wrong.removeAll(optional);
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(got);
        int found = expected.size() - missing.size();
        hits += found;
        given += found + wrong.size();
        wanted += expected.size();
        rows++;
        Difference difference = new Difference(missing, wrong);
        if (difference.none()) {
            exact++;
        }
        return difference;
    }

    /** The share of given codes that are right. */
    double precision() {
        return Fraction.of(hits, given);
    }

    /** The share of expected codes that were given. */
    double recall() {
        return Fraction.of(hits, wanted);
    }

    double f1() {
        return Fraction.f1(precision(), recall());
    }

    /** The share of rows with exactly the expected codes. */
    double exact() {
        return Fraction.of(exact, rows);
    }

    int rows() {
        return rows;
    }
}
