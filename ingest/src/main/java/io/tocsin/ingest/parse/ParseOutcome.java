package io.tocsin.ingest.parse;

import java.util.Locale;

/** What became of a document. */
public sealed interface ParseOutcome {

    /** It was read. */
    record Parsed(ParsedDocument document) implements ParseOutcome {}

    /**
     * It was not.
     *
     * @param detail for people
     */
    record Rejected(Reason reason, String detail) implements ParseOutcome {}

    /** Why a document was not read. */
    enum Reason {
        /** There is no text in it. */
        EMPTY,
        /** Larger than {@link ParseLimits} allow, packed or unpacked. */
        TOO_LARGE,
        /** Damaged, or not what it claims to be. */
        UNREADABLE,
        /** Not read within the deadline. */
        TIMEOUT,
        /** Nested deeper than can be followed. */
        TOO_DEEP,
        /** Takes more memory than a document is given. */
        OUT_OF_MEMORY,
        /** The process that read it ended, or there was none. */
        CRASHED,
        /** Of a kind that Tocsin does not read: pictures, sound, spreadsheets, programs. */
        UNSUPPORTED,
        /** It must not be used: a test, an exercise, or a cancellation of what was never read. */
        NOT_FOR_USE,
        /** Needs a password. */
        ENCRYPTED,
        /** Only a teaser stands there; the rest is for subscribers. */
        PAYWALL,
        /** A question for consent stands where the article should. */
        COOKIE_WALL,
        /** Pictures with their captions and no report. */
        GALLERY,
        /** Many short reports one above the other, each about something else, and never finished. */
        LIVE_TICKER;

        /** As it stands in output: {@code too-large}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
