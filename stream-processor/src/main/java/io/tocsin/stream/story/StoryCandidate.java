package io.tocsin.stream.story;

import io.tocsin.events.CellName;
import io.tocsin.events.Family;
import io.tocsin.events.Revision;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param family of what it chiefly reports, or null
 * @param queries ids of the saved queries that it matches
 * @param agency publisher family of the news agency that it credits, or null
 * @param arrivedAt the article's {@code firstSeenAt}
 * @param revision which version of the article it is; null when nobody said, which is the first
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
        @Nullable Family family,
        List<String> queries,
        Fingerprint fingerprint,
        ArticleFacts facts,
        String lexicon,
        @Nullable Revision revision) {

    public StoryCandidate {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        queries = List.copyOf(queries);
    }

    /** What it can be counted on, as {@link CellName} writes it: all news first, then topics, family and queries. */
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>(topics.size() + 2);
        subjects.add(CellName.ANY);
        subjects.addAll(topics);
        if (family != null) {
            subjects.add(CellName.family(family));
        }
        queries.forEach(query -> subjects.add(CellName.query(query)));
        return subjects;
    }

    /** Which version of the article it is, 1 for the first. */
    public int version() {
        return revision == null ? 1 : revision.version();
    }

    /** How it stands to the version before. */
    public Revision.Kind kind() {
        return revision == null ? Revision.Kind.NEW : revision.kind();
    }

    /** When this version came. */
    public Instant seenAt() {
        return revision == null ? arrivedAt : revision.seenAt();
    }

    /** Whose report it is: the agency's that it credits, else the publisher's. */
    public String voice() {
        return agency == null ? source.owner() : agency;
    }
}
