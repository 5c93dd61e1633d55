package io.tocsin.events.topic;

import io.tocsin.events.codec.EventSerde;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic as a value.
 *
 * @param name with prefix and version
 * @param eventType CloudEvents type of its records
 * @param keyMeaning what the key is, for the documentation
 * @param serde of its values; keys are strings
 * @param partitions how many, unless the process is configured otherwise
 * @param cleanup what becomes of old records
 * @param retention how long a record is kept; with {@link Cleanup#COMPACT} alone it has no meaning
 * @param <V> the value
 */
public record Topic<V>(
        String name,
        String eventType,
        String keyMeaning,
        Serde<V> serde,
        int partitions,
        Cleanup cleanup,
        Duration retention) {

    /** Kafka's cleanup policies. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_DELETE("compact,delete");

        private final String config;

        Cleanup(String config) {
            this.config = config;
        }
    }

    static <V> Topic<V> of(
            String name,
            String eventType,
            String keyMeaning,
            EventSerde<V> serde,
            int partitions,
            Cleanup cleanup,
            Duration retention) {
        return new Topic<>(name, eventType, keyMeaning, serde, partitions, cleanup, retention);
    }

    /** {@code $id} of the JSON Schema of its values. */
    public String schemaId() {
        return "https://tocsin.io/schemas/" + eventType + ".json";
    }

    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /**
     * The broker's settings of the topic. Record times are the broker's own ({@code LogAppendTime}): event time is in
     * the value, so a record dated 2082 is not refused and one dated 1999 is not deleted by retention.
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.config);
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (cleanup != Cleanup.COMPACT) {
            settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        return settings;
    }
}
