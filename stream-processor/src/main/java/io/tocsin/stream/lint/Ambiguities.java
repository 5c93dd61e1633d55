package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which meanings may share a phrase, because the article decides or nobody could. Source: {@code ambiguous.txt}. A line
 * {@code CD / CG} is about all phrases of two meanings, {@code CD / CG: phrase|phrase} about these.
 */
public final class Ambiguities {
    private final Set<Set<String>> pairs = new HashSet<>();
    private final Set<List<Object>> phrases = new HashSet<>();

    private Ambiguities(DictionaryFile file) {
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile.Line line : file.lines()) {
            int colon = line.text().indexOf(':');
            String said = colon < 0 ? line.text() : line.text().substring(0, colon);
            String[] meanings = said.strip().split(" / ", -1);
            if (meanings.length != 2 || meanings[0].equals(meanings[1])) {
                problems.add(file.problem(line, "expected two meanings, or two meanings, a colon and phrases"));
            } else if (colon < 0) {
                pairs.add(Set.of(meanings[0], meanings[1]));
            } else {
                for (String phrase : line.text().substring(colon + 1).split("\\|", -1)) {
                    phrases.add(List.of(Set.of(meanings[0], meanings[1]), Surface.of(phrase)));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
    }

    /** Those that ship with Tocsin. */
    public static Ambiguities load() {
        return of(DictionaryFile.resource(Ambiguities.class, "lint", "ambiguous.txt"));
    }

    /**
     * Those of a file.
     *
     * @throws BrokenDictionary with every line that is neither a pair nor a pair with phrases
     */
    public static Ambiguities of(DictionaryFile file) {
        return new Ambiguities(file);
    }

    /** Whether a folded phrase may have both meanings. */
    boolean allows(String surface, String meaning, String other) {
        Set<String> both = Set.of(meaning, other);
        return pairs.contains(both) || phrases.contains(List.of(both, surface));
    }
}
