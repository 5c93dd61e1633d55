package io.tocsin.ingest.source;

import io.tocsin.ingest.feed.FeedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often a source publishes, from the dates in its feed, and how often it is asked for that. Pure. */
public final class Rhythm {
    /** Entries without which there is no rhythm. */
    private static final int FEWEST = 4;

    /** Longest time for which a source that is always busy may say nothing before it counts as silent. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    /** Usual gaps that a silence may last. */
    private static final int GAPS = 10;

    /** How many times rarer than configured a source is asked at most. */
    private static final int RAREST = 12;

    /** Quiet polls after which a source of unknown rhythm is asked half as often. */
    private static final int QUIET_POLLS = 4;

    private Rhythm() {}

    /** The median time between two entries in seconds, or null when there are too few. */
    public static @Nullable Long seconds(List<FeedEntry> entries) {
        List<Instant> times = new ArrayList<>(entries.stream()
                .map(FeedEntry::publishedAt)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList());
        if (times.size() < FEWEST) {
            return null;
        }
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)).toSeconds());
        }
        Collections.sort(gaps);
        return Math.max(1, gaps.get(gaps.size() / 2));
    }

    /**
     * How long to wait between two polls: as configured after a poll that brought news, since news comes in bursts; else
     * half the usual gap, or a quarter more with every quiet poll when that is unknown. Never less than is configured and
     * never more than twelve times that.
     *
     * @param quietPolls without news in a row
     */
    static Duration interval(Duration configured, @Nullable Long rhythmSeconds, int quietPolls) {
        if (quietPolls == 0) {
            return configured;
        }
        Duration longest = configured.multipliedBy(RAREST);
        Duration wanted = rhythmSeconds == null
                ? configured.plus(configured.multipliedBy(quietPolls).dividedBy(QUIET_POLLS))
                : Duration.ofSeconds(rhythmSeconds / 2);
        Duration least = wanted.compareTo(configured) > 0 ? wanted : configured;
        return least.compareTo(longest) > 0 ? longest : least;
    }

    /** When the silence of a source is no longer usual. */
    public static Duration silence(long rhythmSeconds) {
        Duration usual = Duration.ofSeconds(rhythmSeconds * GAPS);
        return usual.compareTo(PATIENCE) > 0 ? usual : PATIENCE;
    }
}
