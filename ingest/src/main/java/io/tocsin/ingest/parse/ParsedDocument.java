package io.tocsin.ingest.parse;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.article.CanonicalUrl;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page or document says.
 *
 * @param title may be empty
 * @param text plain text of the article, one paragraph a line
 * @param url canonical address, as the document gives it or as it was fetched from
 * @param publishedAt as the document says
 * @param modifiedAt as the document says
 * @param language BCP 47, declared or detected
 * @param id what its sender calls it in all its versions, or null: only wires name reports reliably
 * @param kind what its sender says that it is to the version before, or null
 */
public record ParsedDocument(
        String title,
        String text,
        @Nullable CanonicalUrl url,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable String language,
        List<String> authors,
        @Nullable String id,
        @Nullable Kind kind) {

    public ParsedDocument {
        authors = List.copyOf(authors);
    }

    /** One that bears no name. */
    public ParsedDocument(
            String title,
            String text,
            @Nullable CanonicalUrl url,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            @Nullable String language,
            List<String> authors) {
        this(title, text, url, publishedAt, modifiedAt, language, authors, null, null);
    }

    /** The same in another language. */
    ParsedDocument inLanguage(@Nullable String settled) {
        return new ParsedDocument(title, text, url, publishedAt, modifiedAt, settled, authors, id, kind);
    }
}
