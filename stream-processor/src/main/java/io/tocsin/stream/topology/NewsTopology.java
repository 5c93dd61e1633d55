package io.tocsin.stream.topology;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Signal;
import io.tocsin.events.Story;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.story.StoryCandidate;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From an article to a signal: tag, story, cell, signal. Every stage answers an {@link Outcome}: what it hands on, and
 * what it excluded and why.
 *
 * <p>Articles are tagged in as many partitions as there are. Stories are told in one, because a copy may come from
 * anywhere and that stage only compares fingerprints ({@code docs/adr/0003-stories-are-one-partition.md}). Cells are
 * counted by country.
 */
public final class NewsTopology {
    private NewsTopology() {}

    public static Topology build(Topics topics, Stages stages) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(stages.members())
                .addStateStore(stages.stories())
                .addStateStore(stages.coverage())
                .addStateStore(stages.cells())
                .addStateStore(stages.almanac());

        // rules: what has been saved to look for, and which cells do rules look at?
        builder.addGlobalStore(
                stages.queries(),
                topics.rules().name(),
                Consumed.with(Serdes.String(), Stages.RULES).withName("rules"),
                stages::query);

        // tag: what is it about, and which words say so?
        KStream<String, RawArticle> raw = builder.stream(
                topics.articlesRaw().name(),
                Consumed.with(Serdes.String(), topics.articlesRaw().serde()).withName("articles-raw"));
        KStream<String, Outcome.OfTag> tag = raw.process(stages::tag, Named.as("tag"));
        publish(tag.flatMapValues(o -> o.tagged(), Named.as("tagged")), topics.articlesTagged(), "articles-tagged");
        publish(
                tag.flatMapValues(o -> o.excluded(), Named.as("untaggable")),
                topics.articlesExcluded(),
                "tag-excluded");

        // story: is it news, or a copy?
        KStream<String, Outcome.OfStory> story = tag.flatMapValues(o -> o.candidates(), Named.as("candidates"))
                .repartition(Repartitioned.<String, StoryCandidate>as("story-candidates")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Stages.CANDIDATES)
                        .withNumberOfPartitions(1))
                .process(stages::story, Named.as("story"), Stages.MEMBERS, Stages.STORIES);
        publish(story.flatMap((id, o) -> keyed(o.stories(), Story::id), Named.as("told")), topics.stories(), "stories");
        publish(
                story.flatMapValues(o -> o.excluded(), Named.as("repeated")),
                topics.articlesExcluded(),
                "story-excluded");

        // cell: in which countries and topics, and wider cells that rules look at, does it count?
        KStream<String, Outcome.OfCell> cell = story.flatMapValues(o -> o.placed(), Named.as("placed"))
                .process(stages::cell, Named.as("cell"), Stages.COVERAGE);
        publish(
                cell.flatMapValues(o -> o.excluded(), Named.as("cell-less")),
                topics.articlesExcluded(),
                "cell-excluded");

        // signal: how surprising is that?
        KStream<String, Outcome.OfSignal> signal = cell.flatMap(
                        (id, o) -> keyed(o.contributions(), Contribution::country), Named.as("contributions"))
                .repartition(Repartitioned.<String, Contribution>as("contributions-by-country")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Stages.CONTRIBUTIONS)
                        .withNumberOfPartitions(topics.signals().partitions()))
                .process(stages::signal, Named.as("signal"), Stages.CELLS, Stages.ALMANAC);
        publish(
                signal.flatMap((c, o) -> keyed(o.signals(), Signal::key), Named.as("surprises")),
                topics.signals(),
                "signals");
        publish(
                signal.flatMap((c, o) -> keyed(o.excluded(), e -> e.articleId()), Named.as("too-late")),
                topics.articlesExcluded(),
                "signal-excluded");

        return builder.build();
    }

    private static <V> void publish(KStream<String, V> events, Topic<V> topic, String name) {
        events.processValues(() -> new EventHeaders<>(topic), Named.as(name + "-headers"))
                .to(topic.name(), Produced.with(Serdes.String(), topic.serde()).withName(name));
    }

    private static <V> List<KeyValue<String, V>> keyed(List<V> values, Function<V, String> key) {
        return values.stream()
                .map(value -> KeyValue.pair(key.apply(value), value))
                .toList();
    }
}
