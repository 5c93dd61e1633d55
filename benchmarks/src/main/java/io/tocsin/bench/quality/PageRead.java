package io.tocsin.bench.quality;

import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParsedDocument;
import java.util.Optional;

/** What was read of a page; nothing when it was rejected. */
final class PageRead {
    private PageRead() {}

    static Optional<ParsedDocument> document(ParseOutcome outcome) {
        return outcome instanceof ParseOutcome.Parsed parsed ? Optional.of(parsed.document()) : Optional.empty();
    }

    static String text(ParseOutcome outcome) {
        return document(outcome).map(ParsedDocument::text).orElse("");
    }

    /** The text, or why there is none; for people. */
    static String shown(ParseOutcome outcome) {
        return outcome instanceof ParseOutcome.Rejected rejected
                ? "rejected: " + rejected.reason() + ": " + rejected.detail()
                : Row.shortened(text(outcome));
    }

    /** On one line, runs of space as one. */
    static String flat(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
