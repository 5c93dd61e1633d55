package io.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a text was found, in shingles of four words, as the scrapinghub article extraction benchmark counts it:
 * precision and recall of each page, their means, and the F1 of the means. Not safe for use by several threads.
 */
final class ShingleScore {
    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Share precision = new Share();
    private final Share recall = new Share();

    /** Counts a page and gives its own F1. */
    double add(String expected, String got) {
        Map<List<String>, Integer> wanted = shingles(expected);
        Map<List<String>, Integer> given = shingles(got);
        int hits = 0;
        for (var shingle : given.entrySet()) {
            hits += Math.min(shingle.getValue(), wanted.getOrDefault(shingle.getKey(), 0));
        }
        double pagePrecision = share(hits, total(given), total(wanted));
        double pageRecall = share(hits, total(wanted), total(given));
        precision.add(pagePrecision);
        recall.add(pageRecall);
        return Fraction.f1(pagePrecision, pageRecall);
    }

    /** Nothing of nothing is right; nothing where the other has something is wrong. */
    private static double share(int hits, int whole, int other) {
        return whole == 0 ? (other == 0 ? 1 : 0) : Fraction.of(hits, whole);
    }

    double precision() {
        return precision.value();
    }

    double recall() {
        return recall.value();
    }

    double f1() {
        return Fraction.f1(precision(), recall());
    }

    int rows() {
        return precision.rows();
    }

    private static int total(Map<List<String>, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A text of fewer than four words is one shingle. */
    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        Map<List<String>, Integer> shingles = new HashMap<>();
        if (!words.isEmpty() && words.size() < WORDS) {
            shingles.put(List.copyOf(words), 1);
        }
        for (int from = 0; from + WORDS <= words.size(); from++) {
            shingles.merge(List.copyOf(words.subList(from, from + WORDS)), 1, Integer::sum);
        }
        return shingles;
    }
}
