package io.tocsin.ingest.publish;

import java.util.concurrent.CompletableFuture;

/** What became of something that was to be published. */
public sealed interface PublishOutcome {

    /**
     * It is held and will be sent.
     *
     * @param end completed when the broker has it, or when it is certain that it will not have it; never fails
     */
    record Accepted(CompletableFuture<End> end) implements PublishOutcome {}

    /** There is no room: come again later. Nothing was taken over. */
    record Full(String detail) implements PublishOutcome {}

    /** How publishing ended. */
    enum End {
        /** The broker has it. */
        ACKNOWLEDGED,
        /** The broker was away for longer than things are held. */
        BROKER_AWAY,
        /** The broker does not take it: too large, no such topic, not allowed. */
        REFUSED,
        /** The process ended first. */
        CLOSED
    }
}
