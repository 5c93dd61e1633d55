package io.tocsin.stream.text;

/** Numbers the nodes of the trie anew: those from which phrases go on come first, those where all end behind them. */
final class TrieOrder {
    private final int[] number;
    private final int inner;

    /**
     * Numbers nodes.
     *
     * @param nodes node 0, the root, is left out
     */
    TrieOrder(int nodes, Transitions edges) {
        boolean[] goesOn = new boolean[nodes];
        edges.forEach((node, symbol, to) -> goesOn[node] = true);
        number = new int[nodes];
        int next = 0;
        for (int node = 1; node < nodes; node++) {
            if (goesOn[node]) {
                number[node] = next++;
            }
        }
        inner = next;
        for (int node = 1; node < nodes; node++) {
            if (!goesOn[node]) {
                number[node] = next++;
            }
        }
    }

    /** The new number of a node. */
    int of(int node) {
        return number[node];
    }

    /** How many nodes phrases go on from. */
    int inner() {
        return inner;
    }
}
