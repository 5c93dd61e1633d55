package io.tocsin.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private final Topic<Alert> alerts = new Topics("news.").alerts();
    private final Headers headers = new RecordHeaders();

    private void write(String id) {
        CloudEvents.write(
                headers,
                id,
                "/tocsin/alert",
                alerts.eventType(),
                "3d792c74",
                alerts.schemaId(),
                Instant.parse("2025-06-23T08:00:00.000Z"));
    }

    @Test
    void writesTheBinaryMode() {
        write("3d792c74-2");

        Map<String, String> written = new LinkedHashMap<>();
        for (Header header : headers) {
            written.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(written)
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "3d792c74-2"),
                        Map.entry("ce_source", "/tocsin/alert"),
                        Map.entry("ce_type", "io.tocsin.alerts.v1"),
                        Map.entry("ce_subject", "3d792c74"),
                        Map.entry("ce_time", "2025-06-23T08:00:00.000Z"),
                        Map.entry("ce_dataschema", "https://tocsin.io/schemas/io.tocsin.alerts.v1.json"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void replacesThoseOfTheRecordItWasMadeFromAndKeepsTheOthers() {
        headers.add("traceparent", "00-abc".getBytes(StandardCharsets.UTF_8));
        write("one");
        write("two");

        assertThat(headers.headers("ce_id"))
                .extracting(header -> new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly("two");
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }
}
