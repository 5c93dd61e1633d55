package io.tocsin.bench.quality;

import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.stream.tag.Tagger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All sets that can be scored, in the order of the report.
 *
 * @param lexicon version of the dictionaries that they are scored with
 */
record Catalogue(List<LabelledSet<?>> sets, String lexicon) {
    /** Most rows were written between 2009 and 2021; those that bear no date are read as of the end of that time. */
    private static final Instant UNDATED = Instant.parse("2021-12-31T00:00:00Z");
    /** The Reuters stories of one year, most of them of its spring. */
    private static final Instant REUTERS = Instant.parse("1987-04-01T00:00:00Z");

    /** English, French, Swahili, Hausa, Amharic and Nigerian Pidgin, as the rows write them. */
    private static final Set<String> LANGUAGES_WITH_A_BAR = Set.of("eng", "fra", "swa", "hau", "amh", "pcm");

    Catalogue {
        sets = List.copyOf(sets);
    }

    /** The sets in a folder, whether or not they are there. */
    static Catalogue of(Path folder, Tagger tagger) {
        TaggedSet.Machine machine = new TaggedSet.Machine(tagger);
        List<LabelledSet<?>> sets = new ArrayList<>(tagged(machine));
        sets.addAll(pages(folder));
        sets.add(new FeedSet("feeds", "feeds/feeds.jsonl", folder, new FeedParser(FeedParser.DEFAULT_MAX_BYTES)));
        return new Catalogue(sets, tagger.version());
    }

    private static List<LabelledSet<?>> tagged(TaggedSet.Machine machine) {
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

    private static List<LabelledSet<?>> pages(Path folder) {
        ArticleParser parser = new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled());
        return List.of(
                new PageSet("scrapinghub", "extraction/scrapinghub-aeb.jsonl", folder, parser::parse, BodyScorer::new),
                new PageSet(
                        "trafilatura", "extraction/trafilatura-eval.jsonl", folder, parser::parse, SegmentScorer::new),
                new PageSet("fundus", "extraction/fundus.jsonl", folder, parser::parse, PageFieldsScorer::new),
                new PageSet(
                        "readability",
                        "extraction/readability-test-pages.jsonl",
                        folder,
                        parser::parse,
                        BodyScorer::new));
    }

    private static TaggedSet tags(TaggedSet.Machine machine, String name, String file, Supplier<Scorer<Tags>> scorers) {
        return new TaggedSet(name, file, UNDATED, machine, scorers);
    }
}
