package io.tocsin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with its tags and the words that say so. Topic {@code articles.tagged.v1}, key: {@link #id}. The text
 * stays in {@code articles.raw.v1}.
 *
 * @param countedAt the moment at which it counts, see {@link CountedTime}
 * @param countries every country mentioned, most salient first; empty when there is none
 * @param topics highest score first
 * @param lexicon version of the dictionaries that tagged it
 * @param revision which version of the article was tagged; null when the article did not say
 */
public record TaggedArticle(
        String id,
        @Nullable String url,
        String title,
        @Nullable String language,
        Source source,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        Instant countedAt,
        CountedBy countedBy,
        List<Country> countries,
        List<Topic> topics,
        Escalation escalation,
        List<QueryMatch> queries,
        String lexicon,
        @Nullable Revision revision) {

    public TaggedArticle {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        queries = List.copyOf(queries);
    }

    /** One of an article that did not say which version it is. */
    public TaggedArticle(
            String id,
            @Nullable String url,
            String title,
            @Nullable String language,
            Source source,
            @Nullable Instant publishedAt,
            Instant firstSeenAt,
            Instant countedAt,
            CountedBy countedBy,
            List<Country> countries,
            List<Topic> topics,
            Escalation escalation,
            List<QueryMatch> queries,
            String lexicon) {
        this(
                id,
                url,
                title,
                language,
                source,
                publishedAt,
                firstSeenAt,
                countedAt,
                countedBy,
                countries,
                topics,
                escalation,
                queries,
                lexicon,
                null);
    }

    /**
     * A country that the article mentions.
     *
     * @param code ISO 3166-1 alpha-2 or {@code XK}
     * @param salience 0 (mentioned in passing) to 1
     * @param focus whether the article is about it; usually one or two countries are
     */
    public record Country(String code, double salience, boolean focus, List<Evidence> evidence) {
        public Country {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A topic of the article.
     *
     * @param code IPTC Media Topic qcode, {@code medtop:16000000}
     * @param name its English label
     * @param score 0 to 1
     */
    public record Topic(String code, String name, double score, List<Evidence> evidence) {
        public Topic {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Whether it reports conflict or cooperation, and how grave.
     *
     * @param score -10 (cooperation) over 0 (none) to +10 (conflict)
     * @param family of what the article chiefly reports, or null
     * @param quad the family's, or null
     */
    public record Escalation(
            double score, @Nullable Family family, @Nullable Quad quad, List<Match> matches) {

        public static final Escalation NONE = new Escalation(0, null, null, List.of());

        public Escalation {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Words that tell of conflict or cooperation.
     *
     * @param strength 0 to 10, how grave the family's act is at its usual
     * @param counted whether it counts towards the article's score: literal, and not said twice
     * @param countries those that the sentence names, in order
     */
    public record Match(
            Family family,
            Quad quad,
            MatchKind kind,
            double strength,
            Sense sense,
            boolean counted,
            String text,
            Field field,
            int start,
            int end,
            List<String> countries) {
        public Match {
            countries = List.copyOf(countries);
        }
    }

    /** A saved query of a user that matched. */
    public record QueryMatch(String id, List<Evidence> evidence) {
        public QueryMatch {
            evidence = List.copyOf(evidence);
        }
    }
}
