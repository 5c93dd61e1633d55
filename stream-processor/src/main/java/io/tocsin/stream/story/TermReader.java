package io.tocsin.stream.story;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.nio.CharBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The word stems of an article, by which reports in one language are compared. */
final class TermReader {
    /** Code units of a stem: what inflection leaves of a word, roughly. */
    private static final int STEM = 6;

    private static final int SHORTEST = 3;

    private TermReader() {}

    /**
     * Hashes of the stems, title first. The lowest bit is set for a word of the dictionaries, which is no rare one.
     */
    static Set<Integer> terms(Tokens tokens, @Nullable String language, IntPredicate frequent) {
        Set<Integer> terms = new LinkedHashSet<>();
        int seed = language == null ? 17 : language.hashCode();
        char[] folded = new char[STEM];
        for (int token = 0; token < tokens.size() && terms.size() < ArticleFacts.Part.TERMS.max; token++) {
            int length = tokens.end(token) - tokens.start(token);
            char first = tokens.firstChar(token);
            if (isSingle(first) && length == 1) {
                if (token + 1 < tokens.size()
                        && tokens.before(token + 1) == 0
                        && isSingle(tokens.firstChar(token + 1))
                        && tokens.field(token) == tokens.field(token + 1)) {
                    terms.add(hash(seed, tokens.words(token, token + 2), false));
                }
            } else if (length >= SHORTEST
                    && !frequent.test(tokens.symbol(token))
                    && !(tokens.shape(token) == Shape.OTHER && Character.isDigit(first))) {
                boolean known = tokens.symbol(token) >= 0;
                if (first >= 0x0600 && first < 0x0700) {
                    String stem = withoutPrefix(tokens.folded(token));
                    terms.add(hash(seed, stem.length() > STEM ? stem.substring(0, STEM) : stem, known));
                } else {
                    terms.add(hash(seed, CharBuffer.wrap(folded, 0, tokens.fold(token, folded)), known));
                }
            }
        }
        return terms;
    }

    /** Scripts that put no spaces between words. */
    private static boolean isSingle(char c) {
        return c >= 0x0E00 && (c < 0x1100 || c >= 0x2E80);
    }

    /** An Arabic word without the article and what is written on to it. */
    static String withoutPrefix(String word) {
        for (String prefix : new String[] {"وال", "بال", "كال", "فال", "ال", "لل", "و", "ب", "ل"}) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= 4) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }

    private static int hash(int seed, CharSequence stem, boolean known) {
        int hash = seed;
        for (int i = 0; i < stem.length(); i++) {
            hash = hash * 31 + stem.charAt(i);
        }
        hash *= 0x9E3779B1;
        hash ^= hash >>> 15;
        return known ? hash | 1 : hash & ~1;
    }
}
