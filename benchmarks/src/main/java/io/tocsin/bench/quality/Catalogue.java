package io.tocsin.bench.quality;

import io.tocsin.stream.tag.Tagger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All sets that can be scored, in the order of the report. */
final class Catalogue {
    /** Most rows were written between 2009 and 2021; those that bear no date are read as of the end of that time. */
    private static final Instant UNDATED = Instant.parse("2021-12-31T00:00:00Z");
    /** The Reuters stories of one year, most of them of its spring. */
    private static final Instant REUTERS = Instant.parse("1987-04-01T00:00:00Z");

    /** English, French, Swahili, Hausa, Amharic and Nigerian Pidgin, as the rows write them. */
    private static final Set<String> LANGUAGES_WITH_A_BAR = Set.of("eng", "fra", "swa", "hau", "amh", "pcm");

    private Catalogue() {}

    /** The sets; loads the dictionaries. */
    static Loaded load() {
        TaggedSet.Machine machine = new TaggedSet.Machine(Tagger.load());
        return new Loaded(sets(machine), machine.lexicon());
    }

    /**
     * What there is to score.
     *
     * @param lexicon version of the dictionaries
     */
    record Loaded(List<LabelledSet<?>> sets, String lexicon) {}

    private static List<LabelledSet<?>> sets(TaggedSet.Machine machine) {
        return List.of(
                tags(machine, "geowebnews", "country-mention/geowebnews.jsonl", CountryScorer::new),
                tags(machine, "geovirus", "country-mention/geovirus.jsonl", CountryScorer::new),
                tags(machine, "lgl", "country-mention/lgl.jsonl", CountryScorer::new),
                tags(machine, "adversarial", "country-mention/country-adversarial.jsonl", ExactScorer::new),
                new TaggedSet("reuters", "country-focus/reuters-places.jsonl", REUTERS, machine, FocusScorer::new),
                tags(machine, "headlines", "joint/headlines-170.jsonl", HeadlineScorer::new),
                tags(machine, "bbc", "topic/bbc-news.jsonl", () -> new LabelScorer(Questions.topic(TopicLabels.BBC))),
                tags(machine, "ag", "topic/ag-news.jsonl", () -> new LabelScorer(Questions.topic(TopicLabels.AG))),
                tags(
                        machine,
                        "masakhanews",
                        "topic/masakhanews.jsonl",
                        () -> new LanguageScorer(TopicLabels.MASAKHANEWS, LANGUAGES_WITH_A_BAR)),
                tags(
                        machine,
                        "plv",
                        "escalation/plv.jsonl",
                        () -> new LabelScorer(Questions.DIRECTION_OF_SENTENCE, Questions.QUAD_OF_SENTENCE)),
                tags(
                        machine,
                        "cameo",
                        "escalation/cameo-penta.jsonl",
                        () -> new LabelScorer(Questions.THREE_WAYS, Questions.FIVE_CLASSES)),
                tags(machine, "es-fight", "escalation/es-fight.jsonl", () -> new LabelScorer(Questions.CONFLICT_FOUND)),
                tags(
                        machine,
                        "es-protest",
                        "escalation/es-protest-plover.jsonl",
                        () -> new LabelScorer(Questions.DIRECTION_OF_EVENTS, Questions.QUAD_OF_EVENTS)),
                tags(
                        machine,
                        "plover-synthetic",
                        "escalation/plover-synthetic.jsonl",
                        () -> new LabelScorer(Questions.DIRECTION_OF_FAMILY, Questions.QUAD_OF_FAMILY)));
    }

    private static TaggedSet tags(TaggedSet.Machine machine, String name, String file, Supplier<Scorer<Tags>> scorers) {
        return new TaggedSet(name, file, UNDATED, machine, scorers);
    }
}
