package io.tocsin.ingest.source;

import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import java.nio.file.Path;
import java.time.Duration;
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

/** Polls all feeds, each in its own rhythm, on a few threads. */
public final class FeedPoller implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    /** Feeds that are fetched at the same time. */
    private static final int MOST_THREADS = 8;

    /** The first polls of all sources are spread over this time. */
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final List<FeedSource> sources = new ArrayList<>();
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable ScheduledThreadPoolExecutor scheduler;

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
            InstantSource clock,
            RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        FeedMemory kept = memory == null ? FeedMemory.none() : new FolderMemory(memory);
        Polling polling = new Polling(fetcher, parser, publisher, kept, pages, random);
        for (SourceConfig config : configs) {
            FeedArticles articles = new FeedArticles(config, owners, languages);
            sources.add(new FeedSource(config, articles, polling, clock.instant()));
        }
    }

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public void start() {
        int threads = Math.max(1, Math.min(MOST_THREADS, sources.size()));
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(threads, run -> {
            Thread thread = new Thread(run, "feeds");
            thread.setDaemon(true);
            return thread;
        });
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler = started;
        for (FeedSource source : sources) {
            long delay = (long) (SPREAD.toMillis() * random.nextDouble() * Math.min(1, sources.size() / 20.0));
            schedule(started, source, Duration.ofMillis(delay));
        }
    }

    private void schedule(ScheduledThreadPoolExecutor on, FeedSource source, Duration delay) {
        try {
            var unused = on.schedule(() -> poll(on, source), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not polled again: stopped", source.config().id());
        }
    }

    private void poll(ScheduledThreadPoolExecutor on, FeedSource source) {
        Duration wait = source.config().interval();
        try {
            Health before = source.status().health();
            wait = source.poll(clock.instant());
            Health after = source.status().health();
            if (before != after) {
                LOG.info("source {} is {}{}", source.config().id(), after, detail(source.status()));
            }
        } catch (RuntimeException e) {
            LOG.error("polling {} failed", source.config().id(), e);
        } finally {
            schedule(on, source, wait);
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
        if (scheduler == null) {
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
        ScheduledThreadPoolExecutor running = scheduler;
        if (running != null) {
            running.shutdownNow();
            try {
                if (!running.awaitTermination(3, TimeUnit.SECONDS)) {
                    LOG.warn("a feed is still being fetched");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sources.forEach(FeedSource::keep);
        }
    }
}
