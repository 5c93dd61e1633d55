package io.tocsin.stream.escalation;

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
import java.util.Arrays;
import java.util.List;

/** The escalation dictionaries of all languages, compiled. Immutable and safe for use by any thread. */
public final class EscalationLexicon {
    private static final int[] EMPTY = {};

    private final Languages languages;
    private final List<DictionaryFile> files;
    private final PhraseSets sets;
    private final EscalationPattern[] patterns;
    private final int setCount;

    /** By entry: number of the language, or {@link PhraseSets#ANY}. */
    final int[] language;
    /** By entry: the sets that it is in and that may follow in a pattern. */
    final int[][] follows;
    /** By entry: the patterns that it may be the first part of. */
    final int[][] begins;
    /** By entry: bits of the cues that it is, {@code 1 << Cue.ordinal()}. */
    final int[] cues;
    /** By entry: the year that it is, or 0. */
    final int[] year;

    private EscalationLexicon(
            Languages languages, List<DictionaryFile> files, PhraseSets sets, List<EscalationPattern> patterns) {
        this.languages = languages;
        this.files = List.copyOf(files);
        this.sets = sets;
        this.patterns = patterns.toArray(EscalationPattern[]::new);
        language = sets.languages();
        year = sets.yearsByEntry();
        setCount = sets.cues().length;
        int[][] setsOf = sets.setsByEntry();
        int[] cuesOfSet = sets.cues();
        int[][] begunBy = begunBySet();
        boolean[] following = followingSets();
        cues = new int[setsOf.length];
        begins = new int[setsOf.length][];
        follows = new int[setsOf.length][];
        for (int entry = 0; entry < setsOf.length; entry++) {
            int[] begun = EMPTY;
            int[] after = EMPTY;
            for (int set : setsOf[entry]) {
                cues[entry] |= cuesOfSet[set];
                begun = join(begun, begunBy[set]);
                after = following[set] ? join(after, new int[] {set}) : after;
            }
            begins[entry] = begun;
            follows[entry] = after;
        }
    }

    private static int[] join(int[] some, int[] more) {
        if (more.length == 0) {
            return some;
        }
        int[] both = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, both, some.length, more.length);
        return both;
    }

    /** By set: the patterns that it is the first part of. */
    private int[][] begunBySet() {
        int[][] begun = new int[setCount][];
        Arrays.fill(begun, EMPTY);
        for (int p = 0; p < patterns.length; p++) {
            int set = patterns[p].parts().get(0).set();
            begun[set] = join(begun[set], new int[] {p});
        }
        return begun;
    }

    /** By set: whether it is a part of a pattern that is not the first. */
    private boolean[] followingSets() {
        boolean[] following = new boolean[setCount];
        for (EscalationPattern pattern : patterns) {
            pattern.parts().stream().skip(1).forEach(part -> following[part.set()] = true);
        }
        return following;
    }

    /**
     * The shipped dictionaries.
     *
     * @throws BrokenDictionary with file, line and remedy of everything that is wrong
     */
    public static EscalationLexicon load() {
        return load(UserDictionary.NONE);
    }

    /**
     * The shipped dictionaries with a user's changes.
     *
     * @throws BrokenDictionary with file, line and remedy of everything that is wrong
     */
    public static EscalationLexicon load(UserDictionary user) {
        return compile(Languages.load(), shipped(), user);
    }

    /** What is wrong in the shipped dictionaries; empty when they can be used. */
    public static List<DictionaryProblem> lint() {
        return lint(Languages.load(), shipped());
    }

    static List<DictionaryProblem> lint(Languages languages, List<DictionaryFile> files) {
        try {
            compile(languages, files, UserDictionary.NONE);
            return List.of();
        } catch (BrokenDictionary e) {
            return e.problems();
        }
    }

    /**
     * The phrases of all shipped files, for the lint.
     *
     * @throws BrokenDictionary when a file cannot be read
     */
    public static List<Entry> lintEntries() {
        return lintEntries(shipped());
    }

    /**
     * The phrases of escalation files, each named after its language, for the lint.
     *
     * @throws BrokenDictionary when a file cannot be read
     */
    public static List<Entry> lintEntries(List<DictionaryFile> files) {
        Languages languages = Languages.load();
        compile(languages, files, UserDictionary.NONE);
        WordForms forms = WordForms.load();
        PhraseSets sets = new PhraseSets();
        List<Entry> entries = new ArrayList<>();
        for (DictionaryFile file : files) {
            int number = languages.number(file.stem());
            entries.addAll(new EscalationFile(file, SwitchedOff.NOTHING, file.stem(), number, sets, forms).entries());
        }
        return entries;
    }

    static EscalationLexicon compile(Languages languages, List<DictionaryFile> files, UserDictionary user) {
        WordForms forms = WordForms.load();
        PhraseSets sets = new PhraseSets();
        List<EscalationPattern> patterns = new ArrayList<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile file : files) {
            String name = file.name();
            String code = file.stem();
            int number = languages.number(code);
            if (number < 0) {
                problems.add(new DictionaryProblem(name, 0, "language '" + code + "' is not in languages.txt"));
                continue;
            }
            SwitchedOff off = user.switchedOff(UserDictionary.Subject.ESCALATION, code);
            EscalationFile parsed = new EscalationFile(file, off, code, number, sets, forms);
            user.added(UserDictionary.Subject.ESCALATION, code).forEach(parsed::add);
            patterns.addAll(parsed.patterns());
            problems.addAll(parsed.problems());
            problems.addAll(off.problems());
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
        return new EscalationLexicon(languages, files, sets, patterns);
    }

    private static List<DictionaryFile> shipped() {
        List<DictionaryFile> files = new ArrayList<>();
        for (String code : Languages.load().codes()) {
            DictionaryFile.find(EscalationLexicon.class, "escalation", code + ".txt")
                    .ifPresent(files::add);
        }
        return files;
    }

    /** Adds all phrases, numbered from {@code firstEntry}, and returns the next free number. */
    public int register(Lexicon.Builder builder, int firstEntry) {
        return sets.register(builder, firstEntry);
    }

    /** The files that it was compiled from, for the version. */
    public List<DictionaryFile> files() {
        return files;
    }

    /** How many patterns there are, in all languages. */
    public int size() {
        return patterns.length;
    }

    /** How many phrases it lends to the lexicon. */
    public int entries() {
        return language.length;
    }

    EscalationPattern pattern(int number) {
        return patterns[number];
    }

    int setCount() {
        return setCount;
    }

    Languages languages() {
        return languages;
    }
}
