package io.tocsin.stream.country.build;

import io.tocsin.stream.text.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Phrases with what they mean and the languages that use them, on their way into a dictionary file of the columns code,
 * kind, languages, phrases.
 */
final class Phrases {
    /** A word of one or two letters before a star, which the lexicon refuses. */
    private static final Pattern SHORT_STEM = Pattern.compile("(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}]{1,2}\\*");

    /** Any language. */
    static final String ANY = "*";

    /** Languages of a phrase, by code and kind (joined by a tab), then phrase. */
    private final Map<String, Map<String, Set<String>>> languages = new TreeMap<>();

    private final Drops drops;

    Phrases(Drops drops) {
        this.drops = drops;
    }

    void add(String code, String kind, String language, String phrase) {
        if (!drops.contains(code, language, phrase)
                && !SHORT_STEM.matcher(Fold.fold(phrase)).find()) {
            languages
                    .computeIfAbsent(code + '\t' + kind, k -> new TreeMap<>())
                    .computeIfAbsent(phrase, k -> new TreeSet<>())
                    .add(language);
        }
    }

    /** Whether some code has the phrase in this language. */
    Map<String, Set<String>> of(String code, String kind) {
        return languages.getOrDefault(code + '\t' + kind, Map.of());
    }

    /** Phrases that differ in case and accents only are one to the lexicon; one in lower case matches most. */
    private static Map<String, Set<String>> oneSpelling(Map<String, Set<String>> phrases) {
        Map<String, String> spelling = new TreeMap<>();
        for (String phrase : phrases.keySet()) {
            spelling.merge(Fold.fold(phrase), phrase, (one, other) -> {
                boolean lower = Character.isLowerCase(one.charAt(0));
                boolean otherLower = Character.isLowerCase(other.charAt(0));
                return lower == otherLower ? (one.compareTo(other) > 0 ? one : other) : lower ? one : other;
            });
        }
        Map<String, Set<String>> merged = new TreeMap<>();
        phrases.forEach((phrase, used) -> merged.computeIfAbsent(
                        spelling.getOrDefault(Fold.fold(phrase), phrase), k -> new TreeSet<>())
                .addAll(used));
        return merged;
    }

    /** One row for all phrases of a code and kind that are used by the same languages. */
    Collection<String> rows() {
        List<String> rows = new ArrayList<>();
        languages.forEach((codeAndKind, phrases) -> {
            Map<String, Set<String>> byLanguages = new HashMap<>();
            oneSpelling(phrases).forEach((phrase, used) -> byLanguages
                    .computeIfAbsent(used.contains(ANY) ? ANY : String.join(",", used), k -> new TreeSet<>())
                    .add(phrase));
            byLanguages.forEach((used, same) -> rows.add(codeAndKind + '\t' + used + '\t' + String.join("|", same)));
        });
        return rows;
    }
}
