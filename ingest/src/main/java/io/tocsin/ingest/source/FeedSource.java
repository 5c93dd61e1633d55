package io.tocsin.ingest.source;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.publish.PublishOutcome;
import io.tocsin.ingest.publish.Rejection;
import io.tocsin.ingest.source.FullText.Completion;
import io.tocsin.ingest.source.FullText.Why;
import io.tocsin.ingest.source.SeenEntries.Novelty;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source: polled by one thread at a time, remembering what it published. */
final class FeedSource {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);

    /** Entries that are remembered at least and at most, and times the length of the feed in between. */
    private static final int FEWEST_REMEMBERED = 300;

    private static final int MOST_REMEMBERED = 5000;
    private static final int TIMES_REMEMBERED = 3;

    /** Of these, how many are kept over a restart. */
    private static final int KEPT = 1000;

    /** Pages that are asked for after one poll; the others wait for the next one. */
    private static final int MOST_WAITING = 200;

    /** A rejected feed is kept at most so often. */
    private static final Duration REJECTED_AGAIN = Duration.ofHours(6);

    private final SourceConfig config;
    private final FeedArticles articles;
    private final Polling polling;
    private final SourceWatch watch;
    private final SeenEntries seen = new SeenEntries(FEWEST_REMEMBERED);
    private final SitemapIndex index = new SitemapIndex();
    private final Deque<SitemapIndex.Due> sitemaps = new ArrayDeque<>();
    private final Deque<Teaser> waiting = new ArrayDeque<>();

    private Validators validators = Validators.NONE;
    private Validators fetchedValidators = Validators.NONE;
    private @Nullable Instant lastRejectedAt;
    private FeedMemory.@Nullable Known kept;
    private long articlesBefore;
    private volatile boolean unconditional;
    private SourceStatus lastTold;
    private volatile SourceStatus status;

    FeedSource(SourceConfig config, FeedArticles articles, Polling polling, Instant now) {
        this.config = config;
        this.articles = articles;
        this.polling = polling;
        this.watch = new SourceWatch(config, now);
        polling.memory()
                .load(config.id())
                .filter(known -> known.url().equals(config.url()))
                .ifPresent(this::restore);
        this.status = watch.status(now);
        this.lastTold = status;
    }

    private void restore(FeedMemory.Known known) {
        seen.holdAtLeast(Math.min(MOST_REMEMBERED, known.versions().size()));
        seen.restore(known.versions());
        validators = known.validators();
        watch.restore(known.past());
        kept = known;
    }

    /**
     * An article whose page is still to be asked for.
     *
     * @param version of what the feed says of it
     */
    private record Teaser(ArticleDraft draft, int version) {}

    /** What is to be done before the source is due again. */
    private enum Errand {
        FEED,
        SITEMAP,
        PAGE
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
        if (unconditional) {
            unconditional = false;
            validators = Validators.NONE;
            index.forget();
        }
        Errand errand = !waiting.isEmpty() ? Errand.PAGE : !sitemaps.isEmpty() ? Errand.SITEMAP : Errand.FEED;
        Duration wait;
        try {
            wait = switch (errand) {
                case PAGE -> nextPage(now);
                case SITEMAP -> nextSitemap(now);
                case FEED -> fetched(polling.fetcher().fetch(config.url(), validators), now);
            };
        } catch (RuntimeException e) {
            LOG.warn("polling {} failed", config.id(), e);
            sitemaps.clear();
            wait = failed("unexpected", e.toString(), null);
        }
        status = watch.status(now);
        if (waiting.isEmpty() && sitemaps.isEmpty()) {
            keep();
            tell();
        }
        return wait;
    }

    private void tell() {
        SourceStatus before = lastTold;
        if (isWorthTelling(before, status)) {
            lastTold = status;
            if (status.health() == Health.SILENT && before.health() != Health.SILENT) {
                polling.metrics().fellSilent();
            }
            if (polling.publisher().publish(status) instanceof PublishOutcome.Full) {
                lastTold = before; // told at the next poll
            }
        }
    }

    private Duration fetched(FetchOutcome outcome, Instant now) {
        if (outcome instanceof FetchOutcome.Later later) {
            return later.after();
        }
        watch.asked(now);
        if (outcome instanceof FetchOutcome.NotModified) {
            return followed(now);
        }
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return parsed(polling.read(fetched), fetched, now);
        }
        return refused(outcome);
    }

    private Duration refused(FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.Refused refused) {
            return failed(refused.reason().toString(), refused.detail(), refused.retryAfter());
        }
        if (outcome instanceof FetchOutcome.Failed failed) {
            return failed(failed.reason().toString(), failed.detail(), null);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private Duration parsed(FeedOutcome outcome, FetchOutcome.Fetched fetched, Instant now) {
        if (outcome instanceof FeedOutcome.Read read) {
            Feed feed = read.feed();
            if (config.kind() != null && !config.kind().covers(feed.kind())) {
                return failed(
                        "other-kind",
                        "expected a " + config.kind() + ", got " + feed.kind() + " with "
                                + feed.entries().size() + " entries",
                        null);
            }
            if (feed.kind() == Feed.Kind.SITEMAP_INDEX) {
                index.list(feed);
                validators = fetched.validators();
                return followed(now);
            }
            watch.answered(feed, now);
            Taken taken = publishNew(feed, now);
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
            return failed(rejected.reason().toString(), rejected.reason() + ": " + rejected.detail(), null);
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    /** The sitemaps that an index names, if it is one, are next; otherwise the poll is over. */
    private Duration followed(Instant now) {
        sitemaps.addAll(index.due(now));
        return sitemaps.isEmpty() ? succeeded() : Duration.ZERO;
    }

    /** Reads one sitemap of an index. One that fails ends the poll: the others come after the back-off. */
    private Duration nextSitemap(Instant now) {
        SitemapIndex.Due sitemap = sitemaps.getFirst();
        FetchOutcome outcome = polling.fetcher().fetch(sitemap.url(), sitemap.validators());
        if (outcome instanceof FetchOutcome.Later later) {
            return later.after();
        }
        watch.asked(now);
        sitemaps.removeFirst();
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            FeedOutcome feed = polling.read(fetched);
            if (!(feed instanceof FeedOutcome.Read found) || found.feed().kind() != Feed.Kind.NEWS_SITEMAP) {
                sitemaps.clear();
                return failed("other-kind", "no sitemap, though its index says so: " + sitemap.url(), null);
            }
            watch.answered(found.feed(), now);
            if (publishNew(found.feed(), now) == Taken.ALL) {
                index.read(sitemap, fetched.validators());
            }
        } else if (outcome instanceof FetchOutcome.NotModified) {
            index.read(sitemap, sitemap.validators());
        } else {
            sitemaps.clear();
            return refused(outcome);
        }
        fetchedValidators = validators;
        return waiting.isEmpty() && sitemaps.isEmpty() ? succeeded() : Duration.ZERO;
    }

    /** How much of a feed the publisher took. */
    private enum Taken {
        ALL,
        /** The rest comes with the next poll, which is unconditional. */
        SOME
    }

    private Taken publishNew(Feed feed, Instant now) {
        List<FeedEntry> entries = feed.kind() == Feed.Kind.NEWS_SITEMAP ? recent(feed.entries(), now) : feed.entries();
        seen.holdAtLeast(Math.min(MOST_REMEMBERED, TIMES_REMEMBERED * entries.size()));
        for (int i = entries.size() - 1; i >= 0; i--) {
            ArticleDraft draft = articles.draft(feed, entries.get(i));
            if (draft != null && take(draft, now) == Taken.SOME) {
                return Taken.SOME;
            }
        }
        return Taken.ALL;
    }

    /** Sitemaps may list all that a site ever had: what is old stays, and of what has no date the first are taken. */
    private static List<FeedEntry> recent(List<FeedEntry> entries, Instant now) {
        Instant from = now.minus(SitemapIndex.LATELY);
        List<FeedEntry> recent = new ArrayList<>();
        int undated = 0;
        for (FeedEntry entry : entries) {
            Instant date = entry.publishedAt();
            if (date == null ? undated++ < MOST_WAITING : date.isAfter(from)) {
                recent.add(entry);
            }
        }
        return recent;
    }

    private Taken take(ArticleDraft draft, Instant now) {
        RawArticle article = draft.seenAt(now);
        String mark = draft.kind() == null ? "" : "\n" + draft.kind();
        int version = (article.title() + "\n" + article.text() + mark).hashCode();
        if (seen.look(article.id(), version) == Novelty.KNOWN) {
            return Taken.ALL;
        }
        if (draft.kind() == Kind.RETRACTED && !polling.publisher().remembers(article.id())) {
            byte[] words = article.text().getBytes(StandardCharsets.UTF_8);
            polling.publisher().reject(Rejection.unfounded(article, config.url(), Reason.NOT_FOR_USE, words));
            seen.remember(article.id(), version);
            seen.settle(article.id());
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
            sitemaps.clear();
            return succeeded();
        }
        waiting.removeFirst();
        if (waiting.isEmpty() && sitemaps.isEmpty()) {
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
            watch.published(now);
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
        FeedMemory.Known known = new FeedMemory.Known(
                config.url(), whole ? validators : Validators.NONE, seen.settled(KEPT), watch.past());
        if (!known.equals(kept)) {
            polling.memory().save(config.id(), known);
            kept = known;
        }
    }

    private Duration succeeded() {
        boolean news = watch.articles() > articlesBefore;
        articlesBefore = watch.articles();
        return Backoff.next(watch.succeeded(news), 0, polling.random());
    }

    private Duration failed(String reason, String detail, @Nullable Duration retryAfter) {
        watch.failed(reason, detail);
        polling.metrics().failed(reason);
        Duration wait = Backoff.next(config.interval(), watch.failures(), polling.random());
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
    }

    private static boolean isWorthTelling(SourceStatus before, SourceStatus after) {
        return before.health() != after.health()
                || before.articles() != after.articles()
                || before.failuresInARow() != after.failuresInARow();
    }
}
