package io.tocsin.stream.story;

import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stories and signals need of a tagged article.
 *
 * @param countries those in focus
 * @param topics qcodes
 * @param escalation -10 to +10
 * @param threat whether it chiefly threatens
 * @param act whether it chiefly reports an act of conflict
 * @param arrivedAt the article's {@code firstSeenAt}
 */
public record StoryCandidate(
        String id,
        @Nullable String url,
        String title,
        @Nullable String language,
        Source source,
        @Nullable Instant publishedAt,
        Instant arrivedAt,
        Instant countedAt,
        List<String> countries,
        List<String> topics,
        double escalation,
        boolean threat,
        boolean act,
        Fingerprint fingerprint,
        String lexicon) {

    public StoryCandidate {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
    }
}
