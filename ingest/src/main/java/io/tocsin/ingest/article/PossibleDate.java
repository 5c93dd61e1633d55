package io.tocsin.ingest.article;

import java.time.Duration;
import java.time.Instant;
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
        return said == null
                        || said.equals(Instant.EPOCH)
                        || said.isBefore(EARLIEST)
                        || said.isAfter(firstSeenAt.plus(AHEAD))
                ? null
                : said;
    }
}
