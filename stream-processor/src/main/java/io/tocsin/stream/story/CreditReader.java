package io.tocsin.stream.story;

import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news agency that an article credits as its origin: in brackets or before a dash at the text's beginning
 * ({@code PARIS (Reuters) -}), or at its very end ({@code — AFP}). An agency that is only quoted is no origin. Safe for
 * use by any thread.
 */
public final class CreditReader {
    /** Tokens from the text's beginning within which a credit stands. */
    private static final int BEGINNING = 14;

    /** Tokens to the text's end within which a credit stands. */
    private static final int END = 3;

    /** Chinese agencies begin a report with their name. */
    private static final char HAN = 0x3400;

    private final StoryWords words;
    private final int firstEntry;

    /**
     * A reader for the hits of one lexicon.
     *
     * @param firstEntry the number under which the first of the words stands in the lexicon
     */
    public CreditReader(StoryWords words, int firstEntry) {
        this.words = words;
        this.firstEntry = firstEntry;
    }

    /** The publisher family of the agency, or null when none is credited. */
    public @Nullable String agency(Tokens tokens, Hits hits) {
        for (int hit = 0; hit < hits.size(); hit++) {
            int entry = hits.entry(hit) - firstEntry;
            if (entry >= 0
                    && entry < words.size()
                    && words.kind(entry) == StoryWords.Kind.AGENCY
                    && isCredit(tokens, hits.from(hit), hits.to(hit))) {
                return words.agency(entry);
            }
        }
        return null;
    }

    private static boolean isCredit(Tokens tokens, int from, int to) {
        if (from < tokens.titleSize()) {
            return false;
        }
        char before = tokens.before(from);
        char after = to < tokens.size() ? tokens.before(to) : 0;
        if (from == tokens.titleSize() && tokens.firstChar(from) >= HAN) {
            return true;
        }
        if (from - tokens.titleSize() < BEGINNING) {
            return isBracket(before) || isDash(after);
        }
        return tokens.size() - to <= END && (isBracket(before) || isDash(before));
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == '（' || c == '[' || c == '【' || c == '/';
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—';
    }
}
