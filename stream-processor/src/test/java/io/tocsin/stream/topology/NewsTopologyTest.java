package io.tocsin.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.Correction;
import io.tocsin.events.Evidence;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Horizon;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Rule;
import io.tocsin.events.Scope;
import io.tocsin.events.Signal;
import io.tocsin.events.Source;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.RecordErrors;
import io.tocsin.stream.tag.ShippedTagger;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsTopologyTest {
    private static final Tagger TAGGER = ShippedTagger.TAGGER;
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final Topics topics = new Topics("t.");
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, RawArticle> raw;

    @BeforeEach
    void start() {
        start(ProcessingClock.Mode.WALL);
    }

    private void start(ProcessingClock.Mode clock) {
        Topology topology = NewsTopology.build(topics, new Stages(TAGGER, clock, metrics));
        Properties properties = new Properties();
        properties.putAll(RecordErrors.settings(topics.articlesRejected().name()));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(topology, properties, NOON);
        raw = driver.createInputTopic(
                topics.articlesRaw().name(),
                new StringSerializer(),
                topics.articlesRaw().serde().serializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private <V> TestOutputTopic<String, V> read(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.serde().deserializer());
    }

    private static RawArticle article(String id, String domain, String title, String text, Instant at) {
        return new RawArticle(
                id,
                "https://" + domain + "/" + id,
                title,
                text,
                false,
                "en",
                new Source(domain, domain, null),
                List.of(),
                at,
                null,
                at);
    }

    private void publish(RawArticle article) {
        raw.pipeInput(article.id(), article);
    }

    private static final String STRIKE = "Warplanes bombed an army depot near Tabriz in northern Iran on Thursday,"
            + " killing eleven soldiers, the defence ministry in Tehran said, in the heaviest air strikes of the war so"
            + " far. Residents reported three explosions shortly before dawn and a fire that burned for hours.";

    @Test
    void theTopologyIsTheGoldenOne() throws IOException {
        String described = NewsTopology.build(topics, new Stages(TAGGER, ProcessingClock.Mode.WALL, metrics))
                .describe()
                .toString();
        Path golden = Path.of("src/test/resources/io/tocsin/stream/topology/news-topology.txt");

        assertThat(described)
                .as("a changed topology loses the state of running ones: see docs/operations.md")
                .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void anArticleBecomesTagsAStoryAndSignals() {
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));

        TaggedArticle tagged = read(topics.articlesTagged()).readValue();
        assertThat(tagged.countries())
                .filteredOn(TaggedArticle.Country::focus)
                .extracting(TaggedArticle.Country::code)
                .contains("IR");
        assertThat(tagged.topics()).extracting(TaggedArticle.Topic::code).contains("medtop:16000000");
        assertThat(tagged.escalation().score()).isPositive();

        Story story = read(topics.stories()).readValue();
        assertThat(story.id()).isEqualTo("st-a1");
        assertThat(story.members()).containsExactly("a1");

        List<TestRecord<String, Signal>> signals = read(topics.signals()).readRecordsToList();
        assertThat(signals).extracting(TestRecord::key).contains("IR|medtop:16000000");
        Signal signal = signals.get(0).value();
        assertThat(signal.window(Horizon.DAY).stories()).isEqualTo(1);
        assertThat(signal.evidence()).singleElement().satisfies(e -> assertThat(e.articleId())
                .isEqualTo("a1"));
        assertThat(new String(
                        signals.get(0).headers().lastHeader(CloudEvents.TYPE).value(), StandardCharsets.UTF_8))
                .isEqualTo("io.tocsin.signals.v1");
    }

    @Test
    void aCopyJoinsTheStoryAndRaisesNoSignal() {
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        TestOutputTopic<String, Story> stories = read(topics.stories());
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        stories.readValuesToList();
        signals.readValuesToList();

        publish(article("a2", "two.example", "Eleven dead in Tabriz", STRIKE, NOON.plusSeconds(60)));

        Story story = stories.readValue();
        assertThat(story.id()).isEqualTo("st-a1");
        assertThat(story.copies()).containsExactly("a2");
        assertThat(story.owners()).containsExactly("one.example");
        assertThat(signals.isEmpty()).isTrue();
    }

    private void revise(RawArticle article, int version, Revision.Kind kind) {
        publish(article.revised(new Revision(version, kind, NOON.plus(Duration.ofMinutes(version)), List.of()), NOON));
    }

    private static Signal last(List<Signal> signals, String key) {
        return signals.stream()
                .filter(signal -> signal.key().equals(key))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    @Test
    void aRetractedArticleIsTakenOutOfItsStoryAndItsCells() {
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        publish(article("a2", "two.example", "Iran hit once more", numbered(2), NOON));
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        TestOutputTopic<String, Story> stories = read(topics.stories());
        signals.readValuesToList();
        stories.readValuesToList();

        RawArticle retraction =
                article("a1", "one.example", "RETRACTED: Iran says air strikes killed eleven", "", NOON);
        revise(retraction, 2, Revision.Kind.RETRACTED);
        List<Signal> told = signals.readValuesToList();
        Signal signal = last(told, "IR|medtop:16000000");

        assertThat(stories.readValue()).satisfies(story -> {
            assertThat(story.id()).isEqualTo("st-a1");
            assertThat(story.articles()).isZero();
        });
        assertThat(signal.window(Horizon.DAY)).satisfies(window -> {
            assertThat(window.stories()).isEqualTo(1);
            assertThat(window.articles()).isEqualTo(1);
            assertThat(window.owners()).isEqualTo(1);
        });
        assertThat(signal.evidence()).extracting(EvidenceArticle::articleId).containsExactly("a2");
        assertThat(signal.corrections())
                .containsExactly(new Correction(
                        "a1",
                        "st-a1",
                        Correction.Kind.RETRACTED,
                        null,
                        "RETRACTED: Iran says air strikes killed eleven",
                        "one.example",
                        NOON.plus(Duration.ofMinutes(2))));
        assertThat(last(told, "IR|*").corrections())
                .as("all news of the country is told too")
                .hasSize(1);

        revise(retraction, 2, Revision.Kind.RETRACTED);
        assertThat(signals.isEmpty()).as("it is not taken out twice").isTrue();
    }

    @Test
    void aCorrectedArticleCountsWhereItsNewVersionBelongs() {
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        signals.readValuesToList();

        revise(
                article(
                        "a1",
                        "one.example",
                        "Correction: Iraq says air strikes killed eleven",
                        STRIKE.replace("Iran", "Iraq")
                                .replace("Tehran", "Baghdad")
                                .replace("Tabriz", "Mosul"),
                        NOON),
                2,
                Revision.Kind.CORRECTED);
        List<Signal> told = signals.readValuesToList();

        Signal iran = last(told, "IR|medtop:16000000");
        assertThat(iran.window(Horizon.DAY).stories()).isZero();
        assertThat(iran.corrections()).extracting(Correction::kind).containsExactly(Correction.Kind.RETRACTED);
        Signal iraq = last(told, "IQ|medtop:16000000");
        assertThat(iraq.window(Horizon.DAY).stories()).isEqualTo(1);
        assertThat(iraq.corrections()).isEmpty();
        assertThat(iraq.evidence())
                .extracting(EvidenceArticle::title)
                .allMatch(title -> title.startsWith("Correction"));
    }

    @Test
    void anUpdateTakesTheOldTextsPlaceAndSaysNothingOfIt() {
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        signals.readValuesToList();
        revise(
                article("a1", "one.example", "Iran says air strikes killed twelve", STRIKE + " Later more.", NOON),
                2,
                Revision.Kind.UPDATED);

        Signal signal = last(signals.readValuesToList(), "IR|medtop:16000000");
        assertThat(signal.window(Horizon.DAY).stories()).isEqualTo(1);
        assertThat(signal.window(Horizon.DAY).articles()).isEqualTo(1);
        assertThat(signal.corrections()).isEmpty();
        assertThat(signal.evidence())
                .extracting(EvidenceArticle::title)
                .containsExactly("Iran says air strikes killed twelve");
    }

    @Test
    void whatIsDroppedIsExcludedWithAReasonAndCounted() {
        publish(article("empty", "one.example", "", " \n ", NOON));
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        revise(article("unknown", "one.example", "Retracted: Iran denies", STRIKE, NOON), 2, Revision.Kind.RETRACTED);
        publish(article("nowhere", "one.example", "On moss", "Moss grows where it is damp and dark.", NOON));
        Instant longAgo = NOON.minus(Duration.ofDays(400));
        publish(article("old", "one.example", "Iran says air strikes killed eleven", "Once more: " + STRIKE, longAgo));

        assertThat(read(topics.articlesExcluded()).readValuesToList())
                .extracting(Exclusion::reason)
                .contains(
                        Exclusion.Reason.EMPTY,
                        Exclusion.Reason.REPEATED,
                        Exclusion.Reason.NO_CELL,
                        Exclusion.Reason.RETRACTED,
                        Exclusion.Reason.TOO_LATE);
        for (String stage : List.of("tag", "story", "cell", "signal")) {
            double in = count("tocsin.stage.in", stage);
            assertThat(in).as(stage).isPositive();
            assertThat(count("tocsin.stage.out", stage) + count("tocsin.stage.dropped", stage))
                    .as(stage)
                    .isEqualTo(in);
        }
    }

    private double count(String meter, String stage) {
        return metrics.find(meter).tag("stage", stage).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void aPoisonedRecordGoesToTheDeadLettersAndTheStreamGoesOn() {
        byte[] poison = "{\"id\":\"broken\"".getBytes(StandardCharsets.UTF_8);
        driver.createInputTopic(topics.articlesRaw().name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("broken", poison);
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));

        TestRecord<String, byte[]> dead = read(topics.articlesRejected()).readRecord();
        assertThat(dead.value()).isEqualTo(poison);
        assertThat(dead.headers().lastHeader(DeadLetterHeaders.MESSAGE)).isNotNull();
        assertThat(read(topics.articlesTagged()).readValue().id()).isEqualTo("a1");
    }

    @Test
    void savedQueriesOfTheRulesTopicAreInForceAtOnce() {
        TestInputTopic<String, Rule> rules = driver.createInputTopic(
                topics.rules().name(),
                new StringSerializer(),
                topics.rules().serde().serializer());
        TestOutputTopic<String, TaggedArticle> tagged = read(topics.articlesTagged());

        rules.pipeInput("tabriz", query("tabriz", "tabriz AND \"army depot\""));
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        assertThat(tagged.readValue().queries())
                .singleElement()
                .satisfies(match -> assertThat(match.id()).isEqualTo("tabriz"))
                .satisfies(match -> assertThat(match.evidence())
                        .extracting(Evidence::text)
                        .containsExactly("army depot", "Tabriz"));

        rules.pipeInput("tabriz", query("tabriz", "(tabriz"));
        rules.pipeInput("other", query("other", "zeppelin"));
        publish(article("a2", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        assertThat(tagged.readValue().queries()).hasSize(1);
        assertThat(metrics.get("tocsin.queries.invalid").counter().count()).isEqualTo(1);
        assertThat(metrics.get("tocsin.queries.in.force").gauge().value()).isEqualTo(2);

        rules.pipeInput("tabriz", null, NOON);
        publish(article("a3", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        assertThat(tagged.readValue().queries()).isEmpty();
    }

    private static Rule watching(String id, Scope scope) {
        ObjectNode parsed = JsonNodeFactory.instance.objectNode();
        parsed.set("cells", Json.MAPPER.valueToTree(scope));
        return new Rule(id, "v", "id: " + id, parsed, NOON);
    }

    @Test
    void whatARuleLooksAtIsCountedFromThenOn() {
        TestInputTopic<String, Rule> rules = driver.createInputTopic(
                topics.rules().name(),
                new StringSerializer(),
                topics.rules().serde().serializer());
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        publish(article("a0", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        assertThat(signals.readKeyValuesToList())
                .extracting(signal -> signal.key)
                .contains("IR|medtop:16000000", "IR|*", "IR|family:fight")
                .noneMatch(key -> key.startsWith("gulf"));

        rules.pipeInput(
                "wide",
                watching(
                        "wide",
                        new Scope(
                                List.of("gulf", "*"),
                                List.of(new Scope.Group("gulf", List.of("IR", "SA"))),
                                List.of("medtop:16000000"),
                                List.of(),
                                List.of("one.example"),
                                true)));
        publish(article("a1", "one.example", "Iran hit again", numbered(1), NOON));
        publish(article("a2", "two.example", "Iran hit once more", numbered(2), NOON));
        String cell = "medtop:16000000;source=one.example";
        assertThat(signals.readValuesToList())
                .filteredOn(signal -> signal.topic().equals(cell))
                .extracting(
                        Signal::country, signal -> signal.window(Horizon.DAY).stories())
                .containsExactlyInAnyOrder(tuple("gulf", 1), tuple("*", 1));

        rules.pipeInput("wide", null, NOON);
        publish(article("a3", "one.example", "Iran says air strikes killed eleven", STRIKE + " Once more.", NOON));
        assertThat(signals.readKeyValuesToList())
                .extracting(signal -> signal.key)
                .noneMatch(key -> key.contains("source="));
    }

    @Test
    void allNewsOfACountryIsToldOnceAnHourUnlessARuleLooksAtIt() {
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        for (int i = 0; i < 3; i++) {
            publish(article("a" + i, i + ".example", "Iran hit again, part " + i, numbered(i), NOON));
        }
        List<Signal> told = signals.readValuesToList();
        assertThat(told).filteredOn(signal -> signal.key().equals("IR|*")).hasSize(1);
        assertThat(told)
                .filteredOn(signal -> signal.key().equals("IR|medtop:16000000"))
                .hasSize(3)
                .last()
                .satisfies(signal -> {
                    Signal.Context context =
                            Objects.requireNonNull(signal.window(Horizon.DAY).context());
                    assertThat(context.countryStories()).isEqualTo(3);
                    assertThat(context.topicStories()).isEqualTo(3);
                    assertThat(context.conflict()).isPositive();
                });
    }

    @Test
    void aFollowedCellIsToldUntilItIsEmpty() {
        TestInputTopic<String, Rule> rules = driver.createInputTopic(
                topics.rules().name(),
                new StringSerializer(),
                topics.rules().serde().serializer());
        rules.pipeInput(
                "silent",
                watching("silent", new Scope(List.of("IR"), List.of(), List.of("*"), List.of(), List.of(), true)));
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        signals.readValuesToList();

        driver.advanceWallClockTime(Duration.ofHours(25));
        assertThat(signals.readValuesToList())
                .filteredOn(signal -> signal.key().equals("IR|*"))
                .last()
                .satisfies(signal ->
                        assertThat(signal.window(Horizon.DAY).stories()).isZero());
    }

    @Test
    void whatIsNoQueryOnTheRulesTopicStopsNothing() {
        TestInputTopic<String, byte[]> rules =
                driver.createInputTopic(topics.rules().name(), new StringSerializer(), new ByteArraySerializer());
        rules.pipeInput("broken", "{\"id\":".getBytes(StandardCharsets.UTF_8));
        publish(article("a1", "one.example", "Iran says air strikes killed eleven", STRIKE, NOON));
        assertThat(read(topics.articlesTagged()).readValue().queries()).isEmpty();
    }

    private static Rule query(String id, String query) {
        String text = "kind: query\nid: " + id + "\nquery: '" + query + "'\n";
        ObjectNode parsed = JsonNodeFactory.instance.objectNode().put("kind", "query");
        return new Rule(id, Rule.versionOf(text), text, parsed, NOON);
    }

    @Test
    void aSignalFallsByTheWallClockWithoutAnotherArticle() {
        for (int i = 0; i < 3; i++) {
            publish(article("a" + i, i + ".example", "Iran hit again, part " + i, numbered(i), NOON));
        }
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        signals.readValuesToList();

        driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(signals.readValuesToList())
                .filteredOn(s -> s.topic().equals("medtop:16000000"))
                .last()
                .satisfies(s -> assertThat(s.window(Horizon.HOUR).stories()).isZero())
                .satisfies(s -> assertThat(s.window(Horizon.DAY).stories()).isEqualTo(3));

        driver.advanceWallClockTime(Duration.ofHours(23));
        assertThat(signals.readValuesToList())
                .filteredOn(s -> s.topic().equals("medtop:16000000"))
                .last()
                .satisfies(s -> assertThat(s.window(Horizon.DAY).stories()).isZero());
    }

    private static String numbered(int i) {
        return switch (i) {
            case 0 -> STRIKE;
            case 1 ->
                "Rockets struck a bridge outside Isfahan and Iran closed its airspace after what officials in"
                        + " Tehran called an act of war against the country, state television reported at noon.";
            default ->
                "Iranian troops fought off an attack by armed men who had crossed the border near Zahedan before"
                        + " sunrise; nine guards were killed in the battle, the interior minister told parliament.";
        };
    }

    @Test
    void inAReplayTheHoursPassWithTheNews() {
        driver.close();
        start(ProcessingClock.Mode.EVENT);
        Instant longAgo = Instant.parse("1987-03-01T10:00:00Z");
        for (int i = 0; i < 3; i++) {
            publish(article("a" + i, i + ".example", "Iran hit again, part " + i, numbered(i), longAgo));
        }
        TestOutputTopic<String, Signal> signals = read(topics.signals());
        assertThat(signals.readValuesToList())
                .filteredOn(s -> s.country().equals("IR") && s.topic().equals("medtop:16000000"))
                .last()
                .satisfies(s -> assertThat(s.window(Horizon.DAY).stories()).isEqualTo(3));

        publish(article(
                "late",
                "x.example",
                "Peru votes",
                "Peru held a general election on Sunday and the polls closed at six in Lima.",
                longAgo.plus(Duration.ofHours(30))));

        assertThat(signals.readValuesToList())
                .filteredOn(s -> s.country().equals("IR") && s.topic().equals("medtop:16000000"))
                .last()
                .satisfies(s -> assertThat(s.window(Horizon.DAY).stories()).isZero());
        assertThat(read(topics.articlesExcluded()).isEmpty()).isTrue();
    }
}
