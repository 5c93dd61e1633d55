package io.tocsin.ingest.source;

import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sitemaps of an index and when each was read. One with a date is due when the date is new and at most three days
 * old, which leaves archives alone; one without is due every time. For one thread.
 */
final class SitemapIndex {
    /** News sitemaps hold two days. */
    static final Duration LATELY = Duration.ofDays(3);

    /** Sitemaps that are read in one round. */
    private static final int MOST = 20;

    private final Map<String, Reading> readings = new HashMap<>();
    private List<FeedEntry> listed = List.of();

    /**
     * A sitemap that is due.
     *
     * @param changedAt as the index says, or null
     * @param validators of the version that was read last
     */
    record Due(String url, @Nullable Instant changedAt, Validators validators) {}

    private record Reading(@Nullable Instant changedAt, Validators validators) {}

    /** Takes over what an index lists; sitemaps that are gone are forgotten. */
    void list(Feed index) {
        listed = index.entries();
        readings.keySet().retainAll(listed.stream().map(FeedEntry::url).toList());
    }

    /** Everything is due once more. */
    void forget() {
        readings.clear();
    }

    /** Which sitemaps are to be read now, the newest first. */
    List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        for (FeedEntry entry : listed) {
            String url = entry.url();
            if (url == null) {
                continue;
            }
            Instant changedAt = entry.updatedAt();
            Reading reading = readings.getOrDefault(url, new Reading(null, Validators.NONE));
            boolean isDue =
                    changedAt == null || (!changedAt.equals(reading.changedAt) && changedAt.isAfter(now.minus(LATELY)));
            if (isDue) {
                due.add(new Due(url, changedAt, reading.validators));
            }
        }
        due.sort(Comparator.comparing(
                Due::changedAt,
                Comparator.nullsLast(Comparator.<Instant>naturalOrder().reversed())));
        return List.copyOf(due.subList(0, Math.min(MOST, due.size())));
    }

    /** A sitemap was read as a whole. */
    void read(Due sitemap, Validators validators) {
        readings.put(sitemap.url, new Reading(sitemap.changedAt, validators));
    }
}
