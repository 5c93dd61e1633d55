package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A form that is not found in a text which consists of nothing but that form. */
public final class Unreachable implements Check {
    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        List<DictionaryProblem> problems = new ArrayList<>();
        Lexicon.Builder builder = new Lexicon.Builder();
        boolean[] refused = new boolean[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            for (String form : entry.forms()) {
                try {
                    builder.add(form, i);
                } catch (IllegalArgumentException e) {
                    problems.add(entry.problem(String.valueOf(e.getMessage())));
                    refused[i] = true;
                    break;
                }
            }
        }
        Lexicon lexicon = builder.build();
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        Set<String> tried = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            for (String form : refused[i] ? List.<String>of() : entry.forms()) {
                if (tried.add(form) && !isFound(lexicon, form, i, tokens, hits)) {
                    problems.add(entry.problem("'" + form + "' is never found: an article is cut into other words"));
                    break;
                }
            }
        }
        return problems;
    }

    private static boolean isFound(Lexicon lexicon, String form, int entry, Tokens tokens, Hits hits) {
        lexicon.read("", form.replace("*", ""), tokens, hits);
        for (int hit = 0; hit < hits.size(); hit++) {
            if (hits.entry(hit) == entry && hits.from(hit) == 0 && hits.to(hit) == tokens.size()) {
                return true;
            }
        }
        return false;
    }
}
