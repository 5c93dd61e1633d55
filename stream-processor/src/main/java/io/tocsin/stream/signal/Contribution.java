package io.tocsin.stream.signal;

import io.tocsin.events.EvidenceArticle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article adds to the cells of one place.
 *
 * @param country the place, see {@link io.tocsin.events.CellName}
 * @param topics the subjects, one cell each; all news first, because the others are a share of it
 * @param copy whether it repeats another's text: then it adds to articles and copies, not to stories
 * @param threat whether it chiefly threatens
 * @param act whether it chiefly reports an act of conflict
 * @param escalation -10 to +10
 * @param knownDays on which days any news came, as of this article
 * @param coverage how many stories there were on each of the subjects, in their order; empty when nobody counted
 * @param taken what a former version of the article counted for, which is taken out; null for a first version
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
        String lexicon,
        List<Coverage> coverage,
        @Nullable Taken taken) {

    public Contribution {
        topics = List.copyOf(topics);
        coverage = List.copyOf(coverage);
    }

    /** A contribution of which nobody knows what else there was. */
    public Contribution(
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
        this(
                country,
                topics,
                storyId,
                copy,
                owner,
                countedAt,
                arrivedAt,
                escalation,
                threat,
                act,
                evidence,
                knownDays,
                lexicon,
                List.of(),
                null);
    }
}
