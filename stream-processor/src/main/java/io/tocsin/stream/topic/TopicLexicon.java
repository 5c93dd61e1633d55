package io.tocsin.stream.topic;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.Languages;
import io.tocsin.stream.lexicon.SwitchedOff;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.lexicon.WordForms;
import io.tocsin.stream.lint.Entry;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** The topic dictionaries of all languages, compiled. Immutable and safe for use by any thread. */
public final class TopicLexicon {
    private final TopicIndex index;
    private final Languages languages;
    private final List<DictionaryFile> files;
    private final List<TopicTerm> terms;

    /** By entry. */
    final int[] topic;

    final int[] language;
    final double[] weight;
    final Casing[] casing;

    private TopicLexicon(TopicIndex index, Languages languages, List<DictionaryFile> files, List<TopicTerm> terms) {
        this.index = index;
        this.languages = languages;
        this.files = List.copyOf(files);
        this.terms = List.copyOf(terms);
        topic = terms.stream().mapToInt(TopicTerm::topic).toArray();
        language = terms.stream().mapToInt(TopicTerm::language).toArray();
        weight = terms.stream().mapToDouble(TopicTerm::weight).toArray();
        casing = terms.stream().map(TopicTerm::casing).toArray(Casing[]::new);
    }

    /**
     * The shipped dictionaries.
     *
     * @throws BrokenDictionary with file, line and remedy of everything that is wrong
     */
    public static TopicLexicon load() {
        return load(UserDictionary.NONE);
    }

    /**
     * The shipped dictionaries with a user's changes.
     *
     * @throws BrokenDictionary with file, line and remedy of everything that is wrong
     */
    public static TopicLexicon load(UserDictionary user) {
        return compile(TopicIndex.load(), Languages.load(), shipped(), user);
    }

    /** What is wrong in the shipped dictionaries; empty when they can be used. */
    public static List<DictionaryProblem> lint() {
        return lint(TopicIndex.load(), Languages.load(), shipped());
    }

    static List<DictionaryProblem> lint(TopicIndex index, Languages languages, List<DictionaryFile> files) {
        try {
            compile(index, languages, files, UserDictionary.NONE);
            return List.of();
        } catch (BrokenDictionary e) {
            return e.problems();
        }
    }

    /**
     * All terms of the shipped files, for the lint.
     *
     * @throws BrokenDictionary when a file cannot be read
     */
    public static List<Entry> lintEntries() {
        return lintEntries(shipped());
    }

    /**
     * All terms of topic files, each named after its language, for the lint.
     *
     * @throws BrokenDictionary when a file cannot be read
     */
    public static List<Entry> lintEntries(List<DictionaryFile> files) {
        TopicIndex index = TopicIndex.load();
        Languages languages = Languages.load();
        compile(index, languages, files, UserDictionary.NONE);
        WordForms forms = WordForms.load();
        List<Entry> entries = new ArrayList<>();
        for (DictionaryFile file : files) {
            int number = languages.number(file.stem());
            entries.addAll(new TopicFile(file, SwitchedOff.NOTHING, file.stem(), number, index, forms).entries());
        }
        return entries;
    }

    static TopicLexicon compile(
            TopicIndex index, Languages languages, List<DictionaryFile> files, UserDictionary user) {
        WordForms forms = WordForms.load();
        List<TopicTerm> terms = new ArrayList<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile file : files) {
            String name = file.name();
            String code = file.stem();
            int number = languages.number(code);
            if (number < 0) {
                problems.add(new DictionaryProblem(name, 0, "language '" + code + "' is not in languages.txt"));
                continue;
            }
            SwitchedOff off = user.switchedOff(UserDictionary.Subject.TOPIC, code);
            TopicFile parsed = new TopicFile(file, off, code, number, index, forms);
            user.added(UserDictionary.Subject.TOPIC, code).forEach(parsed::add);
            terms.addAll(parsed.terms());
            problems.addAll(parsed.problems());
            problems.addAll(off.problems());
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
        return new TopicLexicon(index, languages, files, terms);
    }

    private static List<DictionaryFile> shipped() {
        List<DictionaryFile> files = new ArrayList<>();
        for (String code : Languages.load().codes()) {
            DictionaryFile.find(TopicLexicon.class, "topic", code + ".txt").ifPresent(files::add);
        }
        return files;
    }

    /** Adds all terms, numbered from {@code firstEntry}, and returns the next free number. */
    public int register(Lexicon.Builder builder, int firstEntry) {
        int entry = firstEntry;
        for (TopicTerm term : terms) {
            for (String form : term.forms()) {
                builder.add(form, entry, term.language());
            }
            entry++;
        }
        return entry;
    }

    /** The topics that the dictionaries tell apart. */
    public TopicIndex index() {
        return index;
    }

    /** The files that it was compiled from, for the version. */
    public List<DictionaryFile> files() {
        return files;
    }

    /** How many terms there are, in all languages. */
    public int size() {
        return terms.size();
    }

    Languages languages() {
        return languages;
    }
}
