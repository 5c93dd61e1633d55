package io.tocsin.stream.text;

import java.util.Arrays;

/**
 * The edges of the trie: from a node by a symbol to a node, in an open-addressed hash. Most questions are answered "no"
 * by a filter of a few bits an edge, small enough for the processor's cache (Bloom 1970, with one hash).
 */
final class Transitions {
    private static final long FREE = -1L;
    private static final int FILTER_BITS_PER_SLOT = 4;

    private long[] key = new long[1 << 4];
    private int[] target = new int[1 << 4];
    /** Four bits for each slot. */
    private long[] filter = new long[(1 << 4) * FILTER_BITS_PER_SLOT / Long.SIZE];

    private int size;

    Transitions() {
        Arrays.fill(key, FREE);
    }

    /** The node that the symbol leads to, or -1. */
    int get(int node, int symbol) {
        long wanted = key(node, symbol);
        long hash = hash(wanted);
        if ((filter[word(hash)] & bit(hash)) == 0) {
            return -1;
        }
        int mask = key.length - 1;
        int slot = slot(hash, mask);
        while (key[slot] != FREE) {
            if (key[slot] == wanted) {
                return target[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** For each of the nodes, whether an edge begins there. */
    boolean[] sources(int nodes) {
        boolean[] sources = new boolean[nodes];
        for (long edge : key) {
            if (edge != FREE) {
                sources[(int) (edge >>> 32)] = true;
            }
        }
        return sources;
    }

    /** Adds an edge that is not there yet. */
    void add(int node, int symbol, int to) {
        if (size * 2 >= key.length) {
            grow();
        }
        put(key(node, symbol), to);
        size++;
    }

    private void grow() {
        long[] oldKey = key;
        int[] oldTarget = target;
        key = new long[oldKey.length * 2];
        target = new int[oldKey.length * 2];
        filter = new long[key.length * FILTER_BITS_PER_SLOT / Long.SIZE];
        Arrays.fill(key, FREE);
        for (int i = 0; i < oldKey.length; i++) {
            if (oldKey[i] != FREE) {
                put(oldKey[i], oldTarget[i]);
            }
        }
    }

    private void put(long newKey, int to) {
        int mask = key.length - 1;
        long hash = hash(newKey);
        int slot = slot(hash, mask);
        while (key[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        filter[word(hash)] |= bit(hash);
        key[slot] = newKey;
        target[slot] = to;
    }

    private static long key(int node, int symbol) {
        return ((long) node << 32) | symbol;
    }

    private static long hash(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }

    private static int slot(long hash, int mask) {
        return (int) (hash >>> 33) & mask;
    }

    /** Which word of the filter, by the hash's upper bits, which depend on the whole key. */
    private int word(long hash) {
        return (int) (hash >>> 26) & (filter.length - 1);
    }

    private static long bit(long hash) {
        return 1L << (hash >>> 58);
    }
}
