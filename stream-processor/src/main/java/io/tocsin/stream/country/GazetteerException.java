package io.tocsin.stream.country;

/** A dictionary file that cannot be used; the message names the file, the line and the remedy. */
public final class GazetteerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /**
     * An error in a line.
     *
     * @param line from 1; 0 for the file as a whole
     */
    public GazetteerException(String file, int line, String problem) {
        super(line == 0 ? file + ": " + problem : file + ":" + line + ": " + problem);
        this.problem = problem;
    }

    GazetteerException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.problem = problem;
    }

    /** The message without file and line. */
    public String problem() {
        return problem;
    }
}
