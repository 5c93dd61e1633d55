package io.tocsin.ingest.article;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Revision.RefusedDate;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param kind as whoever handed it in says, or null when only its title can tell
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
        @Nullable Instant modifiedAt,
        @Nullable Kind kind) {

    /** Longest title, in UTF-16 code units; what is longer is no title. */
    public static final int MAX_TITLE = 2000;

    public ArticleDraft {
        authors = List.copyOf(authors);
    }

    /** One of which only its title can tell whether it is a correction. */
    public ArticleDraft(
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
        this(id, guid, url, title, text, language, source, authors, publishedAt, modifiedAt, null);
    }

    /** The event: with its id, its text cut at {@link RawArticle#MAX_TEXT}, impossible dates left out and named. */
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
                firstSeenAt,
                revision(firstSeenAt));
    }

    /** Null when there is nothing to say of it: whoever publishes it knows which version it is. */
    private @Nullable Revision revision(Instant seenAt) {
        Kind marked = kind == null ? EditMark.of(title) : kind;
        List<RefusedDate> refused = new ArrayList<>(PossibleDate.refused("publishedAt", publishedAt, seenAt));
        refused.addAll(PossibleDate.refused("modifiedAt", modifiedAt, seenAt));
        return marked == null && refused.isEmpty()
                ? null
                : new Revision(1, marked == null ? Kind.NEW : marked, seenAt, refused);
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
