package io.tocsin.ingest.source;

import io.tocsin.ingest.fetch.Validators;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a source published over a restart. Safe for use by any thread, each source by one at a time. */
interface FeedMemory {

    /**
     * What is known of a source.
     *
     * @param url of the feed: under another one, nothing of it counts
     * @param validators of the version that was read last
     * @param versions of the articles that the broker has, by id, the latest last
     * @param past how it was doing
     */
    record Known(String url, Validators validators, Map<String, Integer> versions, Past past) {
        public Known {
            versions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(versions));
        }
    }

    /**
     * How a source was doing, as {@link io.tocsin.events.SourceStatus} has it.
     *
     * @param firstSeenAt null when that was not kept
     */
    record Past(
            @Nullable Instant firstSeenAt,
            @Nullable Instant lastArticleAt,
            @Nullable Instant newestEntryAt,
            @Nullable Long rhythmSeconds) {}

    /** What was kept, if anything could be read. */
    Optional<Known> load(String sourceId);

    /** Keeps it; a failure is logged and costs no more than a second reading after the next start. */
    void save(String sourceId, Known known);

    /** Keeps nothing. */
    static FeedMemory none() {
        return new FeedMemory() {
            @Override
            public Optional<Known> load(String sourceId) {
                return Optional.empty();
            }

            @Override
            public void save(String sourceId, Known known) {
                // nothing is kept
            }
        };
    }
}
