package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of a language whose words change their ends, where most words stand in one form only: neither a stem nor a
 * mark that writes the forms out.
 */
public final class MissingForms implements Check {
    private static final Set<String> INFLECTED = Set.of("en", "fr", "es", "de", "pt", "it", "ru", "uk", "tr");

    /** Words of which a file is not yet asked. */
    private static final int FEW = 20;
    /** Least share of phrases that have forms. */
    private static final double LEAST = 0.15;

    private static final class Tally {
        int phrases;
        int withForms;
    }

    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        Map<String, Tally> byFile = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (INFLECTED.contains(entry.language())) {
                Tally tally = byFile.computeIfAbsent(entry.file(), file -> new Tally());
                tally.phrases++;
                boolean stem = entry.forms().stream().anyMatch(form -> form.indexOf('*') >= 0);
                tally.withForms += stem || entry.forms().size() > 1 ? 1 : 0;
            }
        }
        List<DictionaryProblem> problems = new ArrayList<>();
        byFile.forEach((file, tally) -> {
            if (tally.phrases >= FEW && tally.withForms < LEAST * tally.phrases) {
                problems.add(new DictionaryProblem(
                        file,
                        0,
                        "only " + tally.withForms + " of " + tally.phrases
                                + " phrases have more than one form; end stems in '*' or use a form mark"));
            }
        });
        return problems;
    }
}
