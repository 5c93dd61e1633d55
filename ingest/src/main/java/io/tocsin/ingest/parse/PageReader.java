package io.tocsin.ingest.parse;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import org.jsoup.nodes.Document;

/** Reads web pages. Safe for use by any thread. */
final class PageReader {
    /** Characters of a text that show what it is. */
    private static final int SHOWN = 80;

    private final LanguageDetector languages;

    PageReader(LanguageDetector languages) {
        this.languages = languages;
    }

    ParseOutcome read(RawDocument raw, DocumentFormat format) {
        Document page = WebPage.tree(raw);
        ParsedDocument read = WebPage.read(raw, page);
        Reason stub = PageStub.of(page, read.text());
        if (stub != null) {
            return new Rejected(
                    stub, "only " + read.text().length() + " characters of an article: " + cut(read.text()));
        }
        if (read.text().isBlank()) {
            return new Rejected(Reason.EMPTY, "no text of an article in this " + format.mediaType());
        }
        return new Parsed(read.inLanguage(languages.settle(read.language(), read.text())));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
