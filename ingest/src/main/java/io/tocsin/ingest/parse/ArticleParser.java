package io.tocsin.ingest.parse;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireFormats;
import io.tocsin.ingest.parse.wire.WireReading;
import io.tocsin.ingest.parse.worker.DocumentWorkers;
import io.tocsin.ingest.parse.worker.TextOutcome;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Reads documents of any supported format: pages, wires and plain text here, the formats that are dangerous to read in
 * {@linkplain DocumentWorkers processes of their own}. Never throws for a document's sake. Safe for use by any thread.
 */
public final class ArticleParser {
    private final ParseLimits limits;
    private final BoundedCall bounded;
    private final LanguageDetector languages;
    private final PageReader pages;
    private final DocumentReader others;
    private final DocumentWorkers workers;

    /** One with processes of its own; they end when none has been needed for a while, and with this process. */
    public ArticleParser(ParseLimits limits, LanguageDetector languages) {
        this(limits, languages, new DocumentWorkers(limits.workers()));
    }

    /** One that shares processes; whoever made them closes them. */
    public ArticleParser(ParseLimits limits, LanguageDetector languages, DocumentWorkers workers) {
        this.limits = limits;
        this.bounded = new BoundedCall(limits.deadline(), limits.maxHanging());
        this.languages = languages;
        this.pages = new PageReader(languages);
        this.others = new DocumentReader(languages);
        this.workers = workers;
    }

    /** What is known after a document was looked at in this process. */
    private sealed interface Look {
        /** It is read. */
        record Read(ParseOutcome outcome) implements Look {}

        /** It is to be read in another process. */
        record Dangerous(DocumentFormat format) implements Look {}
    }

    /** Reads a document within the limits. */
    public ParseOutcome parse(RawDocument document) {
        int size = document.bytes().length;
        if (size == 0) {
            return new Rejected(Reason.EMPTY, "no bytes");
        }
        if (size > limits.maxBytes()) {
            return new Rejected(Reason.TOO_LARGE, size + " bytes, at most " + limits.maxBytes() + " are read");
        }
        try {
            Look look = bounded.call(document.name(), () -> look(document));
            if (look instanceof Look.Dangerous dangerous) {
                TextOutcome read = workers.read(
                        others.task(document, dangerous.format(), limits.maxCharacters()), limits.deadline());
                return checked(bounded.call(document.name(), () -> others.outcome(document, read)));
            }
            return checked(((Look.Read) look).outcome());
        } catch (TimeoutException e) {
            return new Rejected(
                    Reason.TIMEOUT,
                    "not read within " + limits.deadline().toMillis() + " ms"
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause instanceof StackOverflowError
                    ? new Rejected(Reason.TOO_DEEP, "nested deeper than can be followed")
                    : new Rejected(Reason.UNREADABLE, describe(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Rejected(Reason.TIMEOUT, "interrupted");
        }
    }

    private Look look(RawDocument document) {
        if (WireFormats.isArchive(document.bytes())) {
            return new Look.Read(new Rejected(Reason.UNSUPPORTED, "an archive of many pages: read it as a feed"));
        }
        WireReading wire = WireFormats.read(document.bytes(), document.contentType());
        if (wire != null) {
            return new Look.Read(WireDocument.of(wire, document.url(), languages));
        }
        DocumentFormat format = DocumentFormat.of(document);
        return switch (format.family()) {
            case PAGE -> new Look.Read(pages.read(document, format));
            case PLAIN -> new Look.Read(others.plain(document));
            case DOCUMENT -> new Look.Dangerous(format);
            case OTHER -> new Look.Read(new Rejected(Reason.UNSUPPORTED, format.mediaType() + " is not read"));
        };
    }

    private ParseOutcome checked(ParseOutcome outcome) {
        if (outcome instanceof Parsed parsed) {
            if (parsed.document().text().isBlank()) {
                return new Rejected(Reason.EMPTY, "no text");
            }
            if (parsed.document().text().length() > limits.maxCharacters()) {
                return new Rejected(Reason.TOO_LARGE, "more than " + limits.maxCharacters() + " characters of text");
            }
        }
        return outcome;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null || message.isBlank() ? "" : ": " + firstLine(message));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() <= 200 ? line : line.substring(0, 200);
    }
}
