package io.tocsin.stream.text;

import java.util.Set;

/**
 * Moves over a text from word to word, and folds and hashes each on the way. A word is a run of letters, digits and
 * marks, with apostrophes and dots inside kept only where they join letters: {@code U.S.} is one word ({@code us} in
 * {@link Fold}'s eyes would be another, so its folded form keeps the dots: {@code u.s}), {@code Iran's} is {@code Iran}
 * and a possessive that is dropped, {@code co-op} is two, and so are {@code l'Iran} and {@code İran'ın}. Han, kana,
 * Thai, Lao, Khmer, Burmese and Hangul are cut into single characters. Not safe for use by several threads.
 */
final class Tokenizer {
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

    private final int[] letters = Letters.table();
    private char[] text = new char[1 << 12];
    private int limit;
    private int position;

    int start;
    int end;
    char before;
    boolean sentenceEnded;

    /** The folded word; what does not fit is cut. */
    final char[] word = new char[Lexicon.MAX_WORD];

    int length;
    /** The folded word once more, to be compared quickly: eight code units a number or, when some are wide, four. */
    final long[] packed = new long[PackedWord.PARTS];
    /** Whether a code unit of the folded word takes more than a byte. */
    boolean wide;
    /** The word's code units have these bits of {@link Letters} between them. */
    private int bits;

    private int upper;

    /** Goes to the beginning of another text. */
    void open(String newText) {
        limit = newText.length();
        if (text.length < limit) {
            text = new char[Math.max(limit, text.length * 2)];
        }
        newText.getChars(0, limit, text, 0);
        position = 0;
        start = 0;
        end = 0;
    }

    /** Goes to the next word; false when there is none. */
    boolean next() {
        char mark = 0;
        int newlines = 0;
        boolean terminator = false;
        while (position < limit) {
            char c = text[position];
            int kind = letters[c] & Letters.CLASS;
            if (kind == Letters.WORD || kind == Letters.SINGLE) {
                before = mark;
                sentenceEnded = terminator || newlines >= 2;
                start = position;
                word(kind == Letters.SINGLE ? position + 1 : limit);
                end = position;
                possessive();
                return true;
            }
            if (kind == Letters.SPACE) {
                if (c == '\n') {
                    newlines++;
                    mark = mark == 0 || mark == ' ' ? '\n' : mark;
                } else if (mark == 0) {
                    mark = ' ';
                }
            } else if (kind != Letters.DROPPED) {
                mark = c;
                terminator |= endsSentence(c) && !(c == '.' && position == end && isAbbreviation());
            }
            position++;
        }
        return false;
    }

    /** How the word is written. */
    Shape shape() {
        if ((bits & Letters.LOWER) == 0) {
            return upper == 0 ? Shape.OTHER : upper == 1 ? Shape.INITIAL : Shape.UPPER;
        }
        return Letters.isUpper(text[start]) ? Shape.CAPITALISED : Shape.LOWER;
    }

    /** After a full stop a lower-case letter goes on with the sentence ("approx. five"). */
    boolean startsLower() {
        return (letters[text[start]] & Letters.LOWER) != 0;
    }

    /** The character behind the word, or 0. */
    char after() {
        return end < limit ? text[end] : 0;
    }

    /** {@link SymbolTable#hash} of the folded word. */
    int hash() {
        return SymbolTable.hash(word, length);
    }

    private void word(int to) {
        int seen = 0;
        int capitals = 0;
        int size = 0;
        int all = 0;
        long part = 0;
        int at = position;
        int last = Math.min(to, at + word.length);
        // Nearly all words end here: letters and then a space or a mark.
        while (at < last) {
            int letter = letters[text[at]];
            if (!Letters.isPlain(letter)) {
                break;
            }
            char folded = (char) letter;
            seen |= letter;
            all |= folded;
            capitals += Letters.capitals(letter);
            part = (part << Byte.SIZE) | folded;
            word[size++] = folded;
            at++;
            if ((size & PackedWord.FULL) == 0) {
                packed[PackedWord.last(size)] = part;
                part = 0;
            }
        }
        bits = seen;
        upper = capitals;
        length = size;
        position = at;
        wide = all > PackedWord.NARROW;
        if (at < to && (at == last || Letters.mayGoOn(letters[text[at]]))) {
            goOn(to);
        } else if (!wide) {
            if ((size & PackedWord.FULL) != 0) {
                packed[PackedWord.last(size)] = part;
            }
            return;
        }
        wide = PackedWord.pack(word, length, packed);
    }

