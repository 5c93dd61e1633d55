package io.tocsin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as ingest read it, before anything was thought about it. Topic {@code articles.raw.v1}, key: {@link #id}.
 *
 * @param id stable over re-deliveries and later versions of the same article; see {@code docs/topics.md}
 * @param url canonical address, or null when the article has none
 * @param title may be empty, never null
 * @param text plain text of the body, at most 256 KiB; may be empty, never null
 * @param truncated whether {@code text} was cut at that limit
 * @param language as declared or detected, BCP 47; null when unknown
 * @param publishedAt what the source says; null when it says nothing usable
 * @param modifiedAt what the source says of its last change
 * @param firstSeenAt when ingest had its first version; for an archive, when it would have had it
 * @param revision which version of the article this is; null in records of older writers, and before it is published
 */
public record RawArticle(
        String id,
        @Nullable String url,
        String title,
        String text,
        boolean truncated,
        @Nullable String language,
        Source source,
        List<String> authors,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        Instant firstSeenAt,
        @Nullable Revision revision) {

    /** Longest text that is kept, in UTF-16 code units. */
    public static final int MAX_TEXT = 256 * 1024;

    public RawArticle {
        authors = List.copyOf(authors);
    }

    /** One of which it is not said which version it is. */
    public RawArticle(
            String id,
            @Nullable String url,
            String title,
            String text,
            boolean truncated,
            @Nullable String language,
            Source source,
            List<String> authors,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            Instant firstSeenAt) {
        this(id, url, title, text, truncated, language, source, authors, publishedAt, modifiedAt, firstSeenAt, null);
    }

    /** When ingest had this version; of the first one, and when nobody said, {@link #firstSeenAt}. */
    public Instant seenAt() {
        return revision == null ? firstSeenAt : revision.seenAt();
    }

    /** The same as this version of an article that was first seen then. */
    public RawArticle revised(Revision which, Instant first) {
        return new RawArticle(
                id, url, title, text, truncated, language, source, authors, publishedAt, modifiedAt, first, which);
    }
}
