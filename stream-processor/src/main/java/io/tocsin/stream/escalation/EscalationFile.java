package io.tocsin.stream.escalation;

import io.tocsin.events.Family;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Sense;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.SwitchedOff;
import io.tocsin.stream.lexicon.WordForms;
import io.tocsin.stream.lint.Entry;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the escalation dictionary of one language, and what users add to it, and says what is wrong in it. */
final class EscalationFile {
    /** Tokens that may stand between two parts when the line gives no number. */
    private static final int WINDOW = 5;

    private static final int MAX_WINDOW = 20;
    private static final int MAX_PARTS = 4;
    private static final double WEAK = 0.5;

    private static final Pattern JOINT = Pattern.compile("\\s+(?:\\.\\.(?:(\\d+)\\.\\.)?|(~)(?:(\\d+)~)?)\\s+");

    private final String code;
    private final int language;
    private final PhraseSets sets;
    private final WordForms wordForms;
    /** Refuses what the lexicon would. */
    private final Lexicon.Builder trial = new Lexicon.Builder();

    private final Map<String, List<String>> named = new HashMap<>();
    /** Where a pattern was first seen. */
    private final Map<String, String> seen = new HashMap<>();

    private final List<EscalationPattern> patterns = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<DictionaryProblem> problems = new ArrayList<>();

    private DictionaryFile file;
    private SwitchedOff off;
    private boolean inSection;
    private @Nullable Cue cue;
    private @Nullable Family family;
    private @Nullable MatchKind kind;
    private double strength;
    private Sense sense = Sense.LITERAL;
    private Governs governs = Governs.NOTHING;

    /** Reads a file, but for the phrases that are switched off. */
    EscalationFile(
            DictionaryFile file, SwitchedOff off, String code, int language, PhraseSets sets, WordForms wordForms) {
        this.file = file;
        this.off = off;
        this.code = code;
        this.language = language;
        this.sets = sets;
        this.wordForms = wordForms;
        read();
    }

    /** Reads a user's lines after it, which may use the sets it names; nothing of them is switched off. */
    void add(DictionaryFile more) {
        file = more;
        off = SwitchedOff.NOTHING;
        inSection = false;
        read();
    }

    private void read() {
        for (DictionaryFile.Line line : file.lines()) {
            try {
                read(line);
            } catch (IllegalArgumentException e) {
                problems.add(file.problem(line, String.valueOf(e.getMessage())));
            }
        }
    }

    List<EscalationPattern> patterns() {
        return patterns;
    }

    /** The phrases that its lines are made of, for the lint. */
    List<Entry> entries() {
        return entries;
    }

    List<DictionaryProblem> problems() {
        return problems;
    }

    private void read(DictionaryFile.Line line) {
        String text = line.text();
        if (text.startsWith("[")) {
            section(text);
        } else if (text.startsWith("$") && text.contains(" = ")) {
            name(text);
        } else if (!inSection) {
            throw new IllegalArgumentException("a phrase before the first [section]");
        } else if (cue != null) {
            if (off.takes(List.of(), text)) {
                return;
            }
            entries(line, text, Entry.Role.PART, "cue");
            for (String form : alternatives(text)) {
                sets.cue(sets.of(language, List.of(form)), cue);
            }
        } else {
            pattern(line);
        }
    }

    private void section(String text) {
        if (!text.endsWith("]")) {
            throw new IllegalArgumentException("no ']' at the end");
        }
        String[] words = text.substring(1, text.length() - 1).split(" ", -1);
        inSection = true;
        cue = null;
        family = null;
        kind = null;
        sense = Sense.LITERAL;
        governs = Governs.NOTHING;
        if (words[0].equals("cue") && words.length == 2) {
            cue = constant(Cue.class, words[1]);
        } else if (words.length == 1) {
            sense = constant(Sense.class, words[0]);
        } else if (words.length == 3 || (words.length == 5 && words[3].equals("->"))) {
            family = constant(Family.class, words[0]);
            kind = constant(MatchKind.class, words[1]);
            strength = strength(words[2]);
            governs = words.length == 5 ? constant(Governs.class, words[4]) : Governs.NOTHING;
        } else {
            throw new IllegalArgumentException(
                    "expected [family kind strength], [family kind strength -> governs], [sense] or [cue name]");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no " + type.getSimpleName().toLowerCase(Locale.ROOT), e);
        }
    }

