package io.tocsin.stream.text;

/** What the tokenizer asks of a UTF-16 code unit, packed into one table: its folded form, its class and its case. */
final class Letters {
    /** The bits of a code unit's class. */
    static final int CLASS = 7 << 16;

    static final int SPACE = 0;
    static final int WORD = 1 << 16;
    static final int MARK = 2 << 16;
    /** A word by itself, in scripts that put no spaces between words. */
    static final int SINGLE = 3 << 16;
    /** Stands inside words and says nothing. */
    static final int DROPPED = 4 << 16;
    /** A mark that may stand inside a word: apostrophes, dot and comma. */
    static final int JOINT = 5 << 16;

    private static final int UPPER_BIT = 20;

    static final int UPPER = 1 << UPPER_BIT;
    static final int LOWER = 1 << 21;
    /** Folded, it is more than one code unit: ask {@link Fold#many}. */
    static final int MANY = 1 << 22;

    private static final int[] OF = new int[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            OF[c] = of((char) c);
        }
    }

    private Letters() {}

    /** By code unit: the folded form in the low 16 bits (0 when it is dropped), and the bits above. */
    static int[] table() {
        return OF;
    }

    /** Whether a code unit is part of a word, whatever stands beside it, and its folded form is one code unit. */
    static boolean isPlain(int letter) {
        return (letter & (CLASS | MANY)) == WORD;
    }

    /** Whether a word may go on over a code unit that is not {@linkplain #isPlain plain}. */
    static boolean mayGoOn(int letter) {
        int kind = letter & CLASS;
        return kind != SPACE && kind != MARK;
    }

    /** 1 for a capital, 0 for anything else. */
    static int capitals(int letter) {
        return (letter >>> UPPER_BIT) & 1;
    }

    static int classOf(char c) {
        return OF[c] & CLASS;
    }

    static boolean isUpper(char c) {
        return (OF[c] & UPPER) != 0;
    }

    private static int of(char c) {
        return (Fold.isMany(c) ? MANY : Fold.one(c))
                | define(c)
                | (Character.isUpperCase(c) ? UPPER : 0)
                | (Character.isLowerCase(c) ? LOWER : 0);
    }

    private static int define(char c) {
        if (Fold.isDropped(c)) {
            return DROPPED;
        }
        if (c == '\'' || c == '’' || c == '.' || c == ',' || c == '׳' || c == '״') {
            return JOINT;
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
}
