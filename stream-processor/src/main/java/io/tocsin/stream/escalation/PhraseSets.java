package io.tocsin.stream.escalation;

import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of phrases that patterns and cues are made of, each once, while the dictionaries are read. An entry of the
 * lexicon is a phrase in a language, and knows the sets that it is in.
 */
final class PhraseSets {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2035;
    /** Language of what is the same in all. */
    static final int ANY = Lexicon.Builder.ANY_LANGUAGE;

    private record Phrase(int language, String words) {}

    private record Alternatives(int language, List<String> words) {}

    private final Map<Alternatives, Integer> numbers = new HashMap<>();
    /** By set: bits of the cues that its phrases are, {@code 1 << Cue.ordinal()}. */
    private final List<Integer> cues = new ArrayList<>();

    private final Map<Phrase, List<Integer>> setsOf = new LinkedHashMap<>();
    private final Map<Phrase, Integer> years = new HashMap<>();

    PhraseSets() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            String digits = Integer.toString(year);
            cue(of(ANY, List.of(digits)), Cue.YEAR);
            years.put(new Phrase(ANY, digits), year);
        }
    }

    /** Number of the set of these phrases. */
    int of(int language, List<String> words) {
        Alternatives alternatives = new Alternatives(language, List.copyOf(words));
        Integer known = numbers.get(alternatives);
        if (known != null) {
            return known;
        }
        int number = cues.size();
        numbers.put(alternatives, number);
        cues.add(0);
        for (String phrase : words) {
            setsOf.computeIfAbsent(new Phrase(language, phrase), p -> new ArrayList<>(2))
                    .add(number);
        }
        return number;
    }

    /** Says that the phrases of a set are cues, beside what else they are. */
    void cue(int set, Cue cue) {
        cues.set(set, cues.get(set) | (1 << cue.ordinal()));
    }

    /** By set: bits of the cues that its phrases are. */
    int[] cues() {
        return cues.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] languages() {
        return setsOf.keySet().stream().mapToInt(Phrase::language).toArray();
    }

    int[][] setsByEntry() {
        return setsOf.values().stream()
                .map(sets -> sets.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The year that an entry is, or 0. */
    int[] yearsByEntry() {
        return setsOf.keySet().stream()
                .mapToInt(phrase -> years.getOrDefault(phrase, 0))
                .toArray();
    }

    int register(Lexicon.Builder builder, int firstEntry) {
        int entry = firstEntry;
        for (Phrase phrase : setsOf.keySet()) {
            builder.add(phrase.words(), entry++, phrase.language());
        }
        return entry;
    }
}
