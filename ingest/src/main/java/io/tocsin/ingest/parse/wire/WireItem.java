package io.tocsin.ingest.parse.wire;

import io.tocsin.events.Revision.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report of a wire.
 *
 * @param id what its sender calls it, or null
 * @param url where it stands on the web, or null
 * @param title plain text, may be empty
 * @param summary plain text, may be empty
 * @param text plain, one paragraph a line; may be empty
 * @param publishedAt as the sender says; what it says of this version when it says nothing else
 * @param updatedAt as the sender says of this version
 * @param language as declared, or null
 * @param kind what its sender says that it is to the report of that id before: a correction, or that it is taken back; null
 *     when nothing is said
 */
public record WireItem(
        @Nullable String id,
        @Nullable String url,
        String title,
        String summary,
        String text,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable String language,
        List<String> authors,
        @Nullable Kind kind) {

    public WireItem {
        authors = List.copyOf(authors);
    }
}
