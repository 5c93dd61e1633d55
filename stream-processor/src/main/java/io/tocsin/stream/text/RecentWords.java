package io.tocsin.stream.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the lexicon said of the words seen last: a few thousand words make up most of any text, and the dictionaries'
 * tables are too large for the processor's cache. Direct-mapped; a word that is not remembered is looked up. Not safe
 * for use by several threads.
 */
final class RecentWords {
    private static final int WORDS = 1 << 12;

    /** A longer word is looked up each time, in UTF-16 code units. */
    private static final int LONGEST = 16;

    private final char[] chars = new char[WORDS * LONGEST];
    private final byte[] length = new byte[WORDS];
    private final int[] symbol = new int[WORDS];
    private final int[] prefix = new int[WORDS];
    private final boolean[] starts = new boolean[WORDS];
    private @Nullable Lexicon lexicon;

    /** Looks a folded word up and writes what is known of it to the token. */
    void read(Lexicon of, char[] word, int wordLength, int token, Tokens tokens) {
        if (of != lexicon) {
            Arrays.fill(length, (byte) -1);
            lexicon = of;
        }
        int hash = SymbolTable.hash(word, wordLength);
        tokens.hash[token] = hash;
        int slot = hash & (WORDS - 1);
        if (!holds(slot, word, wordLength)) {
            symbol[slot] = of.symbol(word, wordLength, hash);
            prefix[slot] = of.longestPrefix(word, wordLength);
            starts[slot] = of.startsPhrase(symbol[slot], prefix[slot]);
            if (wordLength <= LONGEST) {
                System.arraycopy(word, 0, chars, slot * LONGEST, wordLength);
                length[slot] = (byte) wordLength;
            } else {
                length[slot] = -1;
            }
        }
        tokens.symbol[token] = symbol[slot];
        tokens.prefix[token] = prefix[slot];
        tokens.starts[token] = starts[slot];
    }

    private boolean holds(int slot, char[] word, int wordLength) {
        if (length[slot] != wordLength) {
            return false;
        }
        int at = slot * LONGEST;
        for (int i = 0; i < wordLength; i++) {
            if (chars[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
