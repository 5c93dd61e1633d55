package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import java.time.Instant;
import java.util.List;

/**
 * What one article adds to the cells of one country.
 *
 * @param topics qcodes, one cell each
 * @param copy whether it repeats another's text: then it adds to articles and copies, not to stories
 * @param threat whether it chiefly threatens
 * @param act whether it chiefly reports an act of conflict
 * @param escalation -10 to +10
 * @param knownDays on which days any news came, as of this article
 */
public record Contribution(
        String country,
        List<String> topics,
        String storyId,
        boolean copy,
        String owner,
        Instant countedAt,
        Instant arrivedAt,
        double escalation,
        boolean threat,
        boolean act,
        EvidenceArticle evidence,
        KnownDays knownDays,
        String lexicon) {

    public Contribution {
        topics = List.copyOf(topics);
    }
}
