package io.tocsin.stream.topic;

import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.SwitchedOff;
import io.tocsin.stream.lexicon.WordForms;
import io.tocsin.stream.lint.Entry;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the topic dictionary of one language, and what users add to it, and says what is wrong in it. */
final class TopicFile {
    private static final double MAX_WEIGHT = 6;

    /** Refuses what the lexicon would. */
    private final Lexicon.Builder trial = new Lexicon.Builder();

    private final String code;
    private final int language;
    private final TopicIndex index;
    private final WordForms wordForms;
    private final List<TopicTerm> terms = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<DictionaryProblem> problems = new ArrayList<>();
    /** Where a topic's form was first seen. */
    private final Map<String, String> seen = new HashMap<>();

    private DictionaryFile file;
    private SwitchedOff off;
    private List<Integer> topics = List.of(TopicTerm.ABOUT_NOTHING);
    private double weight;
    private boolean inSection;

    /** Reads a file, but for the terms that are switched off. */
    TopicFile(DictionaryFile file, SwitchedOff off, String code, int language, TopicIndex index, WordForms wordForms) {
        this.file = file;
        this.off = off;
        this.code = code;
        this.language = language;
        this.index = index;
        this.wordForms = wordForms;
        read();
    }

    /** Reads a user's lines after it; nothing of them is switched off. */
    void add(DictionaryFile more) {
        file = more;
        off = SwitchedOff.NOTHING;
        inSection = false;
        read();
    }

    private void read() {
        for (DictionaryFile.Line line : file.lines()) {
            if (line.text().startsWith("[")) {
                section(line);
            } else if (inSection) {
                term(line);
            } else {
                problems.add(file.problem(line, "a term before the first [section]"));
            }
        }
    }

    List<TopicTerm> terms() {
        return terms;
    }

    /** The same terms, for the lint. */
    List<Entry> entries() {
        return entries;
    }

    List<DictionaryProblem> problems() {
        return problems;
    }

    private void section(DictionaryFile.Line line) {
        String text = line.text();
        String[] words = text.substring(1, Math.max(1, text.length() - 1)).split(" ", -1);
        inSection = true;
        if (!text.endsWith("]")) {
            problems.add(file.problem(line, "no ']' at the end"));
        } else if (text.equals("[not]")) {
            topics = List.of(TopicTerm.ABOUT_NOTHING);
            weight = 0;
        } else {
            topics = new ArrayList<>();
            for (String qcode : words[0].split(",", -1)) {
                topics.add(index.number(qcode));
                if (index.number(qcode) < 0) {
                    problems.add(file.problem(line, "topic '" + qcode + "' is not in topics.tsv"));
                }
            }
            weight = words.length > 1 ? number(line, words[1]) : 2;
        }
    }

    private void term(DictionaryFile.Line line) {
        String phrase = line.text();
        double own = weight;
        int equals = phrase.lastIndexOf(" = ");
        if (equals >= 0) {
            own = number(line, phrase.substring(equals + 3).strip());
            phrase = phrase.substring(0, equals);
        }
        if (off.takes(topics.stream().map(this::meaning).toList(), phrase.strip())) {
            return;
        }
        try {
            List<String> forms = wordForms.expand(code, phrase);
            forms.forEach(form -> trial.add(form, 0));
            String key = topics + " " + forms.get(0) + " " + Casing.of(phrase);
            String before = seen.putIfAbsent(key, file.place(line));
            if (before != null) {
                problems.add(file.problem(line, "'" + phrase + "' stands in " + before + " already: keep one of them"));
            }
            for (int topic : topics) {
                terms.add(new TopicTerm(language, topic, own, Casing.of(phrase), forms));
                boolean hides = topic == TopicTerm.ABOUT_NOTHING;
                entries.add(new Entry(
                        file.name(),
                        line.number(),
                        code,
                        "topic",
                        hides ? "nothing" : meaning(topic) + " = " + own,
                        hides ? Entry.Role.HIDES : Entry.Role.SAYS,
                        phrase,
                        forms));
            }
        } catch (IllegalArgumentException e) {
            problems.add(file.problem(line, String.valueOf(e.getMessage())));
        }
    }

    private String meaning(int topic) {
        return topic < 0 ? "not" : index.code(topic);
    }

    private double number(DictionaryFile.Line line, String word) {
        try {
            double number = Double.parseDouble(word);
            if (Math.abs(number) <= MAX_WEIGHT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint
        }
        problems.add(file.problem(line, "'" + word + "' is no weight from -6 to 6"));
        return 1;
    }
}
