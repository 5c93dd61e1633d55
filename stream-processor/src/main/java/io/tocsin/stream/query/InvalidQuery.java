package io.tocsin.stream.query;

/** A query that cannot be used. */
public final class InvalidQuery extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    /**
     * A problem and its remedy.
     *
     * @param position of the character at which it went wrong, from 1, in UTF-16 code units
     */
    InvalidQuery(int position, String problem) {
        super("at character " + position + ": " + problem);
        this.position = position;
    }

    /** Of the character at which it went wrong, from 1, in UTF-16 code units. */
    public int position() {
        return position;
    }
}
