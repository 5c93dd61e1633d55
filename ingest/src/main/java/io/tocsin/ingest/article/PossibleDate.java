package io.tocsin.ingest.article;

import io.tocsin.events.Revision.Reason;
import io.tocsin.events.Revision.RefusedDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dates an article can bear. What a source says is kept when it is possible, even if it is too old to be counted
 * by; what cannot be (1 January 1970 at midnight, the year 1, next month) says nothing.
 */
public final class PossibleDate {
    /** Newspapers are not older. */
    private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

    /** The widest error that a wrong time zone makes, with a margin. */
    public static final Duration AHEAD = Duration.ofHours(26);

    private PossibleDate() {}

    /** The date, or null when an article seen then cannot bear it. */
    public static @Nullable Instant orNull(@Nullable Instant said, Instant firstSeenAt) {
        return said == null || refusal(said, firstSeenAt) != null ? null : said;
    }

    /** Why an article seen then cannot bear the date, or null when it can. */
    static @Nullable Reason refusal(Instant said, Instant firstSeenAt) {
        if (said.equals(Instant.EPOCH)) {
            return Reason.UNSET;
        }
        if (said.isBefore(EARLIEST)) {
            return Reason.TOO_EARLY;
        }
        return said.isAfter(firstSeenAt.plus(AHEAD)) ? Reason.IN_THE_FUTURE : null;
    }

    /** What is to be said of a date of an article seen then; empty when it is possible or missing. */
    static List<RefusedDate> refused(String field, @Nullable Instant said, Instant firstSeenAt) {
        Reason reason = said == null ? null : refusal(said, firstSeenAt);
        return reason == null ? List.of() : List.of(new RefusedDate(field, String.valueOf(said), reason));
    }
}
