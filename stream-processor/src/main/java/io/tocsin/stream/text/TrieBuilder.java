package io.tocsin.stream.text;

import java.util.Arrays;

/** Grows a {@link Trie}; its nodes have numbers then, 0 being the root. Not safe for use by several threads. */
final class TrieBuilder {
    private final Transitions edges = new Transitions();
    /** By symbol: the node that the root leads to, 0 for none. */
    private int[] root = new int[1 << 4];

    private int nodes = 1;
    /** Ends in the order of addition. */
    private int[] endNode = new int[1 << 4];

    private int[] end = new int[1 << 4];
    private int ends;
    /** By node, its address in the packed trie. */
    private int[] address = {};

    /** The node that a symbol leads to from another node; made when there is none yet. */
    int child(int node, int symbol) {
        int child;
        if (node == 0) {
            if (symbol >= root.length) {
                root = Arrays.copyOf(root, Math.max(root.length * 2, symbol + 1));
            }
            if (root[symbol] == 0) {
                root[symbol] = nodes;
            }
            child = root[symbol];
        } else {
            child = edges.add(node, symbol, nodes);
        }
        nodes = Math.max(nodes, child + 1);
        return child;
    }

    /**
     * Says that an entry ends at a node.
     *
     * @throws IllegalArgumentException when a number is too large
     */
    void end(int node, int dictionary, int language, int entry) {
        if (entry < 0 || entry > Trie.MAX_ENTRY || dictionary > Trie.MAX_DICTIONARY || language > Trie.ANY_LANGUAGE) {
            throw new IllegalArgumentException(
                    "entry " + entry + " of dictionary " + dictionary + " in language " + language);
        }
        if (ends == endNode.length) {
            endNode = Arrays.copyOf(endNode, ends * 2);
            end = Arrays.copyOf(end, ends * 2);
        }
        endNode[ends] = node;
        end[ends] = Trie.end(dictionary, language, entry);
        ends++;
    }

    Trie build() {
        return new Trie(this);
    }

    /** By symbol: the address of the node that a phrase's first symbol leads to, or {@link Trie#NONE}. After the cells. */
    int[] roots(int symbols) {
        int[] roots = new int[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            int node = symbol < root.length ? root[symbol] : 0;
            roots[symbol] = node == 0 ? Trie.NONE : address[node];
        }
        return roots;
    }

    /** All nodes but the root, packed. */
    int[] cells() {
        int[] degree = new int[nodes];
        edges.forEach((node, symbol, to) -> degree[node]++);
        int[] count = new int[nodes];
        int[] sorted = sortEnds(count);
        address = new int[nodes];
        int size = 0;
        for (int node = 1; node < nodes; node++) {
            address[node] = size;
            size += Trie.size(count[node], degree[node]);
        }
        int[] cells = new int[size];
        Arrays.fill(cells, Trie.NONE);
        int from = 0;
        for (int node = 1; node < nodes; node++) {
            cells[address[node]] = Trie.head(count[node], degree[node]);
            System.arraycopy(sorted, from, cells, address[node] + 1, count[node]);
            from += count[node];
        }
        edges.forEach((node, symbol, to) -> Trie.put(cells, address[node], symbol, address[to]));
        return cells;
    }

    /** The ends by node, ascending and each once for a node; writes how many each node has. */
    private int[] sortEnds(int[] count) {
        int[] first = new int[nodes + 1];
        for (int i = 0; i < ends; i++) {
            first[endNode[i] + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] sorted = new int[ends];
        int[] next = Arrays.copyOf(first, nodes);
        for (int i = 0; i < ends; i++) {
            sorted[next[endNode[i]]++] = end[i];
        }
        int kept = 0;
        for (int node = 0; node < nodes; node++) {
            int last = first[node + 1];
            if (last - first[node] > 1) {
                Arrays.sort(sorted, first[node], last);
            }
            for (int i = first[node]; i < last; i++) {
                if (i == first[node] || sorted[i] != sorted[i - 1]) {
                    count[node]++;
                    sorted[kept++] = sorted[i];
                }
            }
        }
        return sorted;
    }
}
