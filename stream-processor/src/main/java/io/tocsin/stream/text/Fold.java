package io.tocsin.stream.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for many: lower case, no accents on Latin and Greek letters, no Arabic or Hebrew vowel signs, one form
 * of the Arabic letters that news spells in several ways. Length may change; offsets stay with the caller.
 */
public final class Fold {
    private static final int TABLE = 0x10000;
    /** Folded form of each code unit; 0 drops it, {@link #LONG} means more than one. */
    private static final char[] ONE = new char[TABLE];

    private static final char LONG = '\uffff';
    private static final Map<Character, String> MANY = new HashMap<>();

    static {
        for (int i = 0; i < TABLE; i++) {
            char c = (char) i;
            if (c == LONG || isItself(c)) {
                ONE[c] = c;
                continue;
            }
            String folded = slow(c);
            if (folded.length() == 1) {
                ONE[c] = folded.charAt(0);
            } else if (folded.length() > 1) {
                ONE[c] = LONG;
                MANY.put(c, folded);
            }
        }
    }

    private Fold() {}

    /** Han, Hangul and private use, more than half of all characters, are left as they are. */
    private static boolean isItself(char c) {
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xF8FF);
    }

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
            char one = ONE[c];
            if (one == LONG) {
                String many = MANY.getOrDefault(c, "");
                for (int k = 0; k < many.length() && length < buffer.length; k++) {
                    buffer[length++] = many.charAt(k);
                }
            } else if (one != 0) {
                buffer[length++] = one;
            }
        }
        return length;
    }

    /** Whether a code unit's folded form is more than one. */
    static boolean isMany(char c) {
        return ONE[c] == LONG && c != LONG;
    }

    /** The folded form of a code unit that {@link #isMany}. */
    static String many(char c) {
        return MANY.getOrDefault(c, "");
    }

    /** The folded form of any other code unit; 0 when it is dropped. */
    static char one(char c) {
        return ONE[c];
    }

    /** The definition of the fold, for one code unit. */
    private static String slow(char c) {
        if (isDropped(c)) {
            return "";
        }
        @Nullable
        String special =
                switch (c) {
                    case 'ß' -> "ss";
                    case 'æ', 'Æ' -> "ae";
                    case 'œ', 'Œ' -> "oe";
                    case 'ø', 'Ø' -> "o";
                    case 'đ', 'Đ', 'ð', 'Ð' -> "d";
                    case 'ł', 'Ł' -> "l";
                    case 'ı', 'İ' -> "i";
                    case 'ə', 'Ə' -> "e";
                    case 'þ', 'Þ' -> "th";
                    case 'ё', 'Ё' -> "е";
                    case 'ґ', 'Ґ' -> "г";
                    case 'أ', 'إ', 'آ', 'ٱ' -> "ا";
                    case 'ى', 'ی', 'ئ' -> "ي";
                    case 'ة', 'ۀ', 'ە' -> "ه";
                    case 'ک' -> "ك";
                    case 'ؤ' -> "و";
                    case '’', 'ʼ', '‘', '`', '´', '׳' -> "'";
                    default -> null;
                };
        if (special != null) {
            return special;
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
                    char lower = Character.toLowerCase(d);
                    kept.append(lower == c ? String.valueOf(c) : slow(lower));
                }
            }
            return kept.toString();
        }
        if (c >= 0x2E80) {
            String composed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            if (composed.length() == 1 && composed.charAt(0) == c) {
                return String.valueOf(Character.toLowerCase(c));
            }
            StringBuilder kept = new StringBuilder(composed.length());
            for (int i = 0; i < composed.length(); i++) {
                kept.append(composed.charAt(i) == c ? String.valueOf(c) : slow(composed.charAt(i)));
            }
            return kept.toString();
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
