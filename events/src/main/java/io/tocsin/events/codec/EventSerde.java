package io.tocsin.events.codec;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link EventCodec} as Kafka wants it. Null stays null: a tombstone.
 *
 * @param <T> the event
 */
public final class EventSerde<T> implements Serde<T> {
    private final EventCodec<T> codec;

    public EventSerde(EventCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            @SuppressWarnings("NullAway") // Kafka's own way to say tombstone
            public byte @Nullable [] serialize(String topic, @Nullable T event) {
                return event == null ? null : codec.encode(event);
            }

            @Override
            public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T event) {
                return serialize(topic, event);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            @SuppressWarnings("NullAway") // Kafka's own way to say tombstone
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : codec.decode(bytes);
            }
        };
    }
}
