package io.tocsin.stream.country;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;

/** How each sentence of an article is written, which tells what a capital letter says there. */
final class Writing {
    private static final byte MIXED = 0;
    private static final byte TITLE = 1;
    private static final byte UPPER = 2;
    private static final byte LOWER = 3;

    /** Tokens of the text in which a place line must end, in capitals and not. */
    private static final int DATELINE_TOKENS = 14;

    private static final int DATELINE_WORDS = 5;

    private final Tokens tokens;
    private final byte[] style;

    Writing(Tokens tokens) {
        this.tokens = tokens;
        int sentences = tokens.size() == 0 ? 0 : tokens.sentence(tokens.size() - 1) + 1;
        style = new byte[sentences];
        int token = 0;
        boolean anyCapital = false;
        for (int i = 0; i < tokens.size() && !anyCapital; i++) {
            Shape shape = tokens.shape(i);
            anyCapital = shape == Shape.CAPITALISED || shape == Shape.UPPER || shape == Shape.INITIAL;
        }
        while (token < tokens.size()) {
            int sentence = tokens.sentence(token);
            int capitalised = 0;
            int upper = 0;
            int lower = 0;
            while (token < tokens.size() && tokens.sentence(token) == sentence) {
                switch (tokens.shape(token)) {
                    case CAPITALISED -> capitalised++;
                    case UPPER -> upper++;
                    case LOWER -> lower++;
                    default -> {}
                }
                token++;
            }
            style[sentence] = style(capitalised, upper, lower, anyCapital);
        }
    }

    private static byte style(int capitalised, int upper, int lower, boolean anyCapital) {
        if (!anyCapital) {
            return LOWER;
        }
        if (upper >= 2 && upper * 3 >= (capitalised + upper + lower) * 2) {
            return UPPER;
        }
        return capitalised >= 4 && lower * 5 <= capitalised * 2 ? TITLE : MIXED;
    }

    /** Every word begins with a capital, as in a headline. */
    boolean isTitle(int token) {
        return style[tokens.sentence(token)] == TITLE;
    }

    /** Everything is in capitals. */
    boolean isUpper(int token) {
        return style[tokens.sentence(token)] == UPPER;
    }

    /** Nobody wrote a capital letter in the whole article. */
    boolean isLower(int token) {
        return style[tokens.sentence(token)] == LOWER;
    }

    /** A capital letter says that the word is a name. */
    boolean isTelling(int token) {
        return style[tokens.sentence(token)] == MIXED && !startsSentence(token);
    }

    boolean startsSentence(int token) {
        return token == 0 || tokens.sentence(token) != tokens.sentence(token - 1);
    }

    /** The token at which the text begins after "TEHRAN, June 23 (Reuters) -"; 0 when there is no place line. */
    int dateline() {
        int start = tokens.titleSize();
        int end = Math.min(tokens.size(), start + DATELINE_TOKENS);
        if (start >= tokens.size() || tokens.shape(start) == Shape.LOWER) {
            return 0;
        }
        for (int token = start + 1; token < end; token++) {
            char before = tokens.before(token);
            boolean dash = before == '-' || before == '—' || before == '–';
            if (dash && tokens.start(token) - tokens.end(token - 1) >= 2) {
                return tokens.shape(start) == Shape.UPPER || token - start <= DATELINE_WORDS ? token : 0;
            }
        }
        return 0;
    }
}
