package io.tocsin.stream.text;

import java.util.Arrays;

/**
 * The edges of the trie, packed for reading: each node has a small hash of its own, so that a question about a node that
 * articles often come to stays in the processor's cache. Immutable.
 */
final class Branches {
    static final int NONE = -1;

    /** Slots that are never more than half full, and never quite full: a search ends at a free one. */
    private static final int SLOTS_PER_EDGE = 2;

    /** By node: where its slots begin in {@link #slots}. */
    private final int[] begin;
    /** Of each node the number of its slots less one, then symbol and target of each slot. */
    private final int[] slots;

    /**
     * Packs edges.
     *
     * @param nodes how many nodes there are from which an edge goes; in the new order, they come first
     */
    Branches(int nodes, Transitions edges, TrieOrder order) {
        int[] degree = new int[nodes];
        edges.forEach((node, symbol, to) -> degree[order.of(node)]++);
        begin = new int[nodes];
        int size = 0;
        for (int node = 0; node < nodes; node++) {
            begin[node] = size;
            size += 1 + 2 * capacity(degree[node]);
        }
        slots = new int[size];
        Arrays.fill(slots, NONE);
        for (int node = 0; node < nodes; node++) {
            slots[begin[node]] = capacity(degree[node]) - 1;
        }
        edges.forEach((node, symbol, to) -> put(order.of(node), symbol, order.of(to)));
    }

    private static int capacity(int degree) {
        return Math.max(2, Integer.highestOneBit(degree * SLOTS_PER_EDGE - 1) * 2);
    }

    private void put(int node, int symbol, int to) {
        int at = begin[node];
        int mask = slots[at];
        int slot = hash(symbol) & mask;
        while (slots[at + 1 + 2 * slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        slots[at + 1 + 2 * slot] = symbol;
        slots[at + 2 + 2 * slot] = to;
    }

    /** The node that the symbol leads to, or {@link #NONE}. */
    int get(int node, int symbol) {
        int at = begin[node];
        int mask = slots[at];
        int slot = hash(symbol) & mask;
        while (true) {
            int found = slots[at + 1 + 2 * slot];
            if (found == symbol) {
                return slots[at + 2 + 2 * slot];
            }
            if (found == NONE) {
                return NONE;
            }
            slot = (slot + 1) & mask;
        }
    }

    private static int hash(int symbol) {
        return (symbol * 0x9E3779B1) >>> 14;
    }
}
