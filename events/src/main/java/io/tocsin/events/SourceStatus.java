package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing. Topic {@code sources.v1}, key: {@link #id}.
 *
 * @param rhythmSeconds usual time between its articles; null until known
 * @param detail what went wrong last, for people; null when healthy
 */
public record SourceStatus(
        String id,
        String url,
        Health health,
        @Nullable String detail,
        Instant firstSeenAt,
        @Nullable Instant lastFetchedAt,
        @Nullable Instant lastArticleAt,
        @Nullable Long rhythmSeconds,
        long articles,
        int failuresInARow) {

    /** A source's health. */
    public enum Health {
        @JsonProperty("new")
        NEW,
        @JsonProperty("healthy")
        HEALTHY,
        @JsonProperty("failing")
        FAILING,
        @JsonProperty("silent")
        SILENT
    }
}
