package io.tocsin.stream.text;

/**
 * Phrases as a tree of symbols, packed into one array: what ends at a node and where phrases go on from it lie side by
 * side, so that what articles often come to stays in the processor's cache. A node is its address. Immutable.
 */
final class Trie {
    static final int NONE = -1;

    /** Bits of an end: its dictionary, its entry and its language. */
    private static final int ENTRY_BITS = 23;

    private static final int LANGUAGE_BITS = 6;
    static final int MAX_ENTRY = (1 << ENTRY_BITS) - 1;
    /** Of what belongs to no particular language. */
    static final int ANY_LANGUAGE = (1 << LANGUAGE_BITS) - 1;

    static final int MAX_DICTIONARY = 7;

    /** Low bits of a node's first cell: the logarithm of the number of its slots, 0 when no phrase goes on from it. */
    private static final int SLOT_BITS = 5;

    private static final int SLOTS = (1 << SLOT_BITS) - 1;
    private static final int FREE = -1;

    /** Of each node the number of its ends and slots, the ends, then symbol and target of each slot. */
    private final int[] cells;

    Trie(TrieBuilder builder) {
        cells = builder.cells();
    }

    /** One cell for the two numbers that a node begins with. */
    static int head(int ends, int edges) {
        return (ends << SLOT_BITS) | slotBits(edges);
    }

    /** How many cells such a node takes. */
    static int size(int ends, int edges) {
        return 1 + ends + (edges == 0 ? 0 : 2 << slotBits(edges));
    }

    /** The slots are never more than half full, so that a search ends at a free one. */
    private static int slotBits(int edges) {
        return edges == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(2 * edges - 1);
    }

    /** Puts an edge into the cells of a node whose head and ends are in place and whose free slots are marked so. */
    static void put(int[] cells, int node, int symbol, int to) {
        int head = cells[node];
        int at = node + 1 + (head >>> SLOT_BITS);
        int mask = (1 << (head & SLOTS)) - 1;
        int slot = hash(symbol) & mask;
        while (cells[at + 2 * slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        cells[at + 2 * slot] = symbol;
        cells[at + 2 * slot + 1] = to;
    }

    /** Whether any phrase goes on from a node. */
    boolean goesOn(int node) {
        return (cells[node] & SLOTS) != 0;
    }

    /** The node that a symbol leads to, or {@link #NONE}. */
    int get(int node, int symbol) {
        int head = cells[node];
        if ((head & SLOTS) == 0) {
            return NONE;
        }
        int at = node + 1 + (head >>> SLOT_BITS);
        int mask = (1 << (head & SLOTS)) - 1;
        int slot = hash(symbol) & mask;
        while (true) {
            int found = cells[at + 2 * slot];
            if (found == symbol) {
                return cells[at + 2 * slot + 1];
            }
            if (found == FREE) {
                return NONE;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Adds what ends at a node to the hits of its dictionary. */
    void add(int node, int from, int to, long languages, Hits[] hits) {
        int last = node + (cells[node] >>> SLOT_BITS);
        for (int at = node + 1; at <= last; at++) {
            int end = cells[at];
            int language = end & ANY_LANGUAGE;
            if (language == ANY_LANGUAGE || ((languages >>> language) & 1) != 0) {
                hits[end >>> (ENTRY_BITS + LANGUAGE_BITS)].add((end >>> LANGUAGE_BITS) & MAX_ENTRY, from, to);
            }
        }
    }

    /** An end in one cell. */
    static int end(int dictionary, int language, int entry) {
        return (dictionary << (ENTRY_BITS + LANGUAGE_BITS)) | (entry << LANGUAGE_BITS) | language;
    }

    private static int hash(int symbol) {
        return (symbol * 0x9E3779B1) >>> 14;
    }
}
