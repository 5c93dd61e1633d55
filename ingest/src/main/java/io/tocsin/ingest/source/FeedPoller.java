package io.tocsin.ingest.source;

import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls all sources, each in its own rhythm, on a few threads. A source whose server takes long goes into a slow lane with
 * threads of its own, until it is quick again: however many of them hang, the others are polled.
 */
public final class FeedPoller implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    /** Sources that are fetched at the same time. */
    private static final int MOST_THREADS = 24;

    /** Of those that take long. */
    private static final int MOST_SLOW_THREADS = 8;

    /** A poll that takes longer is slow. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** The first polls of all sources are spread over this time. */
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final List<FeedSource> sources = new ArrayList<>();
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable Lanes lanes;

    /** The threads. */
    private record Lanes(ScheduledThreadPoolExecutor quick, ScheduledThreadPoolExecutor slow) {}

    /**
     * Makes one; nothing is polled yet.
     *
     * @param pages for articles of which a feed carries only a teaser
     * @param memory folder in which it is kept what was published, or null to forget it with the process
     */
    public FeedPoller(
            List<SourceConfig> configs,
            Owners owners,
            LanguageDetector languages,
            Fetcher fetcher,
            FullText pages,
            FeedParser parser,
            EventPublisher publisher,
            @Nullable Path memory,
            SourceMetrics metrics,
            InstantSource clock,
            RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        FeedMemory kept = memory == null ? FeedMemory.none() : new FolderMemory(memory);
        Polling polling = new Polling(fetcher, parser, Polling.seats(), publisher, kept, pages, metrics, random);
        for (SourceConfig config : configs) {
            FeedArticles articles = new FeedArticles(config, owners, languages);
            sources.add(new FeedSource(config, articles, polling, clock.instant()));
        }
        metrics.show(this::statuses);
    }

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public void start() {
        Lanes started = new Lanes(
                threads("feeds", Math.min(MOST_THREADS, sources.size())),
                threads("slow feeds", Math.min(MOST_SLOW_THREADS, sources.size())));
        lanes = started;
        for (FeedSource source : sources) {
            long delay = (long) (SPREAD.toMillis() * random.nextDouble() * Math.min(1, sources.size() / 20.0));
            schedule(started, started.quick, source, Duration.ofMillis(delay));
        }
    }

    private static ScheduledThreadPoolExecutor threads(String name, int most) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(Math.max(1, most), run -> {
            Thread thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return threads;
    }

    private void schedule(Lanes all, ScheduledThreadPoolExecutor on, FeedSource source, Duration delay) {
        try {
            var unused = on.schedule(() -> poll(all, on, source), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not polled again: stopped", source.config().id());
        }
    }

    private void poll(Lanes all, ScheduledThreadPoolExecutor on, FeedSource source) {
        Duration wait = source.config().interval();
        ScheduledThreadPoolExecutor next = on;
        try {
            Health before = source.status().health();
            Instant begun = clock.instant();
            wait = source.poll(begun);
            next = Duration.between(begun, clock.instant()).compareTo(SLOW) > 0 ? all.slow : all.quick;
            Health after = source.status().health();
            if (before != after) {
                LOG.info("source {} is {}{}", source.config().id(), after, detail(source.status()));
            }
        } catch (RuntimeException e) {
            LOG.error("polling {} failed", source.config().id(), e);
        } finally {
            schedule(all, next, source, wait);
        }
    }

    private static String detail(SourceStatus status) {
        return status.detail() == null ? "" : ": " + status.detail();
    }

    /** How each source is doing now, in the order of the configuration. */
    public List<SourceStatus> statuses() {
        return sources.stream().map(FeedSource::status).toList();
    }

    @Override
    public CheckResult check() {
        if (lanes == null) {
            return CheckResult.unavailable("not started");
        }
        long failing = sources.stream()
                .filter(source -> source.status().health() == Health.FAILING)
                .count();
        String detail = sources.size() + " sources, " + failing + " failing";
        return failing > 0 && failing == sources.size() ? CheckResult.unavailable(detail) : CheckResult.ok(detail);
    }

    @Override
    public void close() {
        Lanes running = lanes;
        if (running != null) {
            running.quick.shutdownNow();
            running.slow.shutdownNow();
            try {
                if (!running.quick.awaitTermination(3, TimeUnit.SECONDS)
                        || !running.slow.awaitTermination(1, TimeUnit.SECONDS)) {
                    LOG.warn("a source is still being fetched");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sources.forEach(FeedSource::keep);
        }
    }
}
