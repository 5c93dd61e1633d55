package io.tocsin.ingest.parse;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireFormats;
import io.tocsin.ingest.parse.wire.WireReading;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Reads documents of any supported format. Never throws for a document's sake. Safe for use by any thread. */
public final class ArticleParser {
    private final ParseLimits limits;
    private final BoundedCall bounded;
    private final LanguageDetector languages;
    private final PageReader pages;
    private final TikaReader others;

    public ArticleParser(ParseLimits limits, LanguageDetector languages) {
        this.limits = limits;
        this.bounded = new BoundedCall(limits.deadline(), limits.maxHanging());
        this.languages = languages;
        this.pages = new PageReader(languages);
        this.others = new TikaReader(languages, limits.maxCharacters());
    }

    /** Reads a document within the limits; the caller's thread waits for at most the deadline. */
    public ParseOutcome parse(RawDocument document) {
        int size = document.bytes().length;
        if (size == 0) {
            return new Rejected(Reason.EMPTY, "no bytes");
        }
        if (size > limits.maxBytes()) {
            return new Rejected(Reason.TOO_LARGE, size + " bytes, at most " + limits.maxBytes() + " are read");
        }
        try {
            return checked(bounded.call(document.name(), () -> read(document)));
        } catch (TimeoutException e) {
            return new Rejected(
                    Reason.TIMEOUT,
                    "not read within " + limits.deadline().toMillis() + " ms"
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (ExecutionException e) {
            return new Rejected(Reason.UNREADABLE, describe(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Rejected(Reason.TIMEOUT, "interrupted");
        }
    }

    private ParseOutcome read(RawDocument document) throws Exception {
        if (WireFormats.isArchive(document.bytes())) {
            return new Rejected(Reason.UNSUPPORTED, "an archive of many pages: read it as a feed");
        }
        WireReading wire = WireFormats.read(document.bytes(), document.contentType());
        if (wire != null) {
            return WireDocument.of(wire, document.url(), languages);
        }
        DocumentFormat format = DocumentFormat.of(document);
        return switch (format.family()) {
            case PAGE -> pages.read(document, format);
            case PLAIN, DOCUMENT -> others.read(document, format);
            case OTHER -> new Rejected(Reason.UNSUPPORTED, format.mediaType() + " is not read");
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
