package io.tocsin.ingest.source;

import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one source is doing: what it last had, measured against its own rhythm, and what went wrong. For one thread. */
final class SourceWatch {
    /** A source of unknown rhythm is silent when its newest entry is older. */
    private static final Duration ALL_OLD = Duration.ofDays(30);

    /** Dates that lie ahead by less are taken for now: clocks and time zones are wrong. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final SourceConfig config;
    private Instant firstSeenAt;
    private @Nullable Instant lastFetchedAt;
    private @Nullable Instant lastArticleAt;
    private @Nullable Instant newestEntryAt;
    private @Nullable Long rhythm;
    private @Nullable Integer entries;
    private @Nullable Integer undated;
    private @Nullable String reason;
    private @Nullable String detail;
    private long articles;
    private int failures;
    private int quietPolls;

    SourceWatch(SourceConfig config, Instant now) {
        this.config = config;
        this.firstSeenAt = now;
    }

    /** Takes over what was known before a restart. */
    void restore(FeedMemory.Past past) {
        firstSeenAt = past.firstSeenAt() == null ? firstSeenAt : past.firstSeenAt();
        lastArticleAt = past.lastArticleAt();
        newestEntryAt = past.newestEntryAt();
        rhythm = past.rhythmSeconds();
    }

    /** What is to be known after a restart. */
    FeedMemory.Past past() {
        return new FeedMemory.Past(firstSeenAt, lastArticleAt, newestEntryAt, rhythm);
    }

    /** It was asked. */
    void asked(Instant now) {
        lastFetchedAt = now;
    }

    /** It answered with this. */
    void answered(Feed feed, Instant now) {
        Long found = Rhythm.seconds(feed.entries());
        rhythm = found == null ? rhythm : found;
        int without = 0;
        Instant newest = null;
        for (FeedEntry entry : feed.entries()) {
            Instant date = entry.publishedAt() == null ? entry.updatedAt() : entry.publishedAt();
            if (date == null || date.isAfter(now.plus(AHEAD))) {
                without++;
            } else if (newest == null || date.isAfter(newest)) {
                newest = date;
            }
        }
        entries = feed.entries().size();
        undated = without;
        newestEntryAt = newest == null ? newestEntryAt : newest.isAfter(now) ? now : newest;
    }

    /** An article of it was published. */
    void published(Instant now) {
        articles++;
        lastArticleAt = now;
    }

    /** A poll ended well; how long to wait for the next one, before jitter. */
    Duration succeeded(boolean news) {
        failures = 0;
        reason = null;
        detail = null;
        quietPolls = news ? 0 : quietPolls + 1;
        return Rhythm.interval(config.interval(), rhythm, quietPolls);
    }

    /**
     * A poll failed.
     *
     * @param why in lower case with hyphens
     */
    void failed(String why, String forPeople) {
        failures++;
        reason = why;
        detail = forPeople;
    }

    /** Failed polls in a row. */
    int failures() {
        return failures;
    }

    long articles() {
        return articles;
    }

    /** How it is doing now. */
    SourceStatus status(Instant now) {
        Instant silentFrom = silentFrom();
        boolean silent = failures == 0 && silentFrom != null && now.isAfter(silentFrom);
        return new SourceStatus(
                config.id(),
                config.url(),
                health(silent),
                silent ? silence() : detail,
                firstSeenAt,
                lastFetchedAt,
                lastArticleAt,
                rhythm,
                articles,
                failures,
                silent ? "silent" : reason,
                newestEntryAt,
                silentFrom,
                entries,
                undated);
    }

    private Health health(boolean silent) {
        if (failures > 0) {
            return Health.FAILING;
        }
        return lastFetchedAt == null ? Health.NEW : silent ? Health.SILENT : Health.HEALTHY;
    }

    /** When its silence is no longer usual, or null while nothing is known of it. */
    private @Nullable Instant silentFrom() {
        Instant last = newestEntryAt != null ? newestEntryAt : lastArticleAt != null ? lastArticleAt : firstSeenAt;
        if (rhythm != null) {
            return last.plus(Rhythm.silence(rhythm));
        }
        return newestEntryAt == null ? null : newestEntryAt.plus(ALL_OLD);
    }

    private String silence() {
        Instant last = newestEntryAt != null ? newestEntryAt : lastArticleAt != null ? lastArticleAt : firstSeenAt;
        String usually = rhythm == null ? "" : String.format(Locale.ROOT, ", usually every %s", words(rhythm));
        return "nothing new since " + last + usually;
    }

    private static String words(long seconds) {
        return seconds >= 7200 ? seconds / 3600 + " h" : seconds >= 120 ? seconds / 60 + " min" : seconds + " s";
    }
}
