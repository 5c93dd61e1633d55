package io.tocsin.stream.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All dictionaries compiled into one trie over tokens. Entries are numbers that their dictionaries give out; several
 * entries may share a phrase. Immutable and safe for use by any thread; {@link Tokens} and {@link Hits} are the
 * caller's, one pair a thread.
 *
 * <p>A phrase is written as in news ({@code "air strikes"}) and cut into tokens as an article is, so case, accents and
 * the punctuation between its words do not matter. A word of a phrase that ends in {@code *} (at least
 * {@value #MIN_PREFIX} characters before it) stands for every word that begins so.
 */
public final class Lexicon {
    /** Shortest word before a {@code *}, in folded UTF-16 code units. */
    public static final int MIN_PREFIX = 3;

    /** A longer word is no word; what lies beyond is not looked at. */
    static final int MAX_WORD = 48;

    private static final int NONE = -1;

    private final SymbolTable words;
    private final SymbolTable prefixes;
    /** For a prefix's symbol, the next shorter prefix of the same word, or {@link #NONE}. */
    private final int[] shorterPrefix;

    private final Transitions edges;
    /** The node that a phrase's first symbol leads to, or {@link #NONE}: most words begin no phrase. */
    private final int[] root;
    /** Whether any phrase goes on from a node: most end there. */
    private final boolean[] goesOn;
    /** Entries that end at a node: {@code entries[first[node] .. first[node + 1])}. */
    private final int[] first;

    private final int[] entries;

    private Lexicon(Builder builder) {
        words = new SymbolTable(builder.words);
        prefixes = new SymbolTable(builder.prefixes);
        shorterPrefix = new int[builder.words.size() + builder.prefixes.size()];
        Arrays.fill(shorterPrefix, NONE);
        builder.prefixes.forEach((prefix, symbol) -> {
            for (int length = prefix.length() - 1; length >= MIN_PREFIX; length--) {
                Integer shorter = builder.prefixes.get(prefix.substring(0, length));
                if (shorter != null) {
                    shorterPrefix[symbol] = shorter;
                    break;
                }
            }
        });

        edges = builder.edges;
        root = new int[shorterPrefix.length];
        Arrays.setAll(root, symbol -> edges.get(0, symbol));
        goesOn = edges.sources(builder.nodes);
        first = new int[builder.nodes + 1];
        for (int i = 0; i < builder.ends; i++) {
            first[builder.endNode[i] + 1]++;
        }
        for (int node = 0; node < builder.nodes; node++) {
            first[node + 1] += first[node];
        }
        entries = new int[builder.ends];
        int[] next = Arrays.copyOf(first, builder.nodes);
        for (int i = 0; i < builder.ends; i++) {
            entries[next[builder.endNode[i]]++] = builder.endEntry[i];
        }
        for (int node = 0; node < builder.nodes; node++) {
            if (first[node + 1] - first[node] > 1) {
                Arrays.sort(entries, first[node], first[node + 1]);
            }
        }
    }

    /** Cuts an article into tokens and finds every phrase; what the two held before is forgotten. */
    public void read(String title, String text, Tokens tokens, Hits hits) {
        Tokenizer.cut(this, title, text, tokens);
        hits.clear();
        for (int token = 0; token < tokens.size; token++) {
            if (tokens.starts[token]) {
                int firstHit = hits.size;
                int limit = token < tokens.titleSize ? tokens.titleSize : tokens.size;
                walk(0, token, token, limit, tokens, hits);
                longestFirst(hits, firstHit);
            }
        }
    }

    private void walk(int node, int token, int at, int limit, Tokens tokens, Hits hits) {
        if (at >= limit) {
            return;
        }
        int symbol = tokens.symbol[at];
        if (symbol >= 0) {
            step(node, symbol, token, at, limit, tokens, hits);
        }
        for (int p = tokens.prefix[at]; p >= 0; p = shorterPrefix[p]) {
            step(node, p, token, at, limit, tokens, hits);
        }
    }

    private void step(int node, int symbol, int token, int at, int limit, Tokens tokens, Hits hits) {
        int next = node == 0 ? root[symbol] : edges.get(node, symbol);
        if (next >= 0) {
            for (int e = first[next]; e < first[next + 1]; e++) {
                if (e == first[next] || entries[e] != entries[e - 1]) {
                    hits.add(entries[e], token, at + 1);
                }
            }
            if (goesOn[next]) {
                walk(next, token, at + 1, limit, tokens, hits);
            }
        }
    }

    /** Hits of one first token come shortest first from the walk; insertion sort, for there are few. */
    private static void longestFirst(Hits hits, int firstHit) {
        for (int i = firstHit + 1; i < hits.size; i++) {
            int entry = hits.entry[i];
            int to = hits.to[i];
            int k = i - 1;
            while (k >= firstHit && (hits.to[k] < to || (hits.to[k] == to && hits.entry[k] > entry))) {
                hits.entry[k + 1] = hits.entry[k];
                hits.to[k + 1] = hits.to[k];
                k--;
            }
            hits.entry[k + 1] = entry;
            hits.to[k + 1] = to;
        }
    }

    /** Symbol of a folded word, or {@link Tokens#UNKNOWN}. */
    int symbol(char[] folded, int length, int hash) {
        return words.get(folded, length, hash);
    }

    /** Symbol of the longest prefix that a folded word begins with, or {@link Tokens#UNKNOWN}. */
    int longestPrefix(char[] folded, int length) {
        return prefixes.longestPrefix(folded, length);
    }

    /** Whether a phrase begins with a word of this symbol and this longest prefix. */
    boolean startsPhrase(int symbol, int longestPrefix) {
        if (symbol >= 0 && root[symbol] >= 0) {
            return true;
        }
        for (int p = longestPrefix; p >= 0; p = shorterPrefix[p]) {
            if (root[p] >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The symbol of a word as {@link Tokens#symbol} gives it, or {@link Tokens#UNKNOWN} if no phrase holds it. */
    public int symbolOf(String word) {
        char[] folded = Fold.fold(word).toCharArray();
        return symbol(folded, folded.length, SymbolTable.hash(folded, folded.length));
    }

    /** Collects the phrases. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Integer> words = new HashMap<>();
        private final Map<String, Integer> prefixes = new HashMap<>();
        private final Transitions edges = new Transitions();
        private int nodes = 1;
        /** Which entry ends at which node, in the order of addition. */
        private int[] endNode = new int[1 << 4];

        private int[] endEntry = new int[1 << 4];
        private int ends;
        private int symbols;

        /**
         * Adds a phrase.
         *
         * @param entry what {@link Hits#entry} will say; at least 0
         * @throws IllegalArgumentException when the phrase holds no word, or a {@code *} in the wrong place
         */
        public Builder add(String phrase, int entry) {
            List<String> cut = Tokenizer.phrase(phrase);
            if (cut.isEmpty()) {
                throw new IllegalArgumentException("no word in phrase '" + phrase + "'");
            }
            int node = 0;
            for (String word : cut) {
                node = child(node, symbol(word, phrase));
            }
            if (ends == endNode.length) {
                endNode = Arrays.copyOf(endNode, ends * 2);
                endEntry = Arrays.copyOf(endEntry, ends * 2);
            }
            endNode[ends] = node;
            endEntry[ends] = entry;
            ends++;
            return this;
        }

        /** Gives a word a symbol ({@link Lexicon#symbolOf}) without an entry: it is told apart, but no hit. */
        public Builder know(String word) {
            List<String> cut = Tokenizer.phrase(word);
            if (cut.size() != 1) {
                throw new IllegalArgumentException("not one word: '" + word + "'");
            }
            symbol(cut.get(0), word);
            return this;
        }

        private int symbol(String word, String phrase) {
            if (!word.endsWith("*")) {
                return words.computeIfAbsent(word, w -> symbols++);
            }
            String prefix = word.substring(0, word.length() - 1);
            if (prefix.length() < MIN_PREFIX) {
                throw new IllegalArgumentException(
                        "fewer than " + MIN_PREFIX + " characters before the * in '" + phrase + "'");
            }
            return prefixes.computeIfAbsent(prefix, p -> symbols++);
        }

        private int child(int node, int symbol) {
            int child = edges.get(node, symbol);
            if (child < 0) {
                child = nodes++;
                edges.add(node, symbol, child);
            }
            return child;
        }

        /** The lexicon of all phrases added; the builder is of no more use then. */
        public Lexicon build() {
            return new Lexicon(this);
        }
    }
}
