package io.tocsin.stream.query;

/** The parts of an article in which words are looked for. */
public enum Scope {
    ANYWHERE(""),
    TITLE("title:"),
    TEXT("text:");

    private final String prefix;

    Scope(String prefix) {
        this.prefix = prefix;
    }

    /** As it is written before words: {@code title:}, or nothing. */
    public String prefix() {
        return prefix;
    }
}
