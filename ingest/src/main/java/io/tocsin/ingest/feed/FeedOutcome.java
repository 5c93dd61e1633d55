package io.tocsin.ingest.feed;

import java.util.Locale;

/** What became of the bytes of a feed. */
public sealed interface FeedOutcome {

    /** It was read; there may be no entries in it. */
    record Read(Feed feed) implements FeedOutcome {}

    /**
     * It was not.
     *
     * @param detail for people
     */
    record Rejected(Reason reason, String detail) implements FeedOutcome {}

    /** Why a feed was not read. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** A web page, often an error page with status 200. */
        WEB_PAGE,
        /** Something else. */
        NOT_A_FEED,
        UNREADABLE,
        /** It must not be used: a test, an exercise, or a cancellation of what was never read. */
        NOT_FOR_USE,
        /** Not read within the deadline. */
        TIMEOUT;

        /** As it stands in output: {@code too-large}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
