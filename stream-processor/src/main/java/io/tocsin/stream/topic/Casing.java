package io.tocsin.stream.topic;

import io.tocsin.stream.text.Shape;

/** How the first word of a term must be written: {@code apple} is found in any case, {@code Apple} is no fruit. */
enum Casing {
    ANY,
    /** With a first capital, or all in capitals. */
    CAPITAL,
    /** All in capitals, such as {@code SEC}. */
    UPPER;

    /** As the dictionary writes the term. */
    static Casing of(String phrase) {
        int end = 0;
        int upper = 0;
        while (end < phrase.length() && Character.isLetter(phrase.charAt(end))) {
            upper += Character.isUpperCase(phrase.charAt(end)) ? 1 : 0;
            end++;
        }
        if (upper > 1 && upper == end) {
            return UPPER;
        }
        return !phrase.isEmpty() && Character.isUpperCase(phrase.charAt(0)) ? CAPITAL : ANY;
    }

    boolean allows(Shape shape) {
        return switch (this) {
            case ANY -> true;
            case CAPITAL -> shape != Shape.LOWER;
            case UPPER -> shape == Shape.UPPER;
        };
    }
}
