package io.tocsin.stream.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the lexicon said of the words seen last: a few thousand words make up most of any text, and the dictionaries'
 * tables are too large for the processor's cache. Direct-mapped; a word that is not remembered is looked up. Not safe
 * for use by several threads.
 */
final class RecentWords {
    private static final int WORDS = 1 << 13;

    /** A longer word is looked up each time, in UTF-16 code units. */
    private static final int LONGEST = 16;

    /** Fields of a slot. */
    private static final int SYMBOL = 0;

    private static final int PREFIX = 1;
    private static final int NODE = 2;
    private static final int LENGTH = 3;
    private static final int FIELDS = 4;

    private final int[] slots = new int[WORDS * FIELDS];
    /** A short word of Latin letters, all of it; 0 for one that stands in {@link #chars}. */
    private final long[] packed = new long[WORDS];

    private final char[] chars = new char[WORDS * LONGEST];
    private @Nullable Lexicon lexicon;

    /** Looks up the word that the tokenizer stands at, and writes what is known of it to the token. */
    void read(Lexicon of, Tokenizer word, int token, Tokens tokens) {
        if (of != lexicon) {
            forget();
            lexicon = of;
        }
        int slot = word.hash & (WORDS - 1);
        int at = slot * FIELDS;
        if (word.packed == 0 ? !holds(slot, word) : packed[slot] != word.packed) {
            learn(of, word, slot);
        }
        tokens.symbol[token] = slots[at + SYMBOL];
        tokens.prefix[token] = slots[at + PREFIX];
        tokens.node[token] = slots[at + NODE];
    }

    private void forget() {
        Arrays.fill(packed, 0);
        for (int slot = 0; slot < WORDS; slot++) {
            slots[slot * FIELDS + LENGTH] = -1;
        }
    }

    private void learn(Lexicon of, Tokenizer word, int slot) {
        int at = slot * FIELDS;
        int symbol = of.symbol(word.word, word.length, word.hash);
        slots[at + SYMBOL] = symbol;
        slots[at + PREFIX] = of.longestPrefix(word.word, word.length);
        slots[at + NODE] = of.firstNode(symbol);
        packed[slot] = word.packed;
        slots[at + LENGTH] = -1;
        if (word.packed == 0 && word.length <= LONGEST) {
            System.arraycopy(word.word, 0, chars, slot * LONGEST, word.length);
            slots[at + LENGTH] = word.length;
        }
    }

    private boolean holds(int slot, Tokenizer word) {
        if (slots[slot * FIELDS + LENGTH] != word.length) {
            return false;
        }
        int at = slot * LONGEST;
        for (int i = 0; i < word.length; i++) {
            if (chars[at + i] != word.word[i]) {
                return false;
            }
        }
        return true;
    }
}
