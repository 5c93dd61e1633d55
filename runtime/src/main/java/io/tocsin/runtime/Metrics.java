package io.tocsin.runtime;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The metric registry of a process: Tocsin's own meters, the JVM's, and those of Kafka's hundreds that operators ask for. */
public final class Metrics {
    /** Kafka's meters that are kept; see {@code docs/metrics.md}. */
    private static final Set<String> KAFKA = Set.of(
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.process.rate",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.thread.poll.records.avg",
            "kafka.stream.thread.blocked.time.ns.total",
            "kafka.stream.task.dropped.records.total",
            "kafka.stream.processor.node.record.e2e.latency.avg",
            "kafka.stream.processor.node.record.e2e.latency.max",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.fetch.manager.records.consumed.rate",
            "kafka.producer.record.send.rate",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total");

    /** Labels of Kafka's meters that are new at every start and would never stop growing. */
    private static final Set<String> RANDOM_LABELS = Set.of("client.id", "thread.id", "process.id");

    private static final Pattern UUID = Pattern.compile("[-.]?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Metrics() {}

    /** A new registry; the caller closes it. */
    public static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new KafkaMeters());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        bindGc(registry);
        return registry;
    }

    @SuppressWarnings("resource") // lives as long as the process
    private static void bindGc(PrometheusMeterRegistry registry) {
        new JvmGcMetrics().bindTo(registry);
    }

    private static final class KafkaMeters implements MeterFilter {
        @Override
        public MeterFilterReply accept(Meter.Id id) {
            return id.getName().startsWith("kafka.") && !KAFKA.contains(id.getName())
                    ? MeterFilterReply.DENY
                    : MeterFilterReply.NEUTRAL;
        }

        @Override
        public Meter.Id map(Meter.Id id) {
            if (!id.getName().startsWith("kafka.")) {
                return id;
            }
            List<Tag> kept = new ArrayList<>();
            for (Tag tag : id.getTags()) {
                kept.add(RANDOM_LABELS.contains(tag.getKey()) ? Tag.of(tag.getKey(), lasting(tag.getValue())) : tag);
            }
            return id.replaceTags(kept);
        }

        /** {@code tocsin-4b1c...-StreamThread-2-consumer} is {@code StreamThread-2-consumer}. */
        private static String lasting(String id) {
            int at = id.lastIndexOf("StreamThread");
            String name = at < 0 ? UUID.matcher(id).replaceAll("") : id.substring(at);
            return name.isEmpty() ? "other" : name;
        }
    }
}
