package io.tocsin.alerts.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Meters of what rings, for all tasks of a process. Safe for use by any thread. */
final class AlertMetrics {
    private final MeterRegistry metrics;
    private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
    private final Timer latency;

    AlertMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.latency = Timer.builder("tocsin.ingest.to.alert")
                .description("From the crossing article's arrival to the alert that it opened or raised")
                .serviceLevelObjectives(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1))
                .register(metrics);
    }

    /** A rule is in force: from here on its meters are there, at 0 if nothing has rung. */
    void inForce(String rule) {
        for (Change change : Change.values()) {
            counter(rule, change);
        }
        open(rule);
    }

    private Counter counter(String rule, Change change) {
        return Counter.builder("tocsin.alerts")
                .description("Changes of alerts, by rule and kind of change")
                .tag("rule", rule)
                .tag("change", change.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private AtomicInteger open(String rule) {
        return open.computeIfAbsent(rule, id -> {
            AtomicInteger count = new AtomicInteger();
            Gauge.builder("tocsin.alerts.open", count, AtomicInteger::get)
                    .description("Alerts that are open now, by rule")
                    .tag("rule", id)
                    .register(metrics);
            return count;
        });
    }

    /** Alerts of a rule that a task found open when it started; negative when it lets go of them. */
    void held(String rule, int count) {
        open(rule).addAndGet(count);
    }

    /**
     * An alert has changed.
     *
     * @param arrivedAt when the article behind it was first seen; null when only time has passed
     */
    void changed(Alert alert, @Nullable Instant arrivedAt, Instant now) {
        counter(alert.rule(), alert.change()).increment();
        if (alert.change() == Change.OPENED) {
            open(alert.rule()).incrementAndGet();
        } else if (alert.change().ends()) {
            open(alert.rule()).decrementAndGet();
        }
        if (arrivedAt != null && (alert.change() == Change.OPENED || alert.change() == Change.RAISED)) {
            latency.record(Duration.between(arrivedAt, now));
        }
    }
}