    /** Reads the rest of a word that holds more than letters with one folded form of one code unit. */
    private void goOn(int to) {
        int at = position;
        for (; at < to; at++) {
            int letter = letters[text[at]];
            if (!Letters.isPlain(letter)) {
                int kind = letter & Letters.CLASS;
                if (kind != Letters.WORD && kind != Letters.DROPPED && at > start && !goesOn(at, kind)) {
                    break;
                }
            }
            bits |= letter;
            upper += Letters.capitals(letter);
            if ((letter & Letters.MANY) != 0) {
                String many = Fold.many(text[at]);
                for (int i = 0; i < many.length(); i++) {
                    append(many.charAt(i));
                }
            } else if ((char) letter != 0) {
                append((char) letter);
            }
        }
        position = at;
    }

    private void append(char folded) {
        if (length < word.length) {
            word[length++] = folded;
        }
    }

    /** Whether a word goes on over what is no letter. */
    private boolean goesOn(int at, int kind) {
        if (kind != Letters.JOINT || !isWord(at + 1)) {
            return false;
        }
        char c = text[at];
        return switch (c) {
            case '.' -> inAbbreviation(at);
            case ',' -> betweenDigits(at);
            default -> !isPossessive(at) && !partsWords(at);
        };
    }

    private boolean isWord(int at) {
        return at < limit && (letters[text[at]] & Letters.CLASS) == Letters.WORD;
    }

    /** {@code l'Iran}, {@code dell'accordo} and {@code İran'ın} are two words each, {@code don't} is one. */
    private boolean partsWords(int apostrophe) {
        if (apostrophe - start <= LONGEST_ELISION && ELISIONS.contains(folded(start, apostrophe))) {
            return true;
        }
        int after = apostrophe + 1;
        while (isWord(after) && after - apostrophe <= LONGEST_SUFFIX + 1) {
            after++;
        }
        return apostrophe - start >= 2
                && after - apostrophe - 1 <= LONGEST_SUFFIX
                && TURKISH_SUFFIXES.contains(folded(apostrophe + 1, after));
    }

    private String folded(int from, int to) {
        return Fold.fold(new String(text, from, to - from));
    }

    /** {@code U.S} and {@code 3.5}: one letter before the dot, or digits on both sides. */
    private boolean inAbbreviation(int dot) {
        if (betweenDigits(dot)) {
            return true;
        }
        boolean oneBefore = dot - 1 == start || text[dot - 2] == '.';
        return oneBefore && !isWord(dot + 2);
    }

    private boolean betweenDigits(int at) {
        return Character.isDigit(text[at - 1]) && Character.isDigit(text[at + 1]);
    }

    private boolean isPossessive(int apostrophe) {
        char s = text[apostrophe + 1];
        return (s == 's' || s == 'S') && !isWord(apostrophe + 2);
    }

    /** Skips the {@code 's} after a word: it is no part of it and no word of its own. */
    private void possessive() {
        if (position + 1 < limit
                && Letters.classOf(text[position]) == Letters.JOINT
                && text[position] != '.'
                && text[position] != ','
                && isPossessive(position)) {
            position += 2;
        }
    }

    /** The word before ends in a dot of its own: {@code U.S.}, {@code J.}, {@code Gen.}. */
    private boolean isAbbreviation() {
        int size = end - start;
        if (size == 0) {
            return false;
        }
        if (size == 1) {
            return Letters.isUpper(text[start]);
        }
        if (text[end - 2] == '.') {
            return true;
        }
        return size <= 4 && ABBREVIATIONS.contains(new String(text, start, size));
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '؟' || c == '۔' || c == '।'
                || c == '።' || c == '…' || c == '•';
    }
}
