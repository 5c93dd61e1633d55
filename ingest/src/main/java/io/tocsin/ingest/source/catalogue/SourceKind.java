package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.feed.Feed;
import java.util.Locale;

/** What is expected at a source's address. */
public enum SourceKind {
    /** RSS, Atom or JSON Feed. */
    FEED,
    /** A news sitemap or an index of sitemaps. */
    SITEMAP,
    /** A file of a wire or an archive. */
    WIRE;

    /** Whether what came is of this kind. */
    public boolean covers(Feed.Kind kind) {
        return switch (kind) {
            case RSS, ATOM, JSON_FEED -> this == FEED;
            case NEWS_SITEMAP, SITEMAP_INDEX -> this == SITEMAP;
            case WIRE, ARCHIVE -> this == WIRE;
        };
    }

    /** As it stands in lists of sources: {@code feed}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
