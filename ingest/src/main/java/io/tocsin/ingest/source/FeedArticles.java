package io.tocsin.ingest.source;

import io.tocsin.events.Source;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.ArticleId;
import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import org.jspecify.annotations.Nullable;

/** Makes articles of a feed's entries. Pure. */
public final class FeedArticles {
    private final SourceConfig config;
    private final Source source;
    private final LanguageDetector languages;

    public FeedArticles(SourceConfig config, Owners owners, LanguageDetector languages) {
        this.config = config;
        this.languages = languages;
        CanonicalUrl address = CanonicalUrl.of(config.url());
        Source known = owners.source(address == null ? config.id() : address.host(), config.country());
        this.source = new Source(config.id(), config.owner() == null ? known.owner() : config.owner(), known.country());
    }

    /** The article, or null when the entry has neither words nor an address. */
    public @Nullable ArticleDraft draft(Feed feed, FeedEntry entry) {
        CanonicalUrl url = CanonicalUrl.of(entry.url());
        if (entry.title().isBlank() && entry.text().isBlank() && url == null) {
            return null;
        }
        String declared = config.language() != null
                ? config.language()
                : entry.language() != null ? entry.language() : feed.language();
        String language = config.language() != null
                ? LanguageDetector.primary(config.language())
                : languages.settle(declared, entry.title() + ". " + entry.text());
        return new ArticleDraft(
                feed.kind() == Feed.Kind.WIRE && entry.id() != null ? ArticleId.ofWire(config.id(), entry.id()) : null,
                url == null ? guid(feed, entry) : entry.id(),
                url,
                entry.title(),
                entry.text(),
                language,
                source,
                entry.authors(),
                entry.publishedAt(),
                entry.updatedAt(),
                entry.kind());
    }

    /** What the feed calls the entry, or null when it calls others the same: then it is no name. */
    private static @Nullable String guid(Feed feed, FeedEntry entry) {
        String id = entry.id();
        long called = feed.entries().stream()
                .filter(other -> id != null && id.equals(other.id()))
                .count();
        return called > 1 ? null : id;
    }
}
