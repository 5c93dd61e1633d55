package io.tocsin.events.topic;

import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Delivery;
import io.tocsin.events.Exclusion;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Rule;
import io.tocsin.events.Signal;
import io.tocsin.events.Silence;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import io.tocsin.events.codec.EventSerde;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.events.topic.Topic.Cleanup;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The catalogue: every topic of Tocsin, made from a prefix so that two installations (or two tests) share a cluster.
 * Immutable and safe for use by any thread.
 */
public final class Topics {
    /** The prefix unless configured otherwise. */
    public static final String DEFAULT_PREFIX = "tocsin.";

    /** Partitions of the busy topics unless configured otherwise. */
    public static final int DEFAULT_PARTITIONS = 4;

    private final String prefix;
    private final Topic<RawArticle> articlesRaw;
    private final Topic<byte[]> articlesRejected;
    private final Topic<TaggedArticle> articlesTagged;
    private final Topic<Exclusion> articlesExcluded;
    private final Topic<Story> stories;
    private final Topic<Signal> signals;
    private final Topic<Rule> rules;
    private final Topic<SourceStatus> sources;
    private final Topic<Alert> alerts;
    private final Topic<Decision> decisions;
    private final Topic<Delivery> deliveries;
    private final Topic<Silence> silences;

    public Topics(String prefix) {
        this(prefix, DEFAULT_PARTITIONS);
    }

    /**
     * A catalogue with its own number of partitions.
     *
     * @param partitions of the busy topics; with one, a replay is the same every time
     */
    public Topics(String prefix, int partitions) {
        this.prefix = prefix;
        articlesRaw = topic("articles.raw", "article id", RawArticle.class, partitions, Cleanup.DELETE, 30);
        articlesRejected = new Topic<>(
                prefix + "articles.rejected.v1",
                "io.tocsin.articles.rejected.v1",
                "article id or URL",
                Serdes.ByteArray(),
                1,
                Cleanup.DELETE,
                Duration.ofDays(30));
        articlesTagged = topic("articles.tagged", "article id", TaggedArticle.class, partitions, Cleanup.DELETE, 30);
        articlesExcluded = topic("articles.excluded", "article id", Exclusion.class, 1, Cleanup.DELETE, 7);
        stories = topic("stories", "story id", Story.class, partitions, Cleanup.COMPACT_DELETE, 30);
        signals = topic("signals", "country|topic", Signal.class, partitions, Cleanup.COMPACT_DELETE, 60);
        rules = topic("rules", "rule id", Rule.class, 1, Cleanup.COMPACT, 0);
        sources = topic("sources", "source id", SourceStatus.class, 1, Cleanup.COMPACT, 0);
        alerts = topic("alerts", "alert id", Alert.class, partitions, Cleanup.COMPACT_DELETE, 400);
        decisions = topic("decisions", "rule|country|topic", Decision.class, partitions, Cleanup.DELETE, 14);
        deliveries = topic("deliveries", "alert id|channel", Delivery.class, 1, Cleanup.COMPACT_DELETE, 60);
        silences = topic("silences", "silence id", Silence.class, 1, Cleanup.COMPACT, 0);
    }

    private <V> Topic<V> topic(
            String entity, String keyMeaning, Class<V> type, int partitions, Cleanup cleanup, int days) {
        return Topic.of(
                prefix + entity + ".v1",
                "io.tocsin." + entity + ".v1",
                keyMeaning,
                new EventSerde<>(new JsonEventCodec<>(type)),
                partitions,
                cleanup,
                Duration.ofDays(days));
    }

    public String prefix() {
        return prefix;
    }

    public Topic<RawArticle> articlesRaw() {
        return articlesRaw;
    }

    /** What could not be read: raw bytes, with {@link io.tocsin.events.codec.DeadLetterHeaders}. */
    public Topic<byte[]> articlesRejected() {
        return articlesRejected;
    }

    public Topic<TaggedArticle> articlesTagged() {
        return articlesTagged;
    }

    public Topic<Exclusion> articlesExcluded() {
        return articlesExcluded;
    }

    public Topic<Story> stories() {
        return stories;
    }

    public Topic<Signal> signals() {
        return signals;
    }

    public Topic<Rule> rules() {
        return rules;
    }

    public Topic<SourceStatus> sources() {
        return sources;
    }

    public Topic<Alert> alerts() {
        return alerts;
    }

    public Topic<Decision> decisions() {
        return decisions;
    }

    public Topic<Delivery> deliveries() {
        return deliveries;
    }

    public Topic<Silence> silences() {
        return silences;
    }

    /** Every topic, in the order of the flow. */
    public List<Topic<?>> all() {
        return List.of(
                articlesRaw,
                articlesRejected,
                articlesTagged,
                articlesExcluded,
                stories,
                signals,
                rules,
                sources,
                alerts,
                decisions,
                deliveries,
                silences);
    }
}
