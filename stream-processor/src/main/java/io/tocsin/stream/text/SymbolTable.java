package io.tocsin.stream.text;

import java.util.Arrays;

/**
 * Open-addressed hash of words that is asked with a slice of characters, so that no string is made per token. Most words
 * of an article are in no dictionary: a filter of a few bits a word, small enough for the processor's cache, answers for
 * them (Bloom 1970, with one hash). Filled first, then {@linkplain #finish() finished} and only read, by any thread.
 */
final class SymbolTable {
    private static final int FILTER_BITS_PER_WORD = 8;
    private static final int BEGINNINGS = 1 << 17;

    private static final long FREE = -1L;

    /** By slot, a word's hash above its symbol, or {@link #FREE}: one place in memory to look at for most words. */
    private long[] words = new long[1 << 4];
    /** Where a word's characters stand in {@link #chars}, behind their number. */
    private int[] place = new int[1 << 4];

    private char[] chars = new char[1 << 8];
    private int used;
    private int size;

    private int shortest = Integer.MAX_VALUE;
    private int longest;
    /** A filter of the words' first {@link #shortest} characters: with what most words begin, no prefix does. */
    private long[] beginnings = {};

    private long[] filter = {};
    private int filterMask;

    SymbolTable() {
        Arrays.fill(words, FREE);
    }

    private static int hashOf(long word) {
        return (int) (word >> Integer.SIZE);
    }

    private static int symbolOf(long word) {
        return (int) word;
    }

    /**
     * The symbol of a word, which is added when it is not there yet.
     *
     * @param next the symbol of a new word
     */
    int add(char[] word, int length, int hash, int next) {
        int mask = words.length - 1;
        int slot = hash & mask;
        while (words[slot] != FREE) {
            if (hashOf(words[slot]) == hash && isSame(place[slot], word, 0, length)) {
                return symbolOf(words[slot]);
            }
            slot = (slot + 1) & mask;
        }
        if (used + length + 1 > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length + 1));
        }
        words[slot] = ((long) hash << Integer.SIZE) | next;
        place[slot] = used;
        chars[used] = (char) length;
        System.arraycopy(word, 0, chars, used + 1, length);
        used += length + 1;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        if (++size * 2 > words.length) {
            grow();
        }
        return next;
    }

    private void grow() {
        long[] oldWords = words;
        int[] oldPlace = place;
        int mask = oldWords.length * 2 - 1;
        words = new long[mask + 1];
        place = new int[mask + 1];
        Arrays.fill(words, FREE);
        for (int i = 0; i < oldWords.length; i++) {
            if (oldWords[i] != FREE) {
                int slot = hashOf(oldWords[i]) & mask;
                while (words[slot] != FREE) {
                    slot = (slot + 1) & mask;
                }
                words[slot] = oldWords[i];
                place[slot] = oldPlace[i];
            }
        }
    }

    /** Makes the filters, after the last word. */
    SymbolTable finish() {
        chars = Arrays.copyOf(chars, used);
        filter = new long[Integer.highestOneBit(Math.max(64, size * FILTER_BITS_PER_WORD)) * 2 / Long.SIZE];
        filterMask = filter.length * Long.SIZE - 1;
        beginnings = new long[BEGINNINGS / Long.SIZE];
        for (int slot = 0; slot < words.length; slot++) {
            if (words[slot] != FREE) {
                int hash = hashOf(words[slot]);
                filter[(hash & filterMask) >>> 6] |= 1L << hash;
                int beginning = hash(chars, place[slot] + 1, shortest);
                beginnings[(beginning & BEGINNINGS - 1) >>> 6] |= 1L << beginning;
            }
        }
        return this;
    }

    /** For each word's symbol, that of the longest other word of the table that it begins with, or unknown. */
    void shorter(int[] bySymbol) {
        for (int slot = 0; slot < words.length; slot++) {
            if (words[slot] != FREE) {
                int from = place[slot] + 1;
                bySymbol[symbolOf(words[slot])] = longestPrefix(chars, from, chars[place[slot]] - 1);
            }
        }
    }

    int get(char[] word, int length, int hash) {
        return get(word, 0, length, hash);
    }

    private int get(char[] word, int from, int length, int hash) {
        if ((filter[(hash & filterMask) >>> 6] & 1L << hash) == 0) {
            return Tokens.UNKNOWN;
        }
        int mask = words.length - 1;
        int slot = hash & mask;
        while (words[slot] != FREE) {
            if (hashOf(words[slot]) == hash && isSame(place[slot], word, from, length)) {
                return symbolOf(words[slot]);
            }
            slot = (slot + 1) & mask;
        }
        return Tokens.UNKNOWN;
    }

    /** A loop is quicker than {@link Arrays#equals} for words. */
    private boolean isSame(int at, char[] word, int from, int length) {
        if (chars[at] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chars[at + 1 + i] != word[from + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isBeginning(int hash) {
        return (beginnings[(hash & BEGINNINGS - 1) >>> 6] & 1L << hash) != 0;
    }

    /** The symbol of the longest word in the table that {@code word} begins with. */
    int longestPrefix(char[] word, int length) {
        return longestPrefix(word, 0, length);
    }

    private int longestPrefix(char[] word, int from, int length) {
        int found = Tokens.UNKNOWN;
        int state = SEED;
        int limit = Math.min(length, longest);
        for (int i = 0; i < limit; i++) {
            state = mix(state, word[from + i]);
            if (i + 1 == shortest && !isBeginning(finish(state))) {
                return Tokens.UNKNOWN;
            }
            if (i + 1 >= shortest) {
                int candidate = get(word, from, i + 1, finish(state));
                if (candidate >= 0) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    /** FNV-1a over the characters, then the finalizer of MurmurHash3, whose low bits depend on all others. */
    static final int SEED = 0x811C9DC5;

    static int hash(char[] word, int length) {
        return hash(word, 0, length);
    }

    private static int hash(char[] word, int from, int length) {
        int state = SEED;
        for (int i = 0; i < length; i++) {
            state = mix(state, word[from + i]);
        }
        return finish(state);
    }

    static int mix(int state, char c) {
        return (state ^ c) * 0x01000193;
    }

    static int finish(int state) {
        int h = state;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
