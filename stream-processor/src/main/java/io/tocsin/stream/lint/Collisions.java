package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A phrase with two meanings in one language that nobody has said to be ambiguous. Each phrase and pair of meanings is
 * told once, for its first language.
 */
public final class Collisions implements Check {
    private final Ambiguities ambiguities;

    /** For dictionaries in which these ambiguities are meant. */
    public Collisions(Ambiguities ambiguities) {
        this.ambiguities = ambiguities;
    }

    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        Map<List<String>, Set<Entry>> bySurface = new HashMap<>();
        Set<List<Object>> told = new LinkedHashSet<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.role() != Entry.Role.SAYS) {
                continue;
            }
            String surface = Surface.of(entry.forms().get(0));
            List<String> key = List.of(entry.scope(), entry.language(), surface);
            Set<Entry> others = bySurface.computeIfAbsent(key, k -> new LinkedHashSet<>(1));
            for (Entry other : others) {
                String mine = entry.subject();
                String theirs = other.subject();
                if (!mine.equals(theirs)
                        && !ambiguities.allows(surface, mine, theirs)
                        && told.add(List.of(surface, Set.of(mine, theirs)))) {
                    problems.add(entry.problem("'" + entry.phrase() + "' says " + mine + " here and " + theirs + " in "
                            + other.place() + "; keep one, or add '" + theirs + " / " + mine + ": "
                            + entry.forms().get(0)
                            + "' to ambiguous.txt"));
                }
            }
            others.add(entry);
        }
        return problems;
    }
}
