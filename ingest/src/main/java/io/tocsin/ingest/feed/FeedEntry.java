package io.tocsin.ingest.feed;

import io.tocsin.events.Revision.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param id what the feed calls it, or null
 * @param url where it stands, absolute where the feed allows to tell, or null
 * @param title plain text, may be empty
 * @param summary plain text, may be empty
 * @param content the whole text as far as the feed has it, plain; may be empty
 * @param publishedAt as the feed says; what it says of the last change when it says nothing else
 * @param updatedAt as the feed says
 * @param language as declared for this entry, or null
 * @param kind what it is to what came before under its id, as a wire says; null when nothing is said
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String url,
        String title,
        String summary,
        String content,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        List<String> authors,
        @Nullable String language,
        @Nullable Kind kind) {

    public FeedEntry {
        authors = List.copyOf(authors);
    }

    /** The longer of content and summary. */
    public String text() {
        return content.length() >= summary.length() ? content : summary;
    }
}
