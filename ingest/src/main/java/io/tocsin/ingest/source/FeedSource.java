package io.tocsin.ingest.source;

import io.tocsin.events.RawArticle;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.HttpFetcher;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.ingest.source.SeenEntries.Novelty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One feed: polled by one thread at a time, remembering what it published. */
final class FeedSource {
    /** Entries that are remembered; feeds have some dozens. */
    private static final int REMEMBERED = 5000;

    /** A rejected feed is kept at most so often. */
    private static final Duration REJECTED_AGAIN = Duration.ofHours(6);

    private final SourceConfig config;
    private final FeedArticles articles;
    private final HttpFetcher fetcher;
    private final FeedParser parser;
    private final EventPublisher publisher;
    private final RandomGenerator random;
    private final SeenEntries seen = new SeenEntries(REMEMBERED);
    private final Instant firstSeenAt;

    private Validators validators = Validators.NONE;
    private @Nullable Instant lastFetchedAt;
    private @Nullable Instant lastArticleAt;
    private @Nullable Instant lastRejectedAt;
    private @Nullable Long rhythm;
    private @Nullable String trouble;
    private long published;
    private int failures;
    private volatile boolean unconditional;
    private volatile SourceStatus status;

    FeedSource(
            SourceConfig config,
            FeedArticles articles,
            HttpFetcher fetcher,
            FeedParser parser,
            EventPublisher publisher,
            RandomGenerator random,
            Instant now) {
        this.config = config;
        this.articles = articles;
        this.fetcher = fetcher;
        this.parser = parser;
        this.publisher = publisher;
        this.random = random;
        this.firstSeenAt = now;
        this.status = new SourceStatus(config.id(), config.url(), Health.NEW, null, now, null, null, null, 0, 0);
    }

    SourceConfig config() {
        return config;
    }

    /** How it is doing; safe to ask from any thread. */
    SourceStatus status() {
        return status;
    }

    /** Fetches, publishes what is new, and answers how long to wait before the next time. */
    Duration poll(Instant now) {
        SourceStatus before = status;
        Duration wait;
        if (unconditional) {
            unconditional = false;
            validators = Validators.NONE;
        }
        try {
            wait = fetched(fetcher.fetch(config.url(), validators), now);
        } catch (RuntimeException e) {
            wait = failed("unexpected: " + e, null);
        }
        lastFetchedAt = now;
        status = statusAt(now);
        if (isWorthTelling(before, status)) {
            PublishOutcome told = publisher.publish(status);
            if (told instanceof PublishOutcome.Full) {
                status = before; // told at the next poll
            }
        }
        return wait;
    }

    private Duration fetched(FetchOutcome outcome, Instant now) {
        if (outcome instanceof FetchOutcome.NotModified) {
            return succeeded();
        }
        if (outcome instanceof FetchOutcome.Refused refused) {
            return failed(refused.detail(), refused.retryAfter());
        }
        if (outcome instanceof FetchOutcome.Failed failed) {
            return failed(failed.detail(), null);
        }
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return parsed(parser.parse(fetched.body(), fetched.contentType(), fetched.url()), fetched, now);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private Duration parsed(FeedOutcome outcome, FetchOutcome.Fetched fetched, Instant now) {
        if (outcome instanceof FeedOutcome.Read read) {
            Taken taken = publishNew(read.feed(), now);
            Long found = Rhythm.seconds(read.feed().entries());
            rhythm = found == null ? rhythm : found;
            if (taken == Taken.ALL) {
                validators = fetched.validators();
            }
            return succeeded();
        }
        if (outcome instanceof FeedOutcome.Rejected rejected) {
            boolean due = lastRejectedAt == null || now.isAfter(lastRejectedAt.plus(REJECTED_AGAIN));
            if (due) {
                lastRejectedAt = now;
                publisher.reject(new Rejection(
                        config.url(), config.url(), rejected.reason(), rejected.detail(), fetched.body()));
            }
            return failed(rejected.reason() + ": " + rejected.detail(), null);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    /** How much of a feed the publisher took. */
    private enum Taken {
        ALL,
        /** The rest comes with the next poll, which is unconditional. */
        SOME
    }

    private Taken publishNew(Feed feed, Instant now) {
        if (feed.kind() == Feed.Kind.SITEMAP_INDEX) {
            return Taken.ALL;
        }
        List<FeedEntry> entries = feed.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            RawArticle article = articles.article(feed, entries.get(i), now);
            if (article != null && publishOne(article, now) == Taken.SOME) {
                return Taken.SOME;
            }
        }
        return Taken.ALL;
    }

    private Taken publishOne(RawArticle article, Instant now) {
        int version = (article.title() + "\n" + article.text()).hashCode();
        if (seen.look(article.id(), version) == Novelty.KNOWN) {
            return Taken.ALL;
        }
        PublishOutcome outcome = publisher.publish(article);
        if (outcome instanceof PublishOutcome.Accepted accepted) {
            seen.remember(article.id(), version);
            published++;
            lastArticleAt = now;
            var unused = accepted.end().thenAccept(end -> {
                if (end != PublishOutcome.End.ACKNOWLEDGED) {
                    seen.forget(article.id());
                    unconditional = true; // else a 304 would hide it for good
                }
            });
            return Taken.ALL;
        }
        return Taken.SOME;
    }

    private Duration succeeded() {
        failures = 0;
        trouble = null;
        return Backoff.next(config.interval(), 0, random);
    }

    private Duration failed(String detail, @Nullable Duration retryAfter) {
        failures++;
        trouble = detail;
        Duration wait = Backoff.next(config.interval(), failures, random);
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
    }

    private SourceStatus statusAt(Instant now) {
        return new SourceStatus(
                config.id(),
                config.url(),
                health(now),
                trouble,
                firstSeenAt,
                lastFetchedAt,
                lastArticleAt,
                rhythm,
                published,
                failures);
    }

    private Health health(Instant now) {
        if (failures > 0) {
            return Health.FAILING;
        }
        Long usual = rhythm;
        Instant last = lastArticleAt == null ? firstSeenAt : lastArticleAt;
        if (usual != null && now.isAfter(last.plus(Rhythm.silence(usual)))) {
            return Health.SILENT;
        }
        return Health.HEALTHY;
    }

    private static boolean isWorthTelling(SourceStatus before, SourceStatus after) {
        return before.health() != after.health()
                || before.articles() != after.articles()
                || before.failuresInARow() != after.failuresInARow();
    }
}
