package io.tocsin.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed.
 *
 * @param title may be empty
 * @param url the site it belongs to, or null
 * @param language as declared, or null
 * @param entries in the order of the feed
 */
public record Feed(
        Kind kind,
        String title,
        @Nullable String url,
        @Nullable String language,
        List<FeedEntry> entries) {

    /** What kind of list it is. */
    public enum Kind {
        RSS,
        ATOM,
        JSON_FEED,
        NEWS_SITEMAP,
        /** A list of sitemaps: its entries are addresses of sitemaps, not of articles. */
        SITEMAP_INDEX,
        /** Reports of an agency, an office or a person. */
        WIRE,
        /** Pages of an archive, or a table of their addresses. */
        ARCHIVE
    }

    public Feed {
        entries = List.copyOf(entries);
    }
}
