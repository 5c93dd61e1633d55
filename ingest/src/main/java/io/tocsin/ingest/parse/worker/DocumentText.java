package io.tocsin.ingest.parse.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a format found in a document, as it stands there.
 *
 * @param title as the document's properties say, or null
 * @param created as the document's properties say, or null
 * @param modified as the document's properties say, or null
 * @param language as the document's properties say, or null
 * @param authors as the document's properties say
 */
public record DocumentText(
        String text,
        @Nullable String title,
        @Nullable String created,
        @Nullable String modified,
        @Nullable String language,
        List<String> authors) {

    public DocumentText {
        authors = List.copyOf(authors);
    }

    /** A text that says nothing of itself. */
    public static DocumentText bare(String text) {
        return new DocumentText(text, null, null, null, null, List.of());
    }
}
