package io.tocsin.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which an article counts: {@code publishedAt} if it lies in
 * {@code [firstSeenAt - 14 d, firstSeenAt + 5 min]}, else {@code firstSeenAt}. An item dated 2082 moves nothing.
 */
public record CountedTime(Instant at, CountedBy by) {

    /** An older date is taken for an error or an archive piece. */
    public static final Duration OLDEST = Duration.ofDays(14);

    /** Clocks of sources run ahead by this much and no more. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    public static CountedTime of(@Nullable Instant publishedAt, Instant firstSeenAt) {
        if (publishedAt != null
                && !publishedAt.isBefore(firstSeenAt.minus(OLDEST))
                && !publishedAt.isAfter(firstSeenAt.plus(AHEAD))) {
            return new CountedTime(publishedAt, CountedBy.PUBLISHED_AT);
        }
        return new CountedTime(firstSeenAt, CountedBy.FIRST_SEEN_AT);
    }
}
