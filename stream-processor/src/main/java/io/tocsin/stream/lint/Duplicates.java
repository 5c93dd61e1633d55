package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same phrase with the same meaning twice, also where only case, accents or hyphens differ. */
public final class Duplicates implements Check {
    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        Map<List<String>, Entry> seen = new HashMap<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.role() == Entry.Role.PART) {
                continue;
            }
            List<String> key = List.of(
                    entry.scope(),
                    entry.language(),
                    entry.meaning(),
                    Surface.of(entry.forms().get(0)));
            Entry before = seen.putIfAbsent(key, entry);
            if (before != null) {
                problems.add(entry.problem("'" + entry.phrase() + "' repeats '" + before.phrase() + "' of "
                        + before.place() + "; remove one"));
            }
        }
        return problems;
    }
}
