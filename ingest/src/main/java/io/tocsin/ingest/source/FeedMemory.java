package io.tocsin.ingest.source;

import io.tocsin.ingest.fetch.Validators;
import java.util.Map;
import java.util.Optional;

/** Keeps what a source published over a restart. Safe for use by any thread, each source by one at a time. */
interface FeedMemory {

    /**
     * What is known of a source.
     *
     * @param url of the feed: under another one, nothing of it counts
     * @param validators of the version that was read last
     * @param versions of the articles that the broker has, by id, the latest last
     */
    record Known(String url, Validators validators, Map<String, Integer> versions) {
        public Known {
            versions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(versions));
        }
    }

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
