package io.tocsin.ingest.websub;

import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.ingest.source.FeedArticles;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes the feeds that hubs deliver, as if they had been fetched. Safe for use by any thread. */
public final class HubDeliveries {
    private final Map<String, SourceConfig> sources = new HashMap<>();
    private final Owners owners;
    private final LanguageDetector languages;
    private final FeedParser parser;
    private final EventPublisher publisher;
    private final InstantSource clock;

    public HubDeliveries(
            List<SourceConfig> sources,
            Owners owners,
            LanguageDetector languages,
            FeedParser parser,
            EventPublisher publisher,
            InstantSource clock) {
        sources.forEach(source -> this.sources.put(source.id(), source));
        this.owners = owners;
        this.languages = languages;
        this.parser = parser;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What became of its articles, oldest first; what cannot be read goes to the rejected. */
    public List<PublishOutcome> deliver(String sourceId, byte[] feed, @Nullable String contentType) {
        SourceConfig source = sources.get(sourceId);
        if (source == null) {
            return List.of();
        }
        FeedOutcome outcome = parser.parse(feed, contentType, source.url());
        if (outcome instanceof FeedOutcome.Rejected rejected) {
            return List.of(publisher.reject(
                    new Rejection(source.url(), source.url(), rejected.reason(), rejected.detail(), feed)));
        }
        Feed read = ((FeedOutcome.Read) outcome).feed();
        FeedArticles articles = new FeedArticles(source, owners, languages);
        List<PublishOutcome> outcomes = new ArrayList<>();
        List<FeedEntry> entries = read.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            ArticleDraft draft = articles.draft(read, entries.get(i));
            if (draft != null && !(draft.title().isBlank() && draft.text().isBlank())) {
                PublishOutcome published = publisher.publish(draft.seenAt(clock.instant()));
                outcomes.add(published);
                if (published instanceof PublishOutcome.Full) {
                    return outcomes;
                }
            }
        }
        return outcomes;
    }
}
