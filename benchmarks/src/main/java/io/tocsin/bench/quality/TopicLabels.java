package io.tocsin.bench.quality;

import io.tocsin.events.TaggedArticle;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A newsroom's labels in terms of IPTC Media Topics. The tables below follow from what the labels mean, not from the
 * rows: a label gets the topics that IPTC itself files such news under. The topics are broad ones; IPTC's narrower
 * topics lie under them, and the tagger gives the broader topic with each narrower one. Computing stands under economy
 * in IPTC and under technology in newsrooms, so its own topic is named.
 */
final class TopicLabels {
    /** What is answered when no topic of the article has a label. */
    static final String NONE = "none";

    private static final String ARTS = "medtop:01000000";
    private static final String CRIME_AND_LAW = "medtop:02000000";
    private static final String DISASTER = "medtop:03000000";
    private static final String ECONOMY = "medtop:04000000";
    private static final String COMPUTING_BUSINESS = "medtop:20000225";
    private static final String ENERGY = "medtop:20000256";
    private static final String EDUCATION = "medtop:05000000";
    private static final String ENVIRONMENT = "medtop:06000000";
    private static final String HEALTH = "medtop:07000000";
    private static final String HUMAN_INTEREST = "medtop:08000000";
    private static final String LABOUR = "medtop:09000000";
    private static final String LIFESTYLE = "medtop:10000000";
    private static final String POLITICS = "medtop:11000000";
    private static final String RELIGION = "medtop:12000000";
    private static final String SCIENCE = "medtop:13000000";
    private static final String SOCIETY = "medtop:14000000";
    private static final String SPORT = "medtop:15000000";
    private static final String CONFLICT = "medtop:16000000";

    /** BBC News, 2004 and 2005; its politics desk is Westminster's, with schools and social policy. */
    static final TopicLabels BBC = new TopicLabels()
            .with("business", ECONOMY, LABOUR)
            .with("entertainment", ARTS)
            .with("politics", POLITICS, EDUCATION, SOCIETY)
            .with("sport", SPORT)
            .with("tech", SCIENCE, COMPUTING_BUSINESS);

    /** AG News: World is what happens between and within states. */
    static final TopicLabels AG = new TopicLabels()
            .with("World", POLITICS, CONFLICT, DISASTER, CRIME_AND_LAW, RELIGION, SOCIETY)
            .with("Sports", SPORT)
            .with("Business", ECONOMY, LABOUR)
            .with("Sci/Tech", SCIENCE, COMPUTING_BUSINESS, ENVIRONMENT, HEALTH);

    /** MasakhaNEWS: politics takes in conflict, entertainment the lives of the famous. */
    static final TopicLabels MASAKHANEWS = new TopicLabels()
            .with("business", ECONOMY, LABOUR)
            .with("entertainment", ARTS, LIFESTYLE, HUMAN_INTEREST)
            .with("health", HEALTH)
            .with("politics", POLITICS, CONFLICT)
            .with("religion", RELIGION)
            .with("sports", SPORT)
            .with("technology", SCIENCE, COMPUTING_BUSINESS);

    /** Twenty-two labels of a foreign desk; {@code politics} is what the narrower political ones leave over. */
    static final TopicLabels DESK = new TopicLabels()
            .with("armed_conflict", "medtop:20000056")
            .with("crime_justice", CRIME_AND_LAW)
            .with("cyber", "medtop:20000086")
            .with("diplomacy", "medtop:20000639")
            .with("disaster", DISASTER)
            .with("economy", ECONOMY)
            .with("elections", "medtop:20000574")
            .with("energy", ENERGY, "medtop:20000436")
            .with("environment", ENVIRONMENT)
            .with("health", HEALTH)
            .with("human_rights", "medtop:20000587")
            .with("humanitarian", "medtop:20000643", "medtop:20000149", "medtop:20000645")
            .with("migration", "medtop:20000771", "medtop:20000634", "medtop:20000645")
            .with("military", "medtop:20000598")
            .with("nuclear", "medtop:20000265", "medtop:20000635", "medtop:20000142")
            .with("politics", POLITICS)
            .with("protest", "medtop:20000065")
            .with("sanctions", "medtop:20000642")
            .with("science_tech", SCIENCE)
            .with("society", SOCIETY)
            .with("sports", SPORT)
            .with("terrorism", "medtop:20000053", "medtop:20000103");

    private final Map<String, Set<String>> labels = new LinkedHashMap<>();

    /** No labels yet. */
    TopicLabels() {}

    /** Adds a label; a topic may have several. */
    TopicLabels with(String label, String... codes) {
        for (String code : codes) {
            labels.computeIfAbsent(code, any -> new LinkedHashSet<>()).add(label);
        }
        return this;
    }

    /** The label of the highest-scored topic that has one. */
    String best(List<TaggedArticle.Topic> topics) {
        for (TaggedArticle.Topic topic : topics) {
            for (String label : labels.getOrDefault(topic.code(), Set.of())) {
                return label;
            }
        }
        return NONE;
    }

    /** The labels of all topics. */
    Set<String> all(List<TaggedArticle.Topic> topics) {
        Set<String> all = new LinkedHashSet<>();
        for (TaggedArticle.Topic topic : topics) {
            all.addAll(labels.getOrDefault(topic.code(), Set.of()));
        }
        return all;
    }
}
