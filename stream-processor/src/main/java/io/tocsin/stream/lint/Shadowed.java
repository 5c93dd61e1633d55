package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A phrase that adds nothing, because a stem with the same meaning finds all that it finds. */
public final class Shadowed implements Check {
    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        Map<List<String>, Entry> stems = new HashMap<>();
        for (Entry entry : entries) {
            for (String form : entry.forms()) {
                if (entry.role() != Entry.Role.PART && form.endsWith("*")) {
                    String surface = Surface.of(form);
                    stems.putIfAbsent(key(entry, surface.substring(0, surface.length() - 1)), entry);
                }
            }
        }
        List<DictionaryProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            Entry stem = entry.role() == Entry.Role.PART ? null : stemOf(entry, stems);
            if (stem != null) {
                problems.add(entry.problem("'" + entry.phrase() + "' finds nothing that '" + stem.phrase() + "' of "
                        + stem.place() + " does not; remove it"));
            }
        }
        return problems;
    }

    /** The stem that covers all forms of an entry, if there is one. */
    private static @Nullable Entry stemOf(Entry entry, Map<List<String>, Entry> stems) {
        Entry found = null;
        for (String form : entry.forms()) {
            String surface = Surface.of(form);
            int end = surface.endsWith("*") ? surface.length() - 2 : surface.length();
            Entry stem = null;
            for (int length = end; length > surface.lastIndexOf(' ') + 1 && stem == null; length--) {
                Entry candidate = stems.get(key(entry, surface.substring(0, length)));
                stem = entry.equals(candidate) ? null : candidate;
            }
            if (stem == null) {
                return null;
            }
            found = stem;
        }
        return found;
    }

    private static List<String> key(Entry entry, String stem) {
        return List.of(
                entry.scope(), entry.language(), entry.meaning(), entry.role().name(), stem);
    }
}
