package io.tocsin.stream.story;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of an article with what they count: digits of any script, number words and Han numerals, with the
 * nearest counted word of the same clause. Years, dates and times of day are left out. For one article and one thread.
 */
final class QuantityReader {
    /** Most that are kept of an article. */
    static final int MAX = 14;

    /** Tokens between a number and the word for what it counts. */
    private static final int REACH = 6;

    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final double NO_NUMBER = -1;

    private final Tokens tokens;
    /** By token, the value of the number word that begins there, or {@link #NO_NUMBER}. */
    private final double[] numeral;
    /** By token, the unit of the counted word that stands there, plus one. */
    private final byte[] unit;

    private int at;

    /**
     * A reader of one article.
     *
     * @param numeral by token, the value of a number word; negative for none
     * @param unit by token, the unit that a word stands for, plus one; 0 for none
     */
    QuantityReader(Tokens tokens, double[] numeral, byte[] unit) {
        this.tokens = tokens;
        this.numeral = numeral;
        this.unit = unit;
    }

    List<Quantity> read() {
        Set<Quantity> found = new LinkedHashSet<>();
        at = 0;
        while (at < tokens.size() && found.size() < MAX) {
            int from = at;
            double value = mayBeNumber(at) ? number() : NO_NUMBER;
            if (value == NO_NUMBER) {
                at = from + 1;
            } else if (!isTime(from) && !isJoined(from)) {
                Quantity quantity = quantity(from, at, value);
                if (quantity != null) {
                    found.add(quantity);
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** Digits and Han numerals have no case. */
    private boolean mayBeNumber(int token) {
        return numeral[token] >= 0 || tokens.shape(token) == Shape.OTHER;
    }

    /** The number that begins at {@link #at}, which is moved behind it. */
    private double number() {
        double total = 0;
        double part = 0;
        boolean any = false;
        boolean digits = false;
        int from = at;
        while (at < tokens.size() && tokens.field(at) == tokens.field(from)) {
            if (at > from && !isBeside(at)) {
                break;
            }
            double value = digits(at);
            if (value >= 0) {
                if (any && !(digits && isGroup(at))) {
                    break;
                }
                part = any ? part * 1000 + value : value;
                digits = true;
                any = true;
                at++;
                continue;
            }
            int han = han(at);
            if (han >= 0) {
                at += han;
                part = any ? part * hanValue : hanValue;
                any = true;
                continue;
            }
            double word = numeral[at];
            if (word < 0 || (digits && word < 1000)) {
                if (any && isAnd(at) && at + 1 < tokens.size() && numeral[at + 1] > 0 && numeral[at + 1] < 100) {
                    at++;
                    continue;
                }
                break;
            }
            if (word >= 1000) {
                total += Math.max(1, part) * word;
                part = 0;
            } else if (word == 100 && part > 0) {
                part *= word;
            } else {
                part += word;
            }
            any = true;
            at++;
        }
        return any ? total + part : NO_NUMBER;
    }

    private double hanValue;

    /** How many tokens the Han numeral at a token takes, or -1; {@link #hanValue} is its value. */
    private int han(int token) {
        double total = 0;
        double part = 0;
        double digit = 0;
        int length = 0;
        while (token + length < tokens.size() && isHanNumeral(token + length)) {
            char c = tokens.firstChar(token + length);
            int value = c == '两' ? 2 : HAN_DIGITS.indexOf(c);
            double scale = scale(c);
            if (value >= 0) {
                digit = value;
            } else if (scale < 10_000) {
                part += Math.max(1, digit) * scale;
                digit = 0;
            } else {
                total += Math.max(1, part + digit) * scale;
                part = 0;
                digit = 0;
            }
            length++;
        }
        hanValue = total + part + digit;
        return length == 0 || hanValue == 0 ? -1 : length;
    }

    private boolean isHanNumeral(int token) {
        char c = tokens.firstChar(token);
        return c >= 0x3007 && (c == '两' || HAN_DIGITS.indexOf(c) >= 0 || scale(c) > 0);
    }

    private static double scale(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万', '萬' -> 10_000;
            case '亿', '億' -> 100_000_000;
            default -> 0;
        };
    }

    /** The value of a token of digits, with separators of thousands and decimals, or {@link #NO_NUMBER}. */
    private double digits(int token) {
        if (tokens.shape(token) != Shape.OTHER || Character.digit(tokens.firstChar(token), 10) < 0) {
            return NO_NUMBER;
        }
        String word = tokens.word(token);
        double value = 0;
        double fraction = 0;
        for (int i = 0; i < word.length(); i++) {
            int digit = Character.digit(word.charAt(i), 10);
            if (digit >= 0) {
                value = fraction > 0 ? value + digit * fraction : value * 10 + digit;
                fraction /= 10;
            } else if (word.length() - i == 4 || (i + 4 < word.length() && !isDigit(word, i + 4))) {
                fraction = 0;
            } else if (word.charAt(i) == '.' || word.charAt(i) == ',' || word.charAt(i) == '٫') {
                fraction = 0.1;
            } else {
                return NO_NUMBER;
            }
        }
        return value;
    }

    private static boolean isDigit(String word, int at) {
        return Character.digit(word.charAt(at), 10) >= 0;
    }

    /** Three digits after a space, as French and Russian part thousands. */
    private boolean isGroup(int token) {
        return tokens.end(token) - tokens.start(token) == 3
                && tokens.start(token) - tokens.end(token - 1) == 1
                && tokens.before(token) == ' ';
    }

    private boolean isBeside(int token) {
        char before = tokens.before(token);
        return before == ' ' || before == '-' || before == 0;
    }

    /** A short word between two number words: "treinta y dos", "hundred and two", "مئة وعشرون" is one already. */
    private boolean isAnd(int token) {
        return tokens.shape(token) == Shape.LOWER && tokens.end(token) - tokens.start(token) <= 3;
    }

    /** {@code 06:30}. */
    private boolean isTime(int from) {
        boolean minutes = from > 0 && tokens.before(from) == ':' && tokens.start(from) == tokens.end(from - 1) + 1;
        return minutes || (at < tokens.size() && tokens.before(at) == ':' && digits(at) >= 0);
    }

    /** A part of a name: {@code Covid-19}, {@code G-7}. */
    private boolean isJoined(int from) {
        return from > 0
                && tokens.before(from) == '-'
                && tokens.field(from) == tokens.field(from - 1)
                && tokens.start(from) == tokens.end(from - 1) + 1
                && tokens.shape(from - 1) != Shape.LOWER;
    }

    /** The number with its unit, or null when it says nothing. */
    private @Nullable Quantity quantity(int from, int to, double value) {
        char after = to < tokens.size() ? tokens.before(to) : 0;
        char before = tokens.before(from);
        Quantity.Unit counted = null;
        if (after == '%' || before == '%' || after == '٪') {
            counted = Quantity.Unit.PERCENT;
        } else if (isCurrency(before) || isCurrency(after)) {
            counted = Quantity.Unit.MONEY;
        }
        if (counted == null) {
            counted = near(from, to);
        }
        boolean year = value >= 1900 && value < 2100 && value == Math.rint(value) && to - from == 1;
        if (counted == Quantity.Unit.DATE || (year && counted == Quantity.Unit.THINGS)) {
            return null;
        }
        return counted == Quantity.Unit.THINGS && value < 3 ? null : new Quantity(counted, value);
    }

    private static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private Quantity.Unit near(int from, int to) {
        boolean letters = tokens.firstChar(Math.min(to, tokens.size() - 1)) >= 0x3000;
        int reach = letters ? REACH + 1 : REACH;
        int forward = reach + 1;
        Quantity.Unit after = Quantity.Unit.THINGS;
        for (int token = to; token < tokens.size() && token - to < reach && isSameClause(token); token++) {
            if (isCounted(token)) {
                after = UNITS[unit[token] - 1];
                forward = token - to;
                break;
            }
            if (digits(token) >= 0) {
                break;
            }
        }
        int backward = reach + 1;
        Quantity.Unit before = Quantity.Unit.THINGS;
        for (int token = from - 1; token >= 0 && from - 1 - token < reach && isSameClause(token + 1); token--) {
            if (isCounted(token)) {
                before = UNITS[unit[token] - 1];
                backward = from - 1 - token;
                break;
            }
            if (digits(token) >= 0) {
                break;
            }
        }
        boolean first = backward < forward || (backward == forward && before == Quantity.Unit.MAGNITUDE);
        return first ? before : after;
    }

    private boolean isCounted(int token) {
        return unit[token] > 0 && UNITS[unit[token] - 1] != Quantity.Unit.WEEKDAY;
    }

    private static final Quantity.Unit[] UNITS = Quantity.Unit.values();

    private boolean isSameClause(int token) {
        char before = tokens.before(token);
        return token > 0
                && tokens.field(token) == tokens.field(token - 1)
                && tokens.sentence(token) == tokens.sentence(token - 1)
                && (before == ' ' || before == 0 || before == '-' || before == '\n');
    }
}
