package io.tocsin.stream.text;

/** How a token is written. */
public enum Shape {
    /** No letter with a case: digits, Arabic, Chinese ... */
    OTHER,
    LOWER,
    /** First letter upper case, some other letter lower. */
    CAPITALISED,
    /** Two letters or more, all upper case. */
    UPPER,
    /** One upper-case letter alone. */
    INITIAL;

    private static final Shape[] VALUES = values();

    static Shape of(byte ordinal) {
        return VALUES[ordinal];
    }
}
