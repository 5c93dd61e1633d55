package io.tocsin.stream.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the lexicon said of the words seen last: a few thousand words make up most of any text, and the dictionaries'
 * tables are too large for the processor's cache. Direct-mapped; a word that is not remembered is looked up. Not safe
 * for use by several threads.
 */
final class RecentWords {
    private static final int SLOT_BITS = 14;

    /** Numbers of a slot, so that it fills a cache line of 64 bytes. */
    private static final int SLOT = 8;

    /** Behind the word's {@link PackedWord#PARTS}: its symbol and prefix, then its node, its length and whether it is wide. */
    private static final int SYMBOL_AND_PREFIX = 6;

    private static final int NODE_AND_WIDTH = 7;
    private static final long WIDTH = 0xFF;
    private static final long WIDE = 0x80;

    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final long[] slots = new long[SLOT << SLOT_BITS];
    /** By slot, {@link SymbolTable#hash} of the word. */
    private final int[] hashes = new int[1 << SLOT_BITS];

    private @Nullable Lexicon lexicon;

    /** Looks up the word that the tokenizer stands at, and writes what is known of it to the token. */
    void read(Lexicon of, Tokenizer word, int token, Tokens tokens) {
        if (of != lexicon) {
            Arrays.fill(slots, 0);
            lexicon = of;
        }
        int parts = PackedWord.parts(word.length, word.wide);
        if (parts > PackedWord.PARTS) {
            lookUp(of, word, token, tokens);
            return;
        }
        int slot = slot(word.packed, parts);
        long width = word.length | (word.wide ? WIDE : 0);
        int at = slot * SLOT;
        if ((slots[at + NODE_AND_WIDTH] & WIDTH) != width || !holds(at, word.packed, parts)) {
            learn(of, word, width, slot);
        }
        tokens.symbol[token] = (int) (slots[at + SYMBOL_AND_PREFIX] >> Integer.SIZE);
        tokens.prefix[token] = (int) slots[at + SYMBOL_AND_PREFIX];
        tokens.node[token] = (int) (slots[at + NODE_AND_WIDTH] >> Integer.SIZE);
        tokens.hash[token] = hashes[slot];
    }

    private static int slot(long[] packed, int parts) {
        long mixed = packed[0] * MIXER;
        for (int part = 1; part < parts; part++) {
            mixed = (mixed ^ (mixed >>> Integer.SIZE) ^ packed[part]) * MIXER;
        }
        return (int) (mixed >>> (Long.SIZE - SLOT_BITS));
    }

    private boolean holds(int at, long[] packed, int parts) {
        for (int part = 0; part < parts; part++) {
            if (slots[at + part] != packed[part]) {
                return false;
            }
        }
        return true;
    }

    private void learn(Lexicon of, Tokenizer word, long width, int slot) {
        int at = slot * SLOT;
        int hash = word.hash();
        int symbol = of.symbol(word.word, word.length, hash);
        int prefix = of.longestPrefix(word.word, word.length);
        System.arraycopy(word.packed, 0, slots, at, PackedWord.PARTS);
        slots[at + SYMBOL_AND_PREFIX] = ((long) symbol << Integer.SIZE) | Integer.toUnsignedLong(prefix);
        slots[at + NODE_AND_WIDTH] = ((long) of.firstNode(symbol) << Integer.SIZE) | width;
        hashes[slot] = hash;
    }

    private static void lookUp(Lexicon of, Tokenizer word, int token, Tokens tokens) {
        int hash = word.hash();
        int symbol = of.symbol(word.word, word.length, hash);
        tokens.symbol[token] = symbol;
        tokens.prefix[token] = of.longestPrefix(word.word, word.length);
        tokens.node[token] = of.firstNode(symbol);
        tokens.hash[token] = hash;
    }
}
