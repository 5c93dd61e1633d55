package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.Rule;
import io.tocsin.events.Story;
import io.tocsin.events.codec.EventSerde;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.events.codec.RuleCodec;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.story.MemberCodec;
import io.tocsin.stream.story.StoryCandidate;
import io.tocsin.stream.story.StoryIndex;
import io.tocsin.stream.tag.Tagger;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What the stages of {@link NewsTopology} are made of. Stores are in memory with a changelog; their names carry a
 * version, and a changed schema takes a new name.
 */
public final class Stages {
    static final String MEMBERS = "story-members-v4";
    static final String STORIES = "stories-v1";
    static final String CELLS = "cells-v4";
    static final String ALMANAC = "almanac-v1";
    static final String COVERAGE = "coverage-v1";
    static final String QUERIES = "queries-v2";

    static final Serde<Rule> RULES = new EventSerde<>(new RuleCodec());
    static final Serde<StoryCandidate> CANDIDATES = new EventSerde<>(new JsonEventCodec<>(StoryCandidate.class));
    static final Serde<Contribution> CONTRIBUTIONS = new EventSerde<>(new JsonEventCodec<>(Contribution.class));
    private static final Serde<StoryIndex.Member> MEMBER = new EventSerde<>(new MemberCodec());
    private static final Serde<Story> STORY = new EventSerde<>(new JsonEventCodec<>(Story.class));

    private final Tagger tagger;
    private final ProcessingClock.Mode clock;
    private final MeterRegistry metrics;
    private final RulesInForce inForce;

    public Stages(Tagger tagger, ProcessingClock.Mode clock, MeterRegistry metrics) {
        this.tagger = tagger;
        this.clock = clock;
        this.metrics = metrics;
        this.inForce = new RulesInForce(metrics);
    }

    Processor<String, Rule, Void, Void> query() {
        return inForce.updates();
    }

    Processor<String, io.tocsin.events.RawArticle, String, Outcome.OfTag> tag() {
        return new TagStage(tagger.session(inForce.queries()), metrics);
    }

    Processor<String, StoryCandidate, String, Outcome.OfStory> story() {
        return new StoryStage(clock, metrics);
    }

    Processor<String, PlacedArticle, String, Outcome.OfCell> cell() {
        return new CellStage(inForce.scopes(), clock, metrics);
    }

    Processor<String, Contribution, String, Outcome.OfSignal> signal() {
        return new SignalStage(inForce.scopes(), clock, metrics);
    }

    StoreBuilder<KeyValueStore<String, Rule>> queries() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(QUERIES), Serdes.String(), RULES)
                .withLoggingDisabled();
    }

    StoreBuilder<KeyValueStore<String, StoryIndex.Member>> members() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(MEMBERS), Serdes.String(), MEMBER);
    }

    StoreBuilder<KeyValueStore<String, Story>> stories() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORIES), Serdes.String(), STORY);
    }

    StoreBuilder<KeyValueStore<String, byte[]>> cells() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CELLS), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** What is usual beyond a cell. */
    StoreBuilder<KeyValueStore<String, byte[]>> almanac() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(ALMANAC), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** Stories on each subject, about whatever place. */
    StoreBuilder<KeyValueStore<String, byte[]>> coverage() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(COVERAGE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
