package io.tocsin.stream.text;

import java.util.Arrays;

/**
 * All dictionaries compiled into one trie over tokens. Entries are numbers that their dictionaries give out; several
 * entries may share a phrase. Immutable and safe for use by any thread; {@link Tokens} and {@link Hits} are the
 * caller's, one of each a thread, and {@link Hits} for each dictionary.
 *
 * <p>A phrase is written as in news ({@code "air strikes"}) and cut into tokens as an article is, so case, accents and
 * the punctuation between its words do not matter. A word of a phrase that ends in {@code *} (at least
 * {@value #MIN_PREFIX} characters before it) stands for every word that begins so.
 */
public final class Lexicon {
    /** Shortest word before a {@code *}, in folded UTF-16 code units. */
    public static final int MIN_PREFIX = 3;

    /** The languages of a search that finds the phrases of all of them. */
    public static final long ALL_LANGUAGES = -1L;

    /** A longer word is no word; what lies beyond is not looked at. */
    static final int MAX_WORD = 48;

    private final SymbolTable words;
    private final SymbolTable prefixes;
    /** For a prefix's symbol, the next shorter prefix of the same word, or {@link Tokens#UNKNOWN}. */
    private final int[] shorterPrefix;

    private final Trie trie;
    /** The node that a phrase's first symbol leads to, or {@link Trie#NONE}: most words begin no phrase. */
    private final int[] root;

    private final int dictionaries;

    private Lexicon(Builder builder) {
        words = builder.words.finish();
        prefixes = builder.prefixes.finish();
        shorterPrefix = new int[builder.symbols];
        Arrays.fill(shorterPrefix, Tokens.UNKNOWN);
        prefixes.shorter(shorterPrefix);
        trie = builder.trie.build();
        root = builder.trie.roots(builder.symbols);
        dictionaries = builder.dictionary + 1;
    }

    /**
     * Cuts an article into tokens and finds every phrase of a lexicon of one dictionary, in all languages; what the two
     * held before is forgotten.
     */
    public void read(String title, String text, Tokens tokens, Hits hits) {
        cut(title, text, tokens);
        find(tokens, ALL_LANGUAGES, hits);
    }

    /** Cuts an article into tokens; what they held before is forgotten. */
    public void cut(String title, String text, Tokens tokens) {
        tokens.cut(this, title, text);
    }

    /**
     * Finds every phrase; what the hits held before is forgotten.
     *
     * @param languages bit set of the languages whose phrases are wanted; those of no particular language always are
     * @param hits for each dictionary, in the order in which the builder began them
     */
    public void find(Tokens tokens, long languages, Hits... hits) {
        if (hits.length != dictionaries) {
            throw new IllegalArgumentException(hits.length + " hits for " + dictionaries + " dictionaries");
        }
        for (Hits ofDictionary : hits) {
            ofDictionary.clear();
        }
        find(tokens, languages, 0, tokens.titleSize, hits);
        find(tokens, languages, tokens.titleSize, tokens.size, hits);
    }

    private void find(Tokens tokens, long languages, int from, int limit, Hits[] hits) {
        for (int token = from; token < limit; token++) {
            int node = tokens.node[token];
            if (tokens.prefix[token] >= 0) {
                walkAll(token, limit, tokens, languages, hits);
            } else if (node >= 0) {
                if (trie.goesOn(node) && goesOn(node, token + 1, limit, tokens)) {
                    walkAll(token, limit, tokens, languages, hits);
                } else {
                    trie.add(node, token, token + 1, languages, hits);
                }
            }
        }
    }

