package io.tocsin.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology. A stream thread that dies of the infrastructure is replaced (the transaction is aborted and the
 * record read again); records at fault never get here, they are dead-lettered by the topology's handlers.
 */
public final class StreamRunner implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRunner.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    /** Whoever leaves the group spares its successor the wait for the session to time out. */
    private static final CloseOptions LEAVING =
            CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);

    private final String name;
    private final Topology topology;
    private final Properties properties;
    private final MeterRegistry metrics;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics bound;

    public StreamRunner(String name, Topology topology, Properties properties, MeterRegistry metrics) {
        this.name = name;
        this.topology = topology;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        KafkaStreams starting = new KafkaStreams(topology, properties);
        starting.setUncaughtExceptionHandler(e -> {
            LOG.error("a stream thread of {} died and is replaced", name, e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams = starting;
        KafkaStreamsMetrics binding = new KafkaStreamsMetrics(starting, Tags.of("app", name));
        binding.bindTo(metrics);
        bound = binding;
        starting.start();
    }

    @Override
    public CheckResult check() {
        KafkaStreams running = streams;
        if (running == null) {
            return CheckResult.unavailable("not started");
        }
        KafkaStreams.State state = running.state();
        return switch (state) {
            case RUNNING -> CheckResult.ok("running");
            case ERROR -> CheckResult.failed("stopped by an error: see the log");
            default -> CheckResult.unavailable(state.toString());
        };
    }

    @Override
    public void close() {
        KafkaStreamsMetrics binding = bound;
        if (binding != null) {
            binding.close();
        }
        KafkaStreams running = streams;
        if (running != null && !running.close(LEAVING)) {
            LOG.warn("{} did not stop within {}", name, CLOSE_WITHIN);
        }
    }
}
