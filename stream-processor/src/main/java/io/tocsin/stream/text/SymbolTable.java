package io.tocsin.stream.text;

import java.util.Arrays;
import java.util.Map;

/**
 * Open-addressed hash of words that is asked with a slice of characters, so that no string is made per token. Most words
 * of an article are in no dictionary: a filter of a few bits a word, small enough for the processor's cache, answers for
 * them (Bloom 1970, with one hash).
 */
final class SymbolTable {
    private static final int FILTER_BITS_PER_WORD = 8;
    private static final int BEGINNINGS = 1 << 17;

    private final char[][] word;
    private final int[] hashes;
    private final int[] symbol;
    private final int mask;
    private final int shortest;
    /** A filter of the words' first {@link #shortest} characters: with what most words begin, no prefix does. */
    private final long[] beginnings = new long[BEGINNINGS / Long.SIZE];

    private final int longest;
    private final long[] filter;
    private final int filterMask;

    SymbolTable(Map<String, Integer> words) {
        int capacity = Integer.highestOneBit(Math.max(16, words.size() * 2)) * 2;
        word = new char[capacity][];
        hashes = new int[capacity];
        symbol = new int[capacity];
        mask = capacity - 1;
        filter = new long[Integer.highestOneBit(Math.max(64, words.size() * FILTER_BITS_PER_WORD)) * 2 / Long.SIZE];
        filterMask = filter.length * Long.SIZE - 1;
        Arrays.fill(symbol, Tokens.UNKNOWN);
        int min = Integer.MAX_VALUE;
        int max = 0;
        for (Map.Entry<String, Integer> entry : words.entrySet()) {
            char[] chars = entry.getKey().toCharArray();
            int hash = hash(chars, chars.length);
            int slot = hash & mask;
            while (symbol[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            word[slot] = chars;
            hashes[slot] = hash;
            symbol[slot] = entry.getValue();
            filter[(hash & filterMask) >>> 6] |= 1L << hash;
            min = Math.min(min, chars.length);
            max = Math.max(max, chars.length);
        }
        shortest = min;
        for (String known : words.keySet()) {
            int hash = hash(known.substring(0, shortest).toCharArray(), shortest);
            beginnings[(hash & BEGINNINGS - 1) >>> 6] |= 1L << hash;
        }
        longest = max;
    }

    int get(char[] chars, int length, int hash) {
        if ((filter[(hash & filterMask) >>> 6] & 1L << hash) == 0) {
            return Tokens.UNKNOWN;
        }
        int slot = hash & mask;
        while (symbol[slot] >= 0) {
            if (hashes[slot] == hash) {
                char[] candidate = word[slot];
                if (isSame(candidate, chars, length)) {
                    return symbol[slot];
                }
            }
            slot = (slot + 1) & mask;
        }
        return Tokens.UNKNOWN;
    }

    /** A loop is quicker than {@link Arrays#equals} for words. */
    private static boolean isSame(char[] candidate, char[] chars, int length) {
        if (candidate.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (candidate[i] != chars[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isBeginning(int hash) {
        return (beginnings[(hash & BEGINNINGS - 1) >>> 6] & 1L << hash) != 0;
    }

    /** The symbol of the longest word in the table that {@code chars} begin with. */
    int longestPrefix(char[] chars, int length) {
        int found = Tokens.UNKNOWN;
        int state = SEED;
        int limit = Math.min(length, longest);
        for (int i = 0; i < limit; i++) {
            state = mix(state, chars[i]);
            if (i + 1 == shortest && !isBeginning(finish(state))) {
                return Tokens.UNKNOWN;
            }
            if (i + 1 >= shortest) {
                int candidate = get(chars, i + 1, finish(state));
                if (candidate >= 0) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    /** FNV-1a over the characters, then the finalizer of MurmurHash3, whose low bits depend on all others. */
    private static final int SEED = 0x811C9DC5;

    static int hash(char[] chars, int length) {
        int state = SEED;
        for (int i = 0; i < length; i++) {
            state = mix(state, chars[i]);
        }
        return finish(state);
    }

    private static int mix(int state, char c) {
        return (state ^ c) * 0x01000193;
    }

    private static int finish(int state) {
        int h = state;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
