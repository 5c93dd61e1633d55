package io.tocsin.ingest.parse;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import org.jsoup.nodes.Document;

/** Reads web pages. Safe for use by any thread. */
final class PageReader {
    private final LanguageDetector languages;

    PageReader(LanguageDetector languages) {
        this.languages = languages;
    }

    ParseOutcome read(RawDocument raw, DocumentFormat format) {
        Document page = WebPage.tree(raw);
        ParsedDocument read = WebPage.read(raw, page);
        if (read.text().isBlank()) {
            return new Rejected(Reason.EMPTY, "no text of an article in this " + format.mediaType());
        }
        return new Parsed(read.inLanguage(languages.settle(read.language(), read.text())));
    }
}
