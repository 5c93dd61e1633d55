package io.tocsin.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a stage took in, handed on and dropped. For every stage, over every run: in = out + sum of dropped over the
 * reasons. The meters are {@code tocsin.stage.in}, {@code .out} and {@code .dropped} with the labels {@code stage} and
 * {@code reason}. Safe for use by any thread.
 */
public final class StageCounts {
    private final MeterRegistry metrics;
    private final String stage;
    private final Counter in;
    private final Counter out;
    private final Map<Enum<?>, Counter> dropped = new ConcurrentHashMap<>();

    public StageCounts(MeterRegistry metrics, String stage) {
        this.metrics = metrics;
        this.stage = stage;
        this.in = Counter.builder("tocsin.stage.in")
                .description("Items that a stage took in")
                .tag("stage", stage)
                .register(metrics);
        this.out = Counter.builder("tocsin.stage.out")
                .description("Items that a stage handed on")
                .tag("stage", stage)
                .register(metrics);
    }

    public void in() {
        in(1);
    }

    public void in(int items) {
        in.increment(items);
    }

    public void out() {
        out.increment();
    }

    /** Counts a drop; reasons are an enum's constants, so that the label stays bounded. */
    public void dropped(Enum<?> reason) {
        dropped(reason, 1);
    }

    /** Counts several drops for one reason. */
    public void dropped(Enum<?> reason, int items) {
        dropped.computeIfAbsent(reason, r -> Counter.builder("tocsin.stage.dropped")
                        .description("Items that a stage dropped, by reason")
                        .tag("stage", stage)
                        .tag("reason", r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .register(metrics))
                .increment(items);
    }
}
