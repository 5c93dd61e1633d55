package io.tocsin.events.codec;

/**
 * Headers of a record on {@code articles.rejected.v1}. The value is the raw bytes that could not be read. The names are
 * those that Kafka Streams writes (KIP-1034), so that whoever reads one dead letter can read all.
 */
public final class DeadLetterHeaders {
    /** Class of the error, or the reason's name. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** For people: what was wrong. */
    public static final String MESSAGE = "__streams.errors.message";

    public static final String STACKTRACE = "__streams.errors.stacktrace";
    /** Where the record came from: a topic, or the URL or file that ingest read. */
    public static final String TOPIC = "__streams.errors.topic";

    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    private DeadLetterHeaders() {}
}
