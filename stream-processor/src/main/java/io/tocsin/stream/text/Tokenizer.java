package io.tocsin.stream.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts text into words. A word is a run of letters, digits and marks, with apostrophes and dots inside kept only where
 * they join letters: {@code U.S.} is one word ({@code us} in {@link Fold}'s eyes would be another, so its folded form
 * keeps the dots: {@code u.s}), {@code Iran's} is {@code Iran} and a possessive that is dropped, {@code co-op} is two,
 * and so are {@code l'Iran} and {@code İran'ın}.
 * Han, kana, Thai, Lao, Khmer, Burmese and Hangul are cut into single characters.
 */
final class Tokenizer {

    /** Code units that a character of the class can be looked up for quickly. */
    private static final byte SPACE = 0;

    private static final byte WORD = 1;
    private static final byte MARK = 2;
    private static final byte SINGLE = 3;
    private static final byte DROPPED = 4;

    /** Titles and the like, as news writes them. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt", "Sgt", "Maj", "Capt", "Adm", "Rep", "Sen", "Gov", "Rev",
            "Hon", "Jr", "Sr", "vs", "Prof", "Inc", "Ltd", "Co", "Corp", "No", "approx", "Ft", "Mt", "Sta", "Ste");

    /** French, Italian and Catalan words that lose their vowel before another one, folded. */
    private static final Set<String> ELISIONS = Set.of(
            "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "all",
            "dell", "dall", "nell", "sull", "coll", "un", "quell", "degl", "gl", "nessun", "tutt", "dov", "sant",
            "anch", "com");

    private static final int LONGEST_ELISION = 6;

    /** Endings that Turkish parts from a proper name, folded. */
    private static final Set<String> TURKISH_SUFFIXES = Set.of(
            "a", "e", "i", "u", "ya", "ye", "yi", "yu", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "in", "un",
            "nin", "nun", "la", "yla", "yle", "li", "lu", "lar", "ler", "daki", "deki", "taki", "teki", "na", "ne",
            "ni", "nda", "nde", "ndan", "nden", "dir", "tir", "dur", "tur", "ydi", "ymis", "ki", "ca", "ce", "si");

    private static final int LONGEST_SUFFIX = 4;

    private static final byte[] CLASS = new byte[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            CLASS[c] = classOf((char) c);
        }
    }

    private Tokenizer() {}

    private static byte classOf(char c) {
        if (Fold.isDropped(c)) {
            return DROPPED;
        }
        if (Character.isLetter(c) && isSingle(Character.UnicodeScript.of(c))) {
            return SINGLE;
        }
        int type = Character.getType(c);
        if (Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.SURROGATE) {
            return WORD;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.CONTROL) {
            return SPACE;
        }
        return MARK;
    }

    private static boolean isSingle(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, HANGUL -> true;
            default -> false;
        };
    }

    /** The words of a dictionary's phrase, folded; a word may end in {@code *}. */
    static List<String> phrase(String phrase) {
        List<String> words = new ArrayList<>();
        Cursor cursor = new Cursor(phrase);
        while (cursor.next()) {
            String folded = Fold.fold(phrase.subSequence(cursor.start, cursor.end));
            if (cursor.end < phrase.length() && phrase.charAt(cursor.end) == '*') {
                folded += "*";
            }
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return words;
    }

    static void cut(Lexicon lexicon, String title, String text, Tokens tokens) {
        tokens.clear(title, text);
        char[] buffer = new char[Lexicon.MAX_WORD];
        int sentence = cut(lexicon, title, 0, tokens, buffer);
        tokens.titleSize = tokens.size;
        cut(lexicon, text, tokens.size == 0 ? 0 : sentence + 1, tokens, buffer);
    }

    private static int cut(Lexicon lexicon, String text, int firstSentence, Tokens tokens, char[] buffer) {
        Cursor cursor = new Cursor(text);
        int sentence = firstSentence;
        boolean first = true;
        while (cursor.next()) {
            int token = tokens.size;
            if (token == tokens.start.length) {
                tokens.grow();
            }
            if (!first && cursor.sentenceEnded && startsSentence(text.charAt(cursor.start))) {
                sentence++;
            }
            first = false;
            int length = Fold.fold(text, cursor.start, cursor.end, buffer);
            tokens.start[token] = cursor.start;
            tokens.end[token] = cursor.end;
            tokens.sentence[token] = sentence;
            tokens.before[token] = cursor.before;
            tokens.shape[token] = shape(text, cursor.start, cursor.end).number;
            tokens.recent.read(lexicon, buffer, length, token, tokens);
            tokens.size++;
        }
        return sentence;
    }

    /** After a full stop a lower-case letter goes on with the sentence ("approx. five"). */
    private static boolean startsSentence(char c) {
        return !Character.isLowerCase(c);
    }

    private static Shape shape(String text, int start, int end) {
        int upper = 0;
        int lower = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                if (c >= 'a' && c <= 'z') {
                    lower++;
                } else if (c >= 'A' && c <= 'Z') {
                    upper++;
                }
            } else if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLowerCase(c)) {
                lower++;
            }
            if (lower > 0 && (upper > 0 || i - start > 2)) {
                break;
            }
        }
        if (lower == 0) {
            return upper == 0 ? Shape.OTHER : upper == 1 ? Shape.INITIAL : Shape.UPPER;
        }
        return upper > 0 && Character.isUpperCase(text.charAt(start)) ? Shape.CAPITALISED : Shape.LOWER;
    }

    /** Moves over a text from word to word. */
    private static final class Cursor {
        private final CharSequence text;
        private int position;
        int start;
        int end;
        char before;
        boolean sentenceEnded;

        Cursor(CharSequence text) {
            this.text = text;
        }

        boolean next() {
            before = 0;
            sentenceEnded = false;
            int newlines = 0;
            boolean terminator = false;
            while (position < text.length()) {
                char c = text.charAt(position);
                byte cls = CLASS[c];
                if (cls == WORD || cls == SINGLE) {
                    sentenceEnded = terminator || newlines >= 2;
                    start = position;
                    if (cls == SINGLE) {
                        position++;
                    } else {
                        word();
                    }
                    end = position;
                    possessive();
                    return true;
                }
                if (cls == SPACE) {
                    if (c == '\n') {
                        newlines++;
                        before = before == 0 || before == ' ' ? '\n' : before;
                    } else if (before == 0) {
                        before = ' ';
                    }
                } else if (cls == MARK) {
                    before = c;
                    terminator |= endsSentence(c) && !(c == '.' && position == end && isAbbreviation());
                }
                position++;
            }
            return false;
        }

        private void word() {
            while (position < text.length()) {
                char c = text.charAt(position);
                byte cls = CLASS[c];
                if (cls == WORD || cls == DROPPED) {
                    position++;
                } else if (joins(c) && position + 1 < text.length() && CLASS[text.charAt(position + 1)] == WORD) {
                    if (c == '.' && !inAbbreviation()) {
                        return;
                    }
                    if (c != '.' && c != ',' && (isPossessive(position) || partsWords(position))) {
                        return;
                    }
                    if (c == ',' && !betweenDigits()) {
                        return;
                    }
                    position++;
                } else {
                    return;
                }
            }
        }

        /** {@code l'Iran}, {@code dell'accordo} and {@code İran'ın} are two words each, {@code don't} is one. */
        private boolean partsWords(int apostrophe) {
            if (apostrophe - start <= LONGEST_ELISION
                    && ELISIONS.contains(Fold.fold(text.subSequence(start, apostrophe)))) {
                return true;
            }
            int after = apostrophe + 1;
            while (after < text.length()
                    && CLASS[text.charAt(after)] == WORD
                    && after - apostrophe <= LONGEST_SUFFIX + 1) {
                after++;
            }
            return apostrophe - start >= 2
                    && after - apostrophe - 1 <= LONGEST_SUFFIX
                    && TURKISH_SUFFIXES.contains(Fold.fold(text.subSequence(apostrophe + 1, after)));
        }

        private static boolean joins(char c) {
            return c == '\'' || c == '’' || c == '.' || c == ',' || c == '׳' || c == '״';
        }

        /** {@code U.S} and {@code 3.5}: one letter before the dot, or digits on both sides. */
        private boolean inAbbreviation() {
            if (betweenDigits()) {
                return true;
            }
            boolean oneBefore = position - 1 == start || text.charAt(position - 2) == '.';
            boolean oneAfter = position + 2 >= text.length() || CLASS[text.charAt(position + 2)] != WORD;
            return oneBefore && oneAfter;
        }

        private boolean betweenDigits() {
            return Character.isDigit(text.charAt(position - 1)) && Character.isDigit(text.charAt(position + 1));
        }

        private boolean isPossessive(int apostrophe) {
            char s = text.charAt(apostrophe + 1);
            return (s == 's' || s == 'S')
                    && (apostrophe + 2 >= text.length() || CLASS[text.charAt(apostrophe + 2)] != WORD);
        }

        /** Skips the {@code 's} after a word: it is no part of it and no word of its own. */
        private void possessive() {
            if (position + 1 < text.length()
                    && joins(text.charAt(position))
                    && text.charAt(position) != '.'
                    && text.charAt(position) != ','
                    && isPossessive(position)) {
                position += 2;
            }
        }

        /** The word before ends in a dot of its own: {@code U.S.}, {@code J.}, {@code Gen.}. */
        private boolean isAbbreviation() {
            int length = end - start;
            if (length == 0) {
                return false;
            }
            if (length == 1) {
                return Character.isUpperCase(text.charAt(start));
            }
            if (text.charAt(end - 2) == '.') {
                return true;
            }
            return length <= 4
                    && ABBREVIATIONS.contains(text.subSequence(start, end).toString());
        }

        private static boolean endsSentence(char c) {
            return c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '؟' || c == '۔'
                    || c == '।' || c == '።' || c == '…' || c == '•';
        }
    }
}
