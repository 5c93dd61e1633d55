package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
    private static final String KEPT = "kafka.stream.thread.process.rate";

    private final PrometheusMeterRegistry metrics = Metrics.registry();

    @AfterEach
    void close() {
        metrics.close();
    }

    private void gauge(String name, String tag, String value) {
        Gauge.builder(name, () -> 1).tag(tag, value).register(metrics);
    }

    @Test
    void ofKafkasMetersOnlyTheListedAreKept() {
        gauge("kafka.foo", "topic", "t");
        gauge(KEPT, "topic", "t");
        gauge("tocsin.foo", "topic", "t");
        gauge("kafkaesque", "topic", "t");

        assertThat(metrics.scrape())
                .contains("kafka_stream_thread_process_rate{topic=\"t\"}", "tocsin_foo{", "kafkaesque{")
                .doesNotContain("kafka_foo");
    }

    @ParameterizedTest
    @CsvSource({
        "tocsin.process.v1-4b1c2f6e-0a3d-4f4e-9d57-7a0f3e1c9b2a-StreamThread-2-consumer, StreamThread-2-consumer",
        "tocsin.process.v1-4b1c2f6e-0a3d-4f4e-9d57-7a0f3e1c9b2a-StreamThread-2, StreamThread-2",
        "4b1c2f6e-0a3d-4f4e-9d57-7a0f3e1c9b2a, other",
        "tocsin-4b1c2f6e-0a3d-4f4e-9d57-7a0f3e1c9b2a-admin, tocsin-admin",
        "tocsin-ingest, tocsin-ingest"
    })
    void whatIsNewAtEveryStartIsCutOutOfTheLabels(String random, String lasting) {
        for (String label : new String[] {"client.id", "thread.id", "process.id"}) {
            gauge(KEPT, label, random);
        }

        assertThat(metrics.find(KEPT).meters())
                .extracting(Meter::getId)
                .flatExtracting(Meter.Id::getTags)
                .extracting(Tag::getValue)
                .containsOnly(lasting);
    }

    @Test
    void otherLabelsAndOtherMetersKeepTheirs() {
        gauge(KEPT, "task.id", "0_1-StreamThread-9");
        gauge("tocsin.foo", "client.id", "x-StreamThread-9");

        assertThat(metrics.get(KEPT).gauge().getId().getTag("task.id")).isEqualTo("0_1-StreamThread-9");
        assertThat(metrics.get("tocsin.foo").gauge().getId().getTag("client.id"))
                .isEqualTo("x-StreamThread-9");
    }

    @Test
    void theJvmIsWatched() {
        assertThat(metrics.scrape()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_cpu_usage");
    }
}
