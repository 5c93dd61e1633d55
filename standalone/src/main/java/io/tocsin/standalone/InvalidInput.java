package io.tocsin.standalone;

/** An input file that cannot be used; the message names file, line and remedy. */
final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidInput(String message) {
        super(message);
    }
}
