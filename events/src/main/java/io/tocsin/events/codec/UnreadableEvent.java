package io.tocsin.events.codec;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are not the event they should be. The record is at fault, not the infrastructure: it is dead-lettered. */
public final class UnreadableEvent extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreadableEvent(String message) {
        super(message);
    }
}
