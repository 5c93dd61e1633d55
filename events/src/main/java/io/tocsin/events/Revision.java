package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Which version of its article a record is, and what its source had to say that was not believed.
 *
 * @param version 1 for the first that was published; one more whenever title, text or kind changed
 * @param kind how it stands to the version before
 * @param seenAt when ingest had this version; the article's {@code firstSeenAt} is that of its first one
 * @param refusedDates dates of this version that cannot be; empty when all can
 */
public record Revision(int version, Kind kind, Instant seenAt, List<RefusedDate> refusedDates) {
    public Revision {
        refusedDates = List.copyOf(refusedDates);
    }

    /** The same as another version. */
    public Revision as(int number, Kind other) {
        return new Revision(number, other, seenAt, refusedDates);
    }

    /** How a version stands to the one before. */
    public enum Kind {
        /** There was none before. */
        @JsonProperty("new")
        NEW,
        /** Title or text are others. */
        @JsonProperty("updated")
        UPDATED,
        /** Its source says that something was wrong before. */
        @JsonProperty("corrected")
        CORRECTED,
        /** Its source takes it back. */
        @JsonProperty("retracted")
        RETRACTED
    }

    /**
     * A date that an article cannot bear.
     *
     * @param field of the article: {@code publishedAt} or {@code modifiedAt}
     * @param said as read, ISO 8601 in UTC; may lie outside the years that four digits can write
     */
    public record RefusedDate(String field, String said, Reason reason) {}

    /** Why a date cannot be. */
    public enum Reason {
        /** 1 January 1970 at midnight: nobody set it. */
        @JsonProperty("unset")
        UNSET,
        /** Before there were newspapers. */
        @JsonProperty("too-early")
        TOO_EARLY,
        /** Later than any time zone's error makes it. */
        @JsonProperty("in-the-future")
        IN_THE_FUTURE
    }
}
