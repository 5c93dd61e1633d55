package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing. Topic {@code sources.v1}, key: {@link #id}.
 *
 * @param rhythmSeconds usual time between its articles; null until known
 * @param detail what went wrong last, for people; null when healthy
 * @param reason what went wrong last, in lower case with hyphens; null when healthy
 * @param newestEntryAt latest possible date of an entry that it had; null until it had one
 * @param silentFrom when its silence is no longer usual, by its own rhythm; null while that is unknown
 * @param entries of the feed as it last answered; null before
 * @param undatedEntries of these, how many have no possible date; null before
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
        int failuresInARow,
        @Nullable String reason,
        @Nullable Instant newestEntryAt,
        @Nullable Instant silentFrom,
        @Nullable Integer entries,
        @Nullable Integer undatedEntries) {

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
