package io.tocsin.ingest.source;

import io.tocsin.events.RawArticle;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.ingest.source.FullText.Completion;
import io.tocsin.ingest.source.FullText.Why;
import io.tocsin.ingest.source.SeenEntries.Novelty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One feed: polled by one thread at a time, remembering what it published. */
final class FeedSource {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);

    /** Entries that are remembered; feeds have some dozens. */
    private static final int REMEMBERED = 5000;

    /** Of these, how many are kept over a restart. */
    private static final int KEPT = 1000;

    /** Pages that are asked for after one poll; the others wait for the next one. */
    private static final int MOST_WAITING = 200;

    /** A rejected feed is kept at most so often. */
    private static final Duration REJECTED_AGAIN = Duration.ofHours(6);

    private final SourceConfig config;
    private final FeedArticles articles;
    private final Polling polling;
    private final SeenEntries seen = new SeenEntries(REMEMBERED);
    private final Deque<Teaser> waiting = new ArrayDeque<>();
    private final Instant firstSeenAt;

    private Validators validators = Validators.NONE;
    private @Nullable Instant lastFetchedAt;
    private @Nullable Instant lastArticleAt;
    private @Nullable Instant lastRejectedAt;
    private @Nullable Long rhythm;
    private @Nullable String trouble;
    private long published;
    private int failures;
    private Validators fetchedValidators = Validators.NONE;
    private FeedMemory.@Nullable Known kept;
    private volatile boolean unconditional;
    private SourceStatus lastTold;
    private volatile SourceStatus status;

    FeedSource(SourceConfig config, FeedArticles articles, Polling polling, Instant now) {
        this.config = config;
        this.articles = articles;
        this.polling = polling;
        this.firstSeenAt = now;
        this.status = new SourceStatus(config.id(), config.url(), Health.NEW, null, now, null, null, null, 0, 0);
        this.lastTold = status;
        polling.memory()
                .load(config.id())
                .filter(known -> known.url().equals(config.url()))
                .ifPresent(this::restore);
    }

    private void restore(FeedMemory.Known known) {
        seen.restore(known.versions());
        validators = known.validators();
        kept = known;
    }

    /**
     * An article whose page is still to be asked for.
     *
     * @param version of what the feed says of it
     */
    private record Teaser(ArticleDraft draft, int version) {}

    SourceConfig config() {
        return config;
    }

    /** How it is doing; safe to ask from any thread. */
    SourceStatus status() {
        return status;
    }

    /** Fetches, publishes what is new, and answers how long to wait before the next time. */
    Duration poll(Instant now) {
        Duration wait;
        if (unconditional) {
            unconditional = false;
            validators = Validators.NONE;
        }
        try {
            wait = waiting.isEmpty() ? fetched(polling.fetcher().fetch(config.url(), validators), now) : nextPage(now);
        } catch (RuntimeException e) {
            wait = failed("unexpected: " + e, null);
        }
        lastFetchedAt = now;
        status = statusAt(now);
        if (!waiting.isEmpty()) {
            return wait;
        }
        keep();
        SourceStatus before = lastTold;
        if (isWorthTelling(before, status)) {
            lastTold = status;
            PublishOutcome told = polling.publisher().publish(status);
            if (told instanceof PublishOutcome.Full) {
                lastTold = before; // told at the next poll
            }
        }
        return wait;
    }

    private Duration fetched(FetchOutcome outcome, Instant now) {
        if (outcome instanceof FetchOutcome.NotModified) {
            return succeeded();
        }
        if (outcome instanceof FetchOutcome.Later later) {
            return later.after();
        }
        if (outcome instanceof FetchOutcome.Refused refused) {
            return failed(refused.detail(), refused.retryAfter());
        }
        if (outcome instanceof FetchOutcome.Failed failed) {
            return failed(failed.detail(), null);
        }
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return parsed(polling.parser().parse(fetched.body(), fetched.contentType(), fetched.url()), fetched, now);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private Duration parsed(FeedOutcome outcome, FetchOutcome.Fetched fetched, Instant now) {
        if (outcome instanceof FeedOutcome.Read read) {
            Taken taken = publishNew(read.feed(), now);
            Long found = Rhythm.seconds(read.feed().entries());
            rhythm = found == null ? rhythm : found;
            fetchedValidators = taken == Taken.ALL ? fetched.validators() : Validators.NONE;
            if (!waiting.isEmpty()) {
                return Duration.ZERO;
            }
            validators = taken == Taken.ALL ? fetchedValidators : validators;
            return succeeded();
        }
        if (outcome instanceof FeedOutcome.Rejected rejected) {
            boolean due = lastRejectedAt == null || now.isAfter(lastRejectedAt.plus(REJECTED_AGAIN));
            if (due) {
                lastRejectedAt = now;
                polling.publisher()
                        .reject(new Rejection(
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
            ArticleDraft draft = articles.draft(feed, entries.get(i));
            if (draft != null && take(draft, now) == Taken.SOME) {
                return Taken.SOME;
            }
        }
        return Taken.ALL;
    }

    private Taken take(ArticleDraft draft, Instant now) {
        RawArticle article = draft.seenAt(now);
        int version = (article.title() + "\n" + article.text()).hashCode();
        if (seen.look(article.id(), version) == Novelty.KNOWN) {
            return Taken.ALL;
        }
        if (polling.pages().isWanted(draft)) {
            if (waiting.size() >= MOST_WAITING) {
                return Taken.SOME;
            }
            waiting.add(new Teaser(draft, version));
            return Taken.ALL;
        }
        return isSilent(draft) ? Taken.ALL : publish(article, version, now);
    }

    private static boolean isSilent(ArticleDraft draft) {
        return draft.title().isBlank() && draft.text().isBlank();
    }

    /** Asks for one page and publishes its article, with the page's text or with the feed's. */
    private Duration nextPage(Instant now) {
        Teaser teaser = waiting.getFirst();
        Completion completion = polling.pages().complete(teaser.draft());
        if (completion instanceof Completion.Wait later) {
            return later.after();
        }
        ArticleDraft draft = completion instanceof Completion.Full full ? full.draft() : teaser.draft();
        if (completion instanceof Completion.Teaser stays) {
            LOG.debug("{}: {} stays a teaser: {}: {}", config.id(), draft.url(), stays.reason(), stays.detail());
            if (isSilent(draft)
                    && !(stays.reason() instanceof FetchOutcome.Failure || stays.reason() == Why.UNREACHABLE)) {
                drop(teaser, stays, now);
            }
        }
        if (!isSilent(draft) && publish(draft.seenAt(now), teaser.version(), now) == Taken.SOME) {
            waiting.clear(); // they come with the next poll, which is unconditional
            return succeeded();
        }
        waiting.removeFirst();
        if (waiting.isEmpty()) {
            validators = fetchedValidators;
            return succeeded();
        }
        return Duration.ZERO;
    }

    /** The feed has an address only, and nothing can be read there: not asked for again. */
    private void drop(Teaser teaser, Completion.Teaser stays, Instant now) {
        String id = teaser.draft().seenAt(now).id();
        String address = String.valueOf(teaser.draft().url());
        polling.publisher().reject(new Rejection(id, address, stays.reason(), stays.detail(), new byte[0]));
        seen.remember(id, teaser.version());
        seen.settle(id);
    }

    private Taken publish(RawArticle article, int version, Instant now) {
        PublishOutcome outcome = polling.publisher().publish(article);
        if (outcome instanceof PublishOutcome.Accepted accepted) {
            seen.remember(article.id(), version);
            published++;
            lastArticleAt = now;
            var unused = accepted.end().thenAccept(end -> {
                if (end == PublishOutcome.End.ACKNOWLEDGED) {
                    seen.settle(article.id());
                } else {
                    seen.forget(article.id());
                    unconditional = true; // else a 304 would hide it for good
                }
            });
            return Taken.ALL;
        }
        return Taken.SOME;
    }

    /** Keeps what the broker has; called after each poll and at the end. */
    synchronized void keep() {
        boolean whole = seen.isAllSettled() && waiting.isEmpty() && !unconditional;
        FeedMemory.Known known =
                new FeedMemory.Known(config.url(), whole ? validators : Validators.NONE, seen.settled(KEPT));
        if (!known.equals(kept)) {
            polling.memory().save(config.id(), known);
            kept = known;
        }
    }

    private Duration succeeded() {
        failures = 0;
        trouble = null;
        return Backoff.next(Rhythm.interval(config.interval(), rhythm), 0, polling.random());
    }

    private Duration failed(String detail, @Nullable Duration retryAfter) {
        failures++;
        trouble = detail;
        Duration wait = Backoff.next(config.interval(), failures, polling.random());
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
