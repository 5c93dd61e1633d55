package io.tocsin.stream.text;

import java.util.Arrays;

/** Which entries end at which node of the trie. Immutable. */
final class PhraseEnds {
    private static final int ENTRY_BITS = 28;
    private static final int MAX_ENTRY = (1 << ENTRY_BITS) - 1;
    private static final int MAX_DICTIONARY = 7;

    /** By node: where its ends begin in the other two; one more than there are nodes. */
    final int[] first;
    /** An entry with its dictionary, ascending and each once for a node. */
    final int[] ends;
    /** Of each the language, or {@link Lexicon.Builder#ANY_LANGUAGE}. */
    final byte[] languages;

    private PhraseEnds(int[] first, int[] ends, byte[] languages) {
        this.first = first;
        this.ends = ends;
        this.languages = languages;
    }

    /** An end's dictionary. */
    static int dictionary(int end) {
        return end >>> ENTRY_BITS;
    }

    /** An end's entry. */
    static int entry(int end) {
        return end & MAX_ENTRY;
    }

    /** Collects them while the trie is built. */
    static final class Collector {
        private int[] node = new int[1 << 4];
        private int[] end = new int[1 << 4];
        private byte[] language = new byte[1 << 4];
        private int size;

        void add(int atNode, int dictionary, int entry, int ofLanguage) {
            if (entry < 0 || entry > MAX_ENTRY || dictionary > MAX_DICTIONARY) {
                throw new IllegalArgumentException("entry " + entry + " of dictionary " + dictionary);
            }
            if (size == node.length) {
                node = Arrays.copyOf(node, size * 2);
                end = Arrays.copyOf(end, size * 2);
                language = Arrays.copyOf(language, size * 2);
            }
            node[size] = atNode;
            end[size] = (dictionary << ENTRY_BITS) | entry;
            language[size] = (byte) ofLanguage;
            size++;
        }

        /** By the new numbers of the nodes. */
        PhraseEnds sorted(int nodes, TrieOrder order) {
            int[] first = new int[nodes];
            for (int i = 0; i < size; i++) {
                first[order.of(node[i]) + 1]++;
            }
            for (int n = 1; n < nodes; n++) {
                first[n] += first[n - 1];
            }
            long[] sorted = new long[size];
            int[] next = Arrays.copyOf(first, nodes);
            for (int i = 0; i < size; i++) {
                sorted[next[order.of(node[i])]++] = ((long) end[i] << Byte.SIZE) | (language[i] & 0xFF);
            }
            int kept = 0;
            for (int n = 0; n + 1 < nodes; n++) {
                int from = first[n];
                Arrays.sort(sorted, from, first[n + 1]);
                first[n] = kept;
                for (int i = from; i < first[n + 1]; i++) {
                    if (i == from || sorted[i] != sorted[i - 1]) {
                        sorted[kept++] = sorted[i];
                    }
                }
            }
            first[nodes - 1] = kept;
            int[] ends = new int[kept];
            byte[] languages = new byte[kept];
            for (int i = 0; i < kept; i++) {
                ends[i] = (int) (sorted[i] >>> Byte.SIZE);
                languages[i] = (byte) sorted[i];
            }
            return new PhraseEnds(first, ends, languages);
        }
    }
}
