package io.tocsin.stream.text;

import io.tocsin.events.Field;
import java.util.Arrays;

/**
 * The tokens of one article, title first, then text. A token is a word (letters, digits, inner apostrophes), or one
 * character in scripts that put no spaces between words. Punctuation is no token: it shows as what precedes a token.
 * Filled by {@link Lexicon#cut}; not safe for use by several threads.
 */
public final class Tokens {
    /** Symbol of a token that no dictionary knows. */
    public static final int UNKNOWN = -1;

    String title = "";
    String text = "";
    int size;
    int titleSize;
    int[] start = new int[1024];
    int[] end = new int[1024];
    int[] symbol = new int[1024];
    int[] prefix = new int[1024];
    int[] sentence = new int[1024];
    int[] hash = new int[1024];
    /** Where phrases that begin with the token go on in the lexicon's trie; -1 when none does. */
    int[] node = new int[1024];

    byte[] shape = new byte[1024];
    char[] before = new char[1024];
    private final Tokenizer tokenizer = new Tokenizer();
    private final RecentWords recent = new RecentWords();

    /** Cuts an article into tokens, each with what the lexicon knows of it. */
    void cut(Lexicon lexicon, String newTitle, String newText) {
        title = newTitle;
        text = newText;
        size = 0;
        int lastOfTitle = cut(lexicon, title, 0);
        titleSize = size;
        cut(lexicon, text, size == 0 ? 0 : lastOfTitle + 1);
    }

    /** Cuts a field, and returns the number of its last sentence. */
    private int cut(Lexicon lexicon, String field, int firstSentence) {
        int current = firstSentence;
        int first = size;
        tokenizer.open(field);
        while (tokenizer.next()) {
            int token = size;
            if (token == start.length) {
                grow();
            }
            if (token > first && tokenizer.sentenceEnded && !tokenizer.startsLower()) {
                current++;
            }
            start[token] = tokenizer.start;
            end[token] = tokenizer.end;
            sentence[token] = current;
            before[token] = tokenizer.before;
            shape[token] = tokenizer.shape().number;
            recent.read(lexicon, tokenizer, token, this);
            size++;
        }
        return current;
    }

    private void grow() {
        int capacity = start.length * 2;
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        symbol = Arrays.copyOf(symbol, capacity);
        prefix = Arrays.copyOf(prefix, capacity);
        sentence = Arrays.copyOf(sentence, capacity);
        hash = Arrays.copyOf(hash, capacity);
        node = Arrays.copyOf(node, capacity);
        shape = Arrays.copyOf(shape, capacity);
        before = Arrays.copyOf(before, capacity);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How many of them, the first ones, are the title's. */
    public int titleSize() {
        return titleSize;
    }

    public Field field(int token) {
        return token < titleSize ? Field.TITLE : Field.TEXT;
    }

    /** First UTF-16 code unit in its field. */
    public int start(int token) {
        return start[token];
    }

    /** One past the last UTF-16 code unit in its field. */
    public int end(int token) {
        return end[token];
    }

    /** The number of its folded form in the lexicon, or {@link #UNKNOWN}. */
    public int symbol(int token) {
        return symbol[token];
    }

    /** Hash of its folded form: the same on every machine and in every version of the lexicon. */
    public int hash(int token) {
        return hash[token];
    }

    /** Number of its sentence, from 0; the title is one or more of its own. */
    public int sentence(int token) {
        return sentence[token];
    }

    public Shape shape(int token) {
        return Shape.of(shape[token]);
    }

    /**
     * The last mark between the token before and this one: {@code ' '} when there is only white space, {@code '\n'}
     * at a line's start, {@code 0} when there is nothing, else the mark, such as {@code ','} or {@code '"'}.
     */
    public char before(int token) {
        return before[token];
    }

    /** The first UTF-16 code unit of the token. */
    public char firstChar(int token) {
        return (token < titleSize ? title : text).charAt(start[token]);
    }

    /** The token as it stands in the article. */
    public String word(int token) {
        return (token < titleSize ? title : text).substring(start[token], end[token]);
    }

    /** Tokens {@code [from, to)} of one field as they stand in the article. */
    public String words(int from, int to) {
        return (from < titleSize ? title : text).substring(start[from], end[to - 1]);
    }

    /** Writes the beginning of the token's folded form, as much as fits, and returns its length. */
    public int fold(int token, char[] beginning) {
        return Fold.fold(token < titleSize ? title : text, start[token], end[token], beginning);
    }

    /** The token's folded form. */
    public String folded(int token) {
        return Fold.fold(word(token));
    }
}
