package io.tocsin.stream.text;

/** How a token is written. */
public enum Shape {
    /** No letter with a case: digits, Arabic, Chinese ... */
    OTHER(0),
    LOWER(1),
    /** First letter upper case, some other letter lower. */
    CAPITALISED(2),
    /** Two letters or more, all upper case. */
    UPPER(3),
    /** One upper-case letter alone. */
    INITIAL(4);

    /** For storage in a byte; the position in {@link #values}. */
    final byte number;

    Shape(int number) {
        this.number = (byte) number;
    }

    private static final Shape[] VALUES = values();

    static Shape of(byte number) {
        return VALUES[number];
    }
}
