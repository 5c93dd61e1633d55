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
 * @param agency publisher family of the news agency that it credits, or null
 * @param arrivedAt the article's {@code firstSeenAt}
 */
public record StoryCandidate(
        String id,
        @Nullable String url,
        String title,
        @Nullable String language,
        Source source,
        @Nullable String agency,
        @Nullable Instant publishedAt,
        Instant arrivedAt,
        Instant countedAt,
        List<String> countries,
        List<String> topics,
        double escalation,
        boolean threat,
        boolean act,
        Fingerprint fingerprint,
        ArticleFacts facts,
        String lexicon) {

    public StoryCandidate {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
    }

    /** Whose report it is: the agency's that it credits, else the publisher's. */
    public String voice() {
        return agency == null ? source.owner() : agency;
    }
}
