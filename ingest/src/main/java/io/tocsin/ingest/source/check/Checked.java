package io.tocsin.ingest.source.check;

import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source and what came of asking it. */
public record Checked(SourceConfig source, Finding finding) {

    /** What came of it. */
    public sealed interface Finding {}

    /**
     * It was read.
     *
     * @param undated entries without a possible date
     * @param newestAt the latest date of an entry that lies in the past, or null
     */
    public record Read(
            Freshness freshness,
            Feed.Kind kind,
            int entries,
            int undated,
            @Nullable Instant newestAt) implements Finding {}

    /**
     * It was not.
     *
     * @param reason of the fetcher, of the reader or of the poller, in lower case with hyphens
     * @param detail for people
     */
    public record Failing(String reason, String detail) implements Finding {}

    /** How new what it has is. */
    public enum Freshness {
        FRESH,
        /** Nothing newer than its own rhythm lets expect, or than a week when it has none. */
        OLD,
        /** Not one entry has a date. */
        UNDATED,
        /** It has no entries, which may be as it should. */
        EMPTY;

        /** As it stands in output. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