    private boolean goesOn(int node, int at, int limit, Tokens tokens) {
        if (at >= limit) {
            return false;
        }
        if (tokens.symbol[at] >= 0 && trie.get(node, tokens.symbol[at]) >= 0) {
            return true;
        }
        for (int p = tokens.prefix[at]; p >= 0; p = shorterPrefix[p]) {
            if (trie.get(node, p) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Finds all phrases that begin with a token, of which there may be several of different length. */
    private void walkAll(int token, int limit, Tokens tokens, long languages, Hits[] hits) {
        for (Hits ofDictionary : hits) {
            ofDictionary.mark();
        }
        arrive(tokens.node[token], token, token, limit, tokens, languages, hits);
        for (int p = tokens.prefix[token]; p >= 0; p = shorterPrefix[p]) {
            arrive(root[p], token, token, limit, tokens, languages, hits);
        }
        for (Hits ofDictionary : hits) {
            ofDictionary.sortFromMark();
        }
    }

    private void walk(int node, int token, int at, int limit, Tokens tokens, long languages, Hits[] hits) {
        if (at >= limit) {
            return;
        }
        int symbol = tokens.symbol[at];
        if (symbol >= 0) {
            arrive(trie.get(node, symbol), token, at, limit, tokens, languages, hits);
        }
        for (int p = tokens.prefix[at]; p >= 0; p = shorterPrefix[p]) {
            arrive(trie.get(node, p), token, at, limit, tokens, languages, hits);
        }
    }

    private void arrive(int node, int token, int at, int limit, Tokens tokens, long languages, Hits[] hits) {
        if (node >= 0) {
            trie.add(node, token, at + 1, languages, hits);
            if (trie.goesOn(node)) {
                walk(node, token, at + 1, limit, tokens, languages, hits);
            }
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

    /** The node of the phrases that begin with a symbol, or -1. */
    int firstNode(int symbol) {
        return symbol < 0 ? Trie.NONE : root[symbol];
    }

    /** The symbol of a word as {@link Tokens#symbol} gives it, or {@link Tokens#UNKNOWN} if no phrase holds it. */
    public int symbolOf(String word) {
        char[] folded = Fold.fold(word).toCharArray();
        return symbol(folded, folded.length, SymbolTable.hash(folded, folded.length));
    }

    /** Collects the phrases. Not safe for use by several threads. */
    public static final class Builder {
        /** Of a phrase that belongs to no particular language. */
        public static final int ANY_LANGUAGE = Trie.ANY_LANGUAGE;

        private final Tokenizer tokenizer = new Tokenizer();
        private final SymbolTable words = new SymbolTable();
        private final SymbolTable prefixes = new SymbolTable();
        private final TrieBuilder trie = new TrieBuilder();
        private int symbols;
        private int dictionary;

        /** What is added from now on belongs to another dictionary, and its hits are kept apart. */
        public Builder beginDictionary() {
            dictionary++;
            return this;
        }

        /**
         * Adds a phrase of no particular language.
         *
         * @param entry what {@link Hits#entry} will say; at least 0
         * @throws IllegalArgumentException when the phrase holds no word, or a {@code *} in the wrong place
         */
        public Builder add(String phrase, int entry) {
            return add(phrase, entry, ANY_LANGUAGE);
        }

        /**
         * Adds a phrase.
         *
         * @param entry what {@link Hits#entry} will say; at least 0
         * @param language its number, below {@link #ANY_LANGUAGE}, or {@link #ANY_LANGUAGE}
         * @throws IllegalArgumentException when the phrase holds no word, or a {@code *} in the wrong place
         */
        public Builder add(String phrase, int entry, int language) {
            tokenizer.open(phrase);
            int node = 0;
            for (int symbol = nextSymbol(phrase); symbol >= 0; symbol = nextSymbol(phrase)) {
                node = trie.child(node, symbol);
            }
            if (node == 0) {
                throw new IllegalArgumentException("no word in phrase '" + phrase + "'");
            }
            trie.end(node, dictionary, language, entry);
            return this;
        }

        /** Gives a word a symbol ({@link Lexicon#symbolOf}) without an entry: it is told apart, but no hit. */
        public Builder know(String word) {
            tokenizer.open(word);
            boolean any = nextSymbol(word) >= 0;
            if (!any || nextSymbol(word) >= 0) {
                throw new IllegalArgumentException("not one word: '" + word + "'");
            }
            return this;
        }

        /** The symbol of the phrase's next word, or -1 at its end. */
        private int nextSymbol(String phrase) {
            while (tokenizer.next()) {
                boolean isPrefix = tokenizer.after() == '*';
                if (tokenizer.length > 0 || isPrefix) {
                    return symbol(phrase, isPrefix);
                }
            }
            return -1;
        }

        private int symbol(String phrase, boolean isPrefix) {
            char[] word = tokenizer.word;
            int length = tokenizer.length;
            int hash = tokenizer.hash();
            if (length == MAX_WORD) {
                word = Fold.fold(phrase.substring(tokenizer.start, tokenizer.end))
                        .toCharArray();
                length = word.length;
                hash = SymbolTable.hash(word, length);
            }
            if (isPrefix && length < MIN_PREFIX) {
                throw new IllegalArgumentException(
                        "fewer than " + MIN_PREFIX + " characters before the * in '" + phrase + "'");
            }
            int symbol = (isPrefix ? prefixes : words).add(word, length, hash, symbols);
            symbols = Math.max(symbols, symbol + 1);
            return symbol;
        }

        /** The lexicon of all phrases added; the builder is of no more use then. */
        public Lexicon build() {
            return new Lexicon(this);
        }
    }
}