    private static double strength(String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is no strength", e);
        }
        if (!(number >= 0 && number <= 10)) {
            throw new IllegalArgumentException("strength " + word + " is not from 0 to 10");
        }
        return number;
    }

    private void name(String text) {
        int equals = text.indexOf(" = ");
        String name = text.substring(0, equals).strip();
        if (named.put(name, alternatives(text.substring(equals + 3))) != null) {
            throw new IllegalArgumentException(name + " is defined twice");
        }
    }

    /** {@code troops|talks (with|between)|$police}, written out. */
    private List<String> alternatives(String text) {
        Set<String> forms = new LinkedHashSet<>();
        for (String phrase : phrases(text)) {
            if (phrase.startsWith("$")) {
                List<String> known = named.get(phrase);
                if (known == null) {
                    throw new IllegalArgumentException(phrase + " is not defined above");
                }
                forms.addAll(known);
            } else if (phrase.contains("..") || phrase.indexOf('~') >= 0) {
                throw new IllegalArgumentException("a gap without a part after it in '" + phrase + "'");
            } else if (phrase.indexOf('$') >= 0) {
                throw new IllegalArgumentException("'$' within a phrase; write 'to ..1.. $name'");
            } else {
                for (String form : wordForms.expand(code, phrase)) {
                    trial.add(form, 0);
                    forms.add(form);
                }
            }
        }
        return List.copyOf(forms);
    }

    /** Cuts at each {@code |} outside brackets, then writes out a bracket. */
    private static List<String> phrases(String text) {
        List<String> phrases = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '|' : text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && (depth == 0 || i == text.length())) {
                String phrase = text.substring(start, i).strip();
                start = i + 1;
                int open = phrase.indexOf('(');
                int close = phrase.indexOf(')');
                if (open < 0) {
                    phrases.add(phrase);
                    continue;
                }
                if (close < open) {
                    throw new IllegalArgumentException("no ')' after '(' in '" + phrase + "'");
                }
                for (String inner : phrase.substring(open + 1, close).split("\\|", -1)) {
                    phrases.addAll(phrases(phrase.substring(0, open) + inner + phrase.substring(close + 1)));
                }
            }
        }
        return phrases;
    }

    private void pattern(DictionaryFile.Line line) {
        String text = line.text();
        double own = strength;
        int equals = text.lastIndexOf(" = ");
        if (equals >= 0) {
            own = strength(text.substring(equals + 3).strip());
            text = text.substring(0, equals).strip();
        }
        boolean bare = text.endsWith(" ??");
        boolean weak = bare || text.endsWith(" ?");
        if (weak) {
            text = text.substring(0, text.lastIndexOf(' ')).strip();
        }
        if (off.takes(List.of(), text)) {
            return;
        }
        String before = seen.putIfAbsent(text, file.place(line));
        if (before != null) {
            throw new IllegalArgumentException("'" + text + "' stands in " + before + " already: keep one of them");
        }
        List<EscalationPattern.Part> parts = new ArrayList<>();
        Matcher joint = JOINT.matcher(text);
        int start = 0;
        int window = 0;
        boolean anyOrder = false;
        while (joint.find()) {
            parts.add(part(text.substring(start, joint.start()), window, anyOrder));
            String number = joint.group(1) == null ? joint.group(3) : joint.group(1);
            window = number == null ? WINDOW : Integer.parseInt(number);
            if (window > MAX_WINDOW) {
                throw new IllegalArgumentException("a gap of more than " + MAX_WINDOW + " words");
            }
            anyOrder = joint.group(2) != null;
            start = joint.end();
        }
        parts.add(part(text.substring(start), window, anyOrder));
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("more than " + MAX_PARTS + " parts");
        }
        patterns.add(new EscalationPattern(language, family, kind, own, sense, governs, weak ? WEAK : 1, bare, parts));
        if (parts.size() > 1) {
            for (String part : JOINT.split(text, -1)) {
                entries(line, part, Entry.Role.PART, "part");
            }
        } else if (sense == Sense.LITERAL) {
            entries(line, text, Entry.Role.SAYS, family + " " + kind + " = " + own + (weak ? " ?" : ""));
        } else {
            entries(line, text, Entry.Role.HIDES, sense.name());
        }
    }

    private void entries(DictionaryFile.Line line, String text, Entry.Role role, String meaning) {
        for (String phrase : phrases(text)) {
            if (!phrase.startsWith("$")) {
                entries.add(new Entry(
                        file.name(),
                        line.number(),
                        code,
                        "escalation",
                        meaning.toLowerCase(Locale.ROOT),
                        role,
                        phrase,
                        wordForms.expand(code, phrase)));
            }
        }
    }

    private EscalationPattern.Part part(String text, int window, boolean anyOrder) {
        return new EscalationPattern.Part(sets.of(language, alternatives(text)), window, anyOrder);
    }
}
