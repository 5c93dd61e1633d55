package io.tocsin.runtime;

/** How a process ends. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    /** Wrong usage, or an input or settings file that cannot be used. */
    INVALID_INPUT(2),
    /** The broker did not answer in time. */
    NO_BROKER(3),
    /** Ended by Ctrl-C, as shells number it. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
