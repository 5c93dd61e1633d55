package io.tocsin.stream.tag;

import io.tocsin.stream.country.CountryEntries;
import io.tocsin.stream.country.GazetteerLint;
import io.tocsin.stream.escalation.EscalationLexicon;
import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lint.Ambiguities;
import io.tocsin.stream.lint.Check;
import io.tocsin.stream.lint.Collisions;
import io.tocsin.stream.lint.Contradictions;
import io.tocsin.stream.lint.Duplicates;
import io.tocsin.stream.lint.Entry;
import io.tocsin.stream.lint.MissingForms;
import io.tocsin.stream.lint.Shadowed;
import io.tocsin.stream.lint.Unreachable;
import io.tocsin.stream.lint.WrongScript;
import io.tocsin.stream.topic.TopicLexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks for mistakes in the dictionaries, all checks over all of them. */
public final class LexiconLint {

    /**
     * What the checks found.
     *
     * @param errors to be mended before the dictionaries ship
     * @param advice entries that do no harm and no good
     */
    public record Findings(List<String> errors, List<String> advice) {
        public Findings {
            errors = List.copyOf(errors);
            advice = List.copyOf(advice);
        }
    }

    private final List<String> errors = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();

    private LexiconLint() {}

    /** What is wrong in the dictionaries that ship with Tocsin. */
    public static Findings check() {
        LexiconLint lint = new LexiconLint();
        lint.errors.addAll(GazetteerLint.check());
        List<Entry> countries = CountryEntries.shipped();
        lint.run(new Collisions(Ambiguities.load()), countries);
        lint.run(new Contradictions(), countries);
        lint.run(new Unreachable(), countries);
        lint.words(lint.read(TopicLexicon::lintEntries), lint.read(EscalationLexicon::lintEntries));
        return new Findings(lint.errors, lint.advice);
    }

    /**
     * What is wrong in topic or escalation files.
     *
     * @param files named {@code topic/<language>.txt} or {@code escalation/<language>.txt}
     */
    public static Findings check(List<DictionaryFile> files) {
        LexiconLint lint = new LexiconLint();
        List<Entry> topics = new ArrayList<>();
        List<Entry> escalation = new ArrayList<>();
        for (DictionaryFile file : files) {
            if (file.name().startsWith("topic/")) {
                topics.addAll(lint.read(() -> TopicLexicon.lintEntries(List.of(file))));
            } else {
                escalation.addAll(lint.read(() -> EscalationLexicon.lintEntries(List.of(file))));
            }
        }
        lint.words(topics, escalation);
        return new Findings(lint.errors, lint.advice);
    }

    /** An article may have several topics, so a term of two topics is no collision. */
    private void words(List<Entry> topics, List<Entry> escalation) {
        run(new Collisions(Ambiguities.load()), escalation);
        for (List<Entry> entries : List.of(topics, escalation)) {
            run(new Duplicates(), entries);
            run(new Contradictions(), entries);
            run(new Unreachable(), entries);
            run(new WrongScript(), entries);
            run(new MissingForms(), entries);
            new Shadowed().problems(entries).forEach(problem -> advice.add(problem.toString()));
        }
    }

    private List<Entry> read(Supplier<List<Entry>> dictionary) {
        try {
            return dictionary.get();
        } catch (BrokenDictionary e) {
            e.problems().forEach(problem -> errors.add(problem.toString()));
            return List.of();
        }
    }

    private void run(Check check, List<Entry> entries) {
        check.problems(entries).forEach(problem -> errors.add(problem.toString()));
    }
}
