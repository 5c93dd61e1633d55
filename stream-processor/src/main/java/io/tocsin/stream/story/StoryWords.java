package io.tocsin.stream.story;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words by which reports in several languages are compared: kinds of event, what is counted, numerals, and the
 * names of news agencies. Sources: {@code concepts.txt}, {@code quantities.txt}, {@code numerals.txt} and {@code
 * agencies.txt}. Immutable.
 */
public final class StoryWords {
    /** What Arabic writes on to a word: and, the, in, for. */
    private static final List<String> ARABIC_PREFIXES = List.of("و", "ال", "وال", "ب", "بال", "ل", "لل", "ف");

    /** What an entry is. */
    enum Kind {
        CONCEPT,
        UNIT,
        NUMERAL,
        AGENCY
    }

    private record Entry(Kind kind, String meaning, String phrase) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int[] concept;
    private final double[] numeral;

    private StoryWords() {
        read("concepts.txt", Kind.CONCEPT);
        read("quantities.txt", Kind.UNIT);
        read("numerals.txt", Kind.NUMERAL);
        read("agencies.txt", Kind.AGENCY);
        concept = new int[entries.size()];
        numeral = new double[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            concept[i] = entry.meaning.hashCode() * 0x9E3779B1;
            numeral[i] = entry.kind == Kind.NUMERAL ? Double.parseDouble(entry.meaning) : 0;
        }
    }

    /**
     * The words that ship with Tocsin.
     *
     * @throws BrokenDictionary when a line has no colon
     */
    public static StoryWords load() {
        return new StoryWords();
    }

    private void read(String name, Kind kind) {
        DictionaryFile file = DictionaryFile.resource(StoryWords.class, "story", name);
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile.Line line : file.lines()) {
            int colon = line.text().indexOf(':');
            if (colon < 0) {
                problems.add(file.problem(line, "expected 'meaning: words'"));
                continue;
            }
            String meaning = line.text().substring(0, colon).strip();
            for (String phrase : line.text().substring(colon + 1).split(",", -1)) {
                entries.add(new Entry(kind, meaning, phrase.strip()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
    }

    /**
     * Gives all words to a lexicon.
     *
     * @param firstEntry number of the first entry; the others follow
     * @return the number after the last one
     */
    public int register(Lexicon.Builder lexicon, int firstEntry) {
        for (int i = 0; i < entries.size(); i++) {
            String phrase = entries.get(i).phrase;
            lexicon.add(phrase, firstEntry + i);
            char first = phrase.charAt(0);
            if (first >= 0x0600 && first < 0x0700 && !phrase.startsWith("ال")) {
                for (String prefix : ARABIC_PREFIXES) {
                    lexicon.add(prefix + phrase, firstEntry + i);
                }
            }
        }
        return firstEntry + entries.size();
    }

    int size() {
        return entries.size();
    }

    Kind kind(int entry) {
        return entries.get(entry).kind;
    }

    /** The same number for the same concept, on every machine. */
    int concept(int entry) {
        return concept[entry];
    }

    double numeral(int entry) {
        return numeral[entry];
    }

    Quantity.Unit unit(int entry) {
        return Quantity.Unit.valueOf(entries.get(entry).meaning.toUpperCase(Locale.ROOT));
    }

    /** The publisher family of an agency. */
    String agency(int entry) {
        return entries.get(entry).meaning;
    }
}
