package io.tocsin.ingest.article;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from outside and is not an event yet.
 *
 * @param id given by whoever handed it in, or null to make one
 * @param guid what the source calls it, or null
 * @param url its address, or null
 * @param title may be empty
 * @param text may be empty and of any length
 * @param language BCP 47, or null when unknown
 * @param publishedAt as the source says, unchecked
 * @param modifiedAt as the source says, unchecked
 */
public record ArticleDraft(
        @Nullable String id,
        @Nullable String guid,
        @Nullable CanonicalUrl url,
        String title,
        String text,
        @Nullable String language,
        Source source,
        List<String> authors,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt) {

    /** Longest title, in UTF-16 code units; what is longer is no title. */
    public static final int MAX_TITLE = 2000;

    public ArticleDraft {
        authors = List.copyOf(authors);
    }

    /** The event: with its id, its text cut at {@link RawArticle#MAX_TEXT}, impossible dates left out. */
    public RawArticle seenAt(Instant firstSeenAt) {
        boolean truncated = text.length() > RawArticle.MAX_TEXT;
        return new RawArticle(
                stableId(),
                url == null ? null : url.toString(),
                title.length() > MAX_TITLE ? cut(title, MAX_TITLE) : title,
                truncated ? cut(text, RawArticle.MAX_TEXT) : text,
                truncated,
                language,
                source,
                authors,
                PossibleDate.orNull(publishedAt, firstSeenAt),
                PossibleDate.orNull(modifiedAt, firstSeenAt),
                firstSeenAt);
    }

    private String stableId() {
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        if (url != null) {
            return ArticleId.of(url);
        }
        return guid == null || guid.isBlank()
                ? ArticleId.ofContent(source.id(), title, text)
                : ArticleId.ofGuid(source.id(), guid);
    }

    /** Never between the halves of a surrogate pair. */
    private static String cut(String text, int end) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
