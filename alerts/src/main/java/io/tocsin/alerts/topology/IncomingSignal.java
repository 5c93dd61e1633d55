package io.tocsin.alerts.topology;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.events.topic.Topic;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A signal of which only the cell and the moment have been read: most cells no rule looks at. Not safe for use by several
 * threads.
 */
final class IncomingSignal {
    private final String country;
    private final String topic;
    private final Instant at;
    private final byte[] bytes;
    private final Function<byte[], Signal> whole;

    private IncomingSignal(String country, String topic, Instant at, byte[] bytes, Function<byte[], Signal> whole) {
        this.country = country;
        this.topic = topic;
        this.at = at;
        this.bytes = bytes;
        this.whole = whole;
    }

    String country() {
        return country;
    }

    String topic() {
        return topic;
    }

    Instant at() {
        return at;
    }

    /**
     * All of it.
     *
     * @throws UnreadableEvent when it is no signal
     */
    Signal signal() {
        return whole.apply(bytes);
    }

    /** For reading alone: nothing is written as such. */
    static Serde<IncomingSignal> serde(Topic<Signal> signals) {
        Deserializer<Signal> whole = signals.serde().deserializer();
        Function<byte[], Signal> read = bytes -> whole.deserialize(signals.name(), bytes);
        return new Serde<>() {
            @Override
            public Serializer<IncomingSignal> serializer() {
                return (topic, signal) -> signal.bytes;
            }

            @Override
            @SuppressWarnings("NullAway") // Kafka's own way to say tombstone
            public Deserializer<IncomingSignal> deserializer() {
                return (topic, bytes) -> bytes == null ? null : head(bytes, read);
            }
        };
    }

    /** Reads as far as it must: the three stand at the beginning of what Tocsin writes. */
    private static IncomingSignal head(byte[] bytes, Function<byte[], Signal> whole) {
        @Nullable String country = null;
        @Nullable String topic = null;
        @Nullable String at = null;
        try (JsonParser json = Json.MAPPER.getFactory().createParser(bytes)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while ((country == null || topic == null || at == null) && json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "country" -> country = json.getValueAsString();
                        case "topic" -> topic = json.getValueAsString();
                        case "at" -> at = json.getValueAsString();
                        default -> json.skipChildren();
                    }
                }
            }
            if (country != null && topic != null && at != null) {
                return new IncomingSignal(country, topic, Json.instant(at), bytes, whole);
            }
        } catch (IOException | DateTimeException e) {
            throw new UnreadableEvent("no Signal: " + e.getMessage(), e);
        }
        Signal signal = whole.apply(bytes); // says what is wrong with it
        return new IncomingSignal(signal.country(), signal.topic(), signal.at(), bytes, whole);
    }
}
