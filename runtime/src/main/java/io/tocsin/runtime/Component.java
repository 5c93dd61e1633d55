package io.tocsin.runtime;

/** A part of a process that is started once, can be asked how it is, and is closed for good. */
public interface Component extends AutoCloseable {

    /** What health reports call it. */
    String name();

    /** Starts it; returns when it is under way. Constructors start nothing. */
    void start() throws Exception;

    /** How it is now; safe to call from any thread, and quick. */
    CheckResult check();

    /**
     * Stops it in a few seconds and gives back what it held. Idempotent, also when it never started; called by another
     * thread while {@link #start} waits for something, it ends that waiting.
     */
    @Override
    void close();
}
