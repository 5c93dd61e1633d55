package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A phrase that says something, and every form of which is to say nothing in another line. */
public final class Contradictions implements Check {
    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        Map<List<String>, Entry> hiding = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.role() == Entry.Role.HIDES) {
                for (String form : entry.forms()) {
                    hiding.putIfAbsent(key(entry, form), entry);
                }
            }
        }
        List<DictionaryProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.role() != Entry.Role.SAYS) {
                continue;
            }
            Entry hider = hiding.get(key(entry, entry.forms().get(0)));
            if (hider != null && entry.forms().stream().allMatch(form -> hiding.containsKey(key(entry, form)))) {
                problems.add(entry.problem("'" + entry.phrase() + "' says " + entry.meaning() + " here and nothing in "
                        + hider.place() + "; remove one"));
            }
        }
        return problems;
    }

    private static List<String> key(Entry entry, String form) {
        return List.of(entry.scope(), entry.language(), Surface.of(form));
    }
}
