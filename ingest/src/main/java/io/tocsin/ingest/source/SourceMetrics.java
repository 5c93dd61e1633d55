package io.tocsin.ingest.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.fetch.FetchOutcome.Failure;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Figures of all sources together; those of each single source are on the sources topic. Safe for use by any thread.
 */
public final class SourceMetrics {
    private final MeterRegistry metrics;
    private final Counter silences;

    public SourceMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.silences = Counter.builder("tocsin.source.silences")
                .description("Times that a source fell silent")
                .register(metrics);
        // From 0 on, so that the first failure is an increase.
        Stream.of(Refusal.values(), Failure.values(), FeedOutcome.Reason.values())
                .flatMap(Arrays::stream)
                .forEach(reason -> errors(reason.toString()));
    }

    private Counter errors(String reason) {
        return Counter.builder("tocsin.source.errors")
                .description("Failed polls, by reason")
                .tag("reason", reason)
                .register(metrics);
    }

    /** A poll failed; reasons are few. */
    void failed(String reason) {
        errors(reason).increment();
    }

    /** A source fell silent. */
    void fellSilent() {
        silences.increment();
    }

    /** Shows how many sources are how well. */
    void show(Supplier<List<SourceStatus>> statuses) {
        for (Health health : Health.values()) {
            Gauge.builder("tocsin.sources", () -> count(statuses, status -> status.health() == health))
                    .description("Sources, by health")
                    .tag("health", health.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(metrics);
        }
        Gauge.builder("tocsin.sources.undated", () -> count(statuses, SourceMetrics::isUndated))
                .description("Sources without a single dated entry")
                .strongReference(true)
                .register(metrics);
    }

    private static long count(Supplier<List<SourceStatus>> statuses, Predicate<SourceStatus> which) {
        return statuses.get().stream().filter(which).count();
    }

    private static boolean isUndated(SourceStatus status) {
        Integer entries = status.entries();
        return entries != null && entries > 0 && entries.equals(status.undatedEntries());
    }
}
