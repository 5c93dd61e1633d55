package io.tocsin.ingest.source.check;

import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.source.Rhythm;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.check.Checked.Failing;
import io.tocsin.ingest.source.check.Checked.Finding;
import io.tocsin.ingest.source.check.Checked.Freshness;
import io.tocsin.ingest.source.check.Checked.Read;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks sources once each, several at the same time, as politely as the poller. */
public final class SourceChecks {
    private static final int MOST_THREADS = 16;

    /** A source of unknown rhythm with nothing newer is old. */
    private static final Duration OLD = Duration.ofDays(7);

    /** A host that wants to be left alone for longer is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fetcher fetcher;
    private final FeedParser parser;
    private final InstantSource clock;

    public SourceChecks(Fetcher fetcher, FeedParser parser, InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.clock = clock;
    }

    /**
     * Checks all, and returns when that is done.
     *
     * @param found takes each as soon as it is known, in any order; called by the calling thread
     */
    public void check(List<SourceConfig> sources, Consumer<Checked> found) throws InterruptedException {
        BlockingQueue<Checked> done = new LinkedBlockingQueue<>();
        ScheduledThreadPoolExecutor threads =
                new ScheduledThreadPoolExecutor(Math.max(1, Math.min(MOST_THREADS, sources.size())), run -> {
                    Thread thread = new Thread(run, "check");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            sources.forEach(source -> later(threads, source, Duration.ZERO, done));
            for (int i = 0; i < sources.size(); i++) {
                found.accept(done.take());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void later(
            ScheduledThreadPoolExecutor threads, SourceConfig source, Duration wait, BlockingQueue<Checked> done) {
        var unused = threads.schedule(
                () -> {
                    Finding finding = check(threads, source, done);
                    if (finding != null) {
                        done.add(new Checked(source, finding));
                    }
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What was found, or null when its turn has not come yet. */
    private @Nullable Finding check(
            ScheduledThreadPoolExecutor threads, SourceConfig source, BlockingQueue<Checked> done) {
        try {
            FetchOutcome outcome = fetcher.fetch(source.url(), Validators.NONE);
            if (outcome instanceof FetchOutcome.Later busy) {
                if (busy.after().compareTo(PATIENCE) > 0) {
                    return new Failing(
                            "resting",
                            "its host wants to be left alone for "
                                    + busy.after().toSeconds() + " s");
                }
                later(threads, source, busy.after(), done);
                return null;
            }
            return finding(source, outcome);
        } catch (RuntimeException e) {
            return new Failing("unexpected", e.toString());
        }
    }

    private Finding finding(SourceConfig source, FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return read(source, parser.parse(fetched.body(), fetched.contentType(), fetched.url()));
        }
        if (outcome instanceof FetchOutcome.Refused refused) {
            return new Failing(refused.reason().toString(), refused.detail());
        }
        if (outcome instanceof FetchOutcome.Failed failed) {
            return new Failing(failed.reason().toString(), failed.detail());
        }
        return new Failing("nothing", "nothing was sent");
    }

    private Finding read(SourceConfig source, FeedOutcome outcome) {
        if (outcome instanceof FeedOutcome.Rejected rejected) {
            return new Failing(rejected.reason().toString(), rejected.detail());
        }
        if (outcome instanceof FeedOutcome.Read read) {
            Feed feed = read.feed();
            if (source.kind() != null && !source.kind().covers(feed.kind())) {
                return new Failing("other-kind", "expected a " + source.kind() + ", got " + feed.kind());
            }
            return freshness(feed, clock.instant());
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    /** Pure. */
    static Read freshness(Feed feed, Instant now) {
        List<FeedEntry> entries = feed.entries();
        List<Instant> dates = entries.stream()
                .map(SourceChecks::date)
                .filter(Objects::nonNull)
                .toList();
        Instant newest = dates.stream()
                .filter(date -> !date.isAfter(now))
                .max(Instant::compareTo)
                .orElse(null);
        Long rhythm = Rhythm.seconds(entries);
        Duration patience = rhythm == null ? OLD : Rhythm.silence(rhythm);
        Freshness freshness = entries.isEmpty()
                ? Freshness.EMPTY
                : newest == null
                        ? Freshness.UNDATED
                        : newest.isBefore(now.minus(patience)) ? Freshness.OLD : Freshness.FRESH;
        return new Read(freshness, feed.kind(), entries.size(), entries.size() - dates.size(), newest);
    }

    private static @Nullable Instant date(FeedEntry entry) {
        return entry.publishedAt() == null ? entry.updatedAt() : entry.publishedAt();
    }
}
