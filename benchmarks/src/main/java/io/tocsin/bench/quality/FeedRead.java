package io.tocsin.bench.quality;

import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedOutcome;
import java.util.Optional;

/** What happened when a feed was read. */
sealed interface FeedRead {

    /**
     * The reader answered.
     *
     * @param millis it took
     */
    record Answered(FeedOutcome outcome, double millis) implements FeedRead {}

    /** The reader threw. */
    record Crashed(Throwable thrown) implements FeedRead {}

    /** The reader did not answer in time. */
    record Hung() implements FeedRead {}

    /** The feed, when it was read as one. */
    default Optional<Feed> feed() {
        return this instanceof Answered answered && answered.outcome() instanceof FeedOutcome.Read read
                ? Optional.of(read.feed())
                : Optional.empty();
    }
}
