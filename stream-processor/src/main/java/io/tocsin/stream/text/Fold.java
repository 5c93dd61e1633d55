package io.tocsin.stream.text;

import java.text.Normalizer;

/**
 * One spelling for many: lower case, no accents on Latin and Greek letters, no Arabic or Hebrew vowel signs, one form
 * of the Arabic letters that news spells in several ways. Length may change; offsets stay with the caller.
 */
public final class Fold {
    private static final int TABLE = 0x0700;
    /** Folded form of each code unit below {@link #TABLE}; 0 drops it, {@link #LONG} means more than one. */
    private static final char[] ONE = new char[TABLE];

    private static final char LONG = '\uffff';
    private static final String[] MANY = new String[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            String folded = slow(c);
            if (folded.length() == 1) {
                ONE[c] = folded.charAt(0);
            } else if (folded.length() > 1) {
                ONE[c] = LONG;
                MANY[c] = folded;
            }
        }
    }

    private Fold() {}

    /** The folded form of a word. */
    public static String fold(CharSequence word) {
        char[] buffer = new char[Math.max(16, word.length() * 3)];
        return new String(buffer, 0, fold(word, 0, word.length(), buffer));
    }

    /**
     * Folds {@code text[start, end)} into the buffer and returns the length; what does not fit is cut.
     */
    static int fold(CharSequence text, int start, int end, char[] buffer) {
        int length = 0;
        for (int i = start; i < end && length < buffer.length; i++) {
            char c = text.charAt(i);
            if (c < TABLE) {
                char one = ONE[c];
                if (one == LONG) {
                    String many = MANY[c];
                    for (int k = 0; k < many.length() && length < buffer.length; k++) {
                        buffer[length++] = many.charAt(k);
                    }
                } else if (one != 0) {
                    buffer[length++] = one;
                }
            } else {
                String slow = slow(c);
                for (int k = 0; k < slow.length() && length < buffer.length; k++) {
                    buffer[length++] = slow.charAt(k);
                }
            }
        }
        return length;
    }

    /** The definition of the fold, for one code unit. */
    private static String slow(char c) {
        if (isDropped(c)) {
            return "";
        }
        switch (c) {
            case 'ß':
                return "ss";
            case 'æ', 'Æ':
                return "ae";
            case 'œ', 'Œ':
                return "oe";
            case 'ø', 'Ø':
                return "o";
            case 'đ', 'Đ', 'ð', 'Ð':
                return "d";
            case 'ł', 'Ł':
                return "l";
            case 'ı', 'İ':
                return "i";
            case 'ə', 'Ə':
                return "e";
            case 'þ', 'Þ':
                return "th";
            case 'ё', 'Ё':
                return "е";
            case 'ґ', 'Ґ':
                return "г";
            case 'أ', 'إ', 'آ', 'ٱ':
                return "ا";
            case 'ى', 'ی', 'ئ':
                return "ي";
            case 'ة', 'ۀ', 'ە':
                return "ه";
            case 'ک':
                return "ك";
            case 'ؤ':
                return "و";
            case '’', 'ʼ', '‘', '`', '´', '׳':
                return "'";
            default:
                break;
        }
        if (Character.isSurrogate(c)) {
            return String.valueOf(c);
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        if (script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK) {
            StringBuilder kept = new StringBuilder(2);
            String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            for (int i = 0; i < decomposed.length(); i++) {
                char d = decomposed.charAt(i);
                if (Character.getType(d) != Character.NON_SPACING_MARK) {
                    kept.append(Character.toLowerCase(d));
                }
            }
            return kept.toString();
        }
        if (c >= 0x2E80) {
            return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT);
        }
        return String.valueOf(Character.toLowerCase(c));
    }

    /** Vowel signs, the tatweel, soft hyphens and zero-width characters say nothing. */
    static boolean isDropped(char c) {
        return c == '\u00ad'
                || c == '\u0640'
                || (c >= '\u0300' && c <= '\u036f')
                || (c >= '\u0591' && c <= '\u05c7' && c != '\u05be' && c != '\u05c0' && c != '\u05c3' && c != '\u05c6')
                || (c >= '\u0610' && c <= '\u061a')
                || (c >= '\u064b' && c <= '\u065f')
                || c == '\u0670'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2064')
                || c == '\ufeff';
    }
}
