package io.tocsin.stream.text;

import java.util.Arrays;
import java.util.Map;

/** Open-addressed hash of words that is asked with a slice of characters, so that no string is made per token. */
final class SymbolTable {
    private final char[][] word;
    private final int[] symbol;
    private final int mask;
    private final int shortest;
    private final int longest;

    SymbolTable(Map<String, Integer> words) {
        int capacity = Integer.highestOneBit(Math.max(16, words.size() * 2)) * 2;
        word = new char[capacity][];
        symbol = new int[capacity];
        mask = capacity - 1;
        Arrays.fill(symbol, Tokens.UNKNOWN);
        int min = Integer.MAX_VALUE;
        int max = 0;
        for (Map.Entry<String, Integer> entry : words.entrySet()) {
            char[] chars = entry.getKey().toCharArray();
            int slot = hash(chars, chars.length) & mask;
            while (symbol[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            word[slot] = chars;
            symbol[slot] = entry.getValue();
            min = Math.min(min, chars.length);
            max = Math.max(max, chars.length);
        }
        shortest = min;
        longest = max;
    }

    int get(char[] chars, int length) {
        if (length < shortest || length > longest) {
            return Tokens.UNKNOWN;
        }
        return get(chars, length, hash(chars, length));
    }

    private int get(char[] chars, int length, int hash) {
        int slot = hash & mask;
        while (symbol[slot] >= 0) {
            char[] candidate = word[slot];
            if (candidate.length == length && Arrays.equals(candidate, 0, length, chars, 0, length)) {
                return symbol[slot];
            }
            slot = (slot + 1) & mask;
        }
        return Tokens.UNKNOWN;
    }

    /** The symbol of the longest word in the table that {@code chars} begin with. */
    int longestPrefix(char[] chars, int length) {
        int found = Tokens.UNKNOWN;
        int state = SEED;
        int limit = Math.min(length, longest);
        for (int i = 0; i < limit; i++) {
            state = mix(state, chars[i]);
            if (i + 1 >= shortest) {
                int candidate = get(chars, i + 1, finish(state));
                if (candidate >= 0) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    /** FNV-1a over the characters. */
    private static final int SEED = 0x811C9DC5;

    private static int hash(char[] chars, int length) {
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
        return state ^ (state >>> 15);
    }
}
