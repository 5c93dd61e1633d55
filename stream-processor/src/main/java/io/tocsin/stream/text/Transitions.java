package io.tocsin.stream.text;

import java.util.Arrays;

/** The edges of the trie while it is built: from a node by a symbol to a node, in one open-addressed hash. */
final class Transitions {
    private static final long FREE = -1L;

    private long[] key = new long[1 << 4];
    private int[] target = new int[1 << 4];
    private int size;

    Transitions() {
        Arrays.fill(key, FREE);
    }

    /** What a walk over all edges does with each. */
    @FunctionalInterface
    interface Visitor {
        void edge(int node, int symbol, int to);
    }

    /** The node that the symbol leads to; a new one, {@code next}, when there is no edge yet. */
    int add(int node, int symbol, int next) {
        long wanted = ((long) node << 32) | symbol;
        int slot = slot(wanted);
        while (key[slot] != FREE) {
            if (key[slot] == wanted) {
                return target[slot];
            }
            slot = (slot + 1) & (key.length - 1);
        }
        key[slot] = wanted;
        target[slot] = next;
        if (++size * 2 >= key.length) {
            grow();
        }
        return next;
    }

    /** Shows all edges, in no particular order. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < key.length; slot++) {
            if (key[slot] != FREE) {
                visitor.edge((int) (key[slot] >>> 32), (int) key[slot], target[slot]);
            }
        }
    }

    private void grow() {
        long[] oldKey = key;
        int[] oldTarget = target;
        key = new long[oldKey.length * 2];
        target = new int[oldKey.length * 2];
        Arrays.fill(key, FREE);
        for (int i = 0; i < oldKey.length; i++) {
            if (oldKey[i] != FREE) {
                int slot = slot(oldKey[i]);
                while (key[slot] != FREE) {
                    slot = (slot + 1) & (key.length - 1);
                }
                key[slot] = oldKey[i];
                target[slot] = oldTarget[i];
            }
        }
    }

    private int slot(long wanted) {
        return (int) ((wanted * 0x9E3779B97F4A7C15L) >>> 33) & (key.length - 1);
    }
}
