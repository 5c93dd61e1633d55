package io.tocsin.stream.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StreamRunner;
import io.tocsin.stream.tag.Tagger;
import java.nio.file.Path;
import java.util.List;

/** The running {@link NewsTopology}: what {@code tocsin process} is, and a part of {@code tocsin run}. */
public final class NewsService {
    /** Name of the component, and the end of its application id. */
    public static final String NAME = "process";

    private final Component runner;

    /**
     * A service that is not started yet.
     *
     * @param state folder for the state directory
     * @param threads stream threads, 1 or more
     */
    public NewsService(
            Tagger tagger,
            KafkaConnection kafka,
            Topics topics,
            ProcessingClock.Mode clock,
            Path state,
            int threads,
            MeterRegistry metrics) {
        this.runner = new StreamRunner(
                NAME,
                NewsTopology.build(topics, new Stages(tagger, clock, metrics)),
                kafka.streams(
                        applicationId(topics),
                        state.toString(),
                        threads,
                        topics.articlesRejected().name(),
                        clock),
                metrics);
    }

    /** The consumer group, and the prefix of the internal topics. */
    public static String applicationId(Topics topics) {
        return topics.prefix() + NAME + ".v1";
    }

    public List<Component> components() {
        return List.of(runner);
    }
}
