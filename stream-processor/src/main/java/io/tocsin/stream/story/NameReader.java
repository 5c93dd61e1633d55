package io.tocsin.stream.story;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what may be names of persons and organisations: words with a capital that begin no sentence, and in scripts
 * without capitals every longer word. For one article and one thread.
 */
final class NameReader {
    private static final int CASED_CONSONANTS = 3;
    private static final int LOOSE_CONSONANTS = 4;
    private static final int SHORTEST = 3;

    private final Tokens tokens;
    private final boolean[] spokenFor;
    private final byte[] unit;
    /** German writes all its nouns so. */
    private final boolean capitalNouns;

    private final boolean titleTells;
    private final Set<Integer> persons = new LinkedHashSet<>();
    private final Set<Integer> names = new LinkedHashSet<>();
    private final Set<Integer> loose = new LinkedHashSet<>();

    NameReader(Tokens tokens, boolean[] spokenFor, byte[] unit, @Nullable String language) {
        this.tokens = tokens;
        this.spokenFor = spokenFor;
        this.unit = unit;
        this.capitalNouns = "de".equals(language);
        this.titleTells = titleTells();
    }

    /** Whether the title is written as a sentence, not With Capitals Throughout. */
    private boolean titleTells() {
        for (int token = 0; token < tokens.titleSize(); token++) {
            if (tokens.shape(token) == Shape.LOWER && tokens.end(token) - tokens.start(token) >= 5) {
                return true;
            }
        }
        return false;
    }

    Set<Integer> persons() {
        return persons;
    }

    Set<Integer> names() {
        return names;
    }

    Set<Integer> loose() {
        return loose;
    }

    void read() {
        int token = 0;
        while (token < tokens.size()) {
            if (isName(token)) {
                int to = token + 1;
                while (to < tokens.size() && isName(to) && isBeside(to)) {
                    to++;
                }
                run(token, to);
                token = to;
            } else {
                token = tokens.shape(token) == Shape.OTHER ? loose(token) : token + 1;
            }
        }
    }

    private boolean isName(int token) {
        Shape shape = tokens.shape(token);
        return (shape == Shape.CAPITALISED || shape == Shape.UPPER)
                && !spokenFor[token]
                && unit[token] == 0
                && tokens.end(token) - tokens.start(token) >= SHORTEST
                && (token >= tokens.titleSize() || titleTells);
    }

    private boolean isBeside(int token) {
        char before = tokens.before(token);
        return tokens.field(token) == tokens.field(token - 1)
                && tokens.sentence(token) == tokens.sentence(token - 1)
                && (before == ' ' || before == '-' || before == '.');
    }

    private void run(int from, int to) {
        boolean begins = from == 0 || tokens.sentence(from) != tokens.sentence(from - 1);
        if (to - from == 1 && (begins || capitalNouns)) {
            return;
        }
        for (int token = from; token < to; token++) {
            int skeleton = NameSkeleton.of(tokens.word(token), CASED_CONSONANTS);
            if (skeleton != 0) {
                names.add(skeleton);
                if (token == to - 1 && to - from >= 2) {
                    persons.add(skeleton);
                }
            }
        }
    }

    /** Takes the word, or the run of kana, at a token, and answers the token behind it. */
    private int loose(int from) {
        char first = tokens.firstChar(from);
        if (isKatakana(first)) {
            int to = from + 1;
            while (to < tokens.size() && isKatakana(tokens.firstChar(to)) && isGlued(to)) {
                to++;
            }
            add(tokens.words(from, to));
            return to;
        }
        if (!spokenFor[from] && unit[from] == 0 && first >= 0x0590 && first < 0x0980) {
            String word = tokens.word(from);
            add(first >= 0x0600 && first < 0x0700 ? TermReader.withoutPrefix(word) : word);
        }
        return from + 1;
    }

    private void add(String word) {
        int skeleton = NameSkeleton.of(word, LOOSE_CONSONANTS);
        if (skeleton != 0) {
            loose.add(skeleton);
        }
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A0 && c <= 0x30FF;
    }

    private boolean isGlued(int token) {
        return tokens.before(token) == 0 && tokens.field(token) == tokens.field(token - 1);
    }
}
