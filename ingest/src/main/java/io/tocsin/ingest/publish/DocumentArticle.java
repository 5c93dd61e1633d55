package io.tocsin.ingest.publish;

import io.tocsin.events.Source;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.ArticleId;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.parse.ParsedDocument;

/** Makes an article of a document that was read. Pure. */
public final class DocumentArticle {
    private DocumentArticle() {}

    /**
     * The draft: the source is that of the document's address, else the given one.
     *
     * @param name of the file, which stands for the title when there is none
     */
    public static ArticleDraft draft(ParsedDocument document, Owners owners, String sourceId, String name) {
        Source source = document.url() == null ? owners.source(sourceId, null) : owners.sourceOf(document.url());
        String title = document.title().isBlank() ? withoutEnding(name) : document.title();
        return new ArticleDraft(
                document.id() == null ? null : ArticleId.ofWire(sourceId, document.id()),
                null,
                document.url(),
                title,
                document.text(),
                document.language(),
                source,
                document.authors(),
                document.publishedAt(),
                document.modifiedAt(),
                document.kind());
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
