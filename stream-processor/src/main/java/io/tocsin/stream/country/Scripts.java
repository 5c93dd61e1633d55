package io.tocsin.stream.country;

import io.tocsin.stream.text.Tokens;

/** Word boundaries in scripts that are cut into single characters. */
final class Scripts {
    private Scripts() {}

    /**
     * Whether tokens are a word and no part of one: a Hangul name begins a word, a katakana name stands in no longer
     * katakana word.
     */
    static boolean isWhole(Tokens tokens, int from, int to) {
        char first = tokens.firstChar(from);
        if (isHangul(first)) {
            return !isAttached(tokens, from) || !isHangul(tokens.firstChar(from - 1));
        }
        if (isKatakana(first)) {
            boolean before = isAttached(tokens, from) && isKatakana(tokens.firstChar(from - 1));
            boolean after = to < tokens.size() && isAttached(tokens, to) && isKatakana(tokens.firstChar(to));
            return !before && !after;
        }
        return true;
    }

    private static boolean isAttached(Tokens tokens, int token) {
        return token > 0 && tokens.before(token) == 0 && tokens.field(token) == tokens.field(token - 1);
    }

    private static boolean isHangul(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    private static boolean isKatakana(char c) {
        return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
    }
}
