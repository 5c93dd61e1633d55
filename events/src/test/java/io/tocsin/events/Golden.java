package io.tocsin.events;

import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The golden samples and schemas of the contract, by topic. */
public final class Golden {
    /** The catalogue under its default names. */
    public static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private Golden() {}

    /** The topics whose values have a shape: all but the dead letters. */
    public static List<Topic<?>> topics() {
        List<Topic<?>> topics = new ArrayList<>(TOPICS.all());
        topics.remove(TOPICS.articlesRejected());
        return List.copyOf(topics);
    }

    /** The newest version's sample of a topic's value. */
    public static byte[] sample(Topic<?> topic) {
        List<byte[]> samples = samples(topic);
        return samples.get(samples.size() - 1);
    }

    /** The samples of all versions, oldest first: {@code v1.json}, and {@code v2.json} once a field has been added. */
    public static List<byte[]> samples(Topic<?> topic) {
        List<byte[]> samples = new ArrayList<>();
        String folder = "/golden/" + topic.eventType() + "/v";
        samples.add(resource(folder + "1.json"));
        for (int version = 2; Golden.class.getResource(folder + version + ".json") != null; version++) {
            samples.add(resource(folder + version + ".json"));
        }
        return samples;
    }

    /** The text of a topic's JSON Schema. */
    public static String schema(Topic<?> topic) {
        return new String(resource("schemas/" + topic.eventType() + ".json"), StandardCharsets.UTF_8);
    }

    /** Decodes as a subscriber does. */
    public static <V> V decode(Topic<V> topic, byte[] bytes) {
        try (Deserializer<V> deserializer = topic.serde().deserializer()) {
            return deserializer.deserialize(topic.name(), bytes);
        }
    }

    /** Decodes and encodes again as a publisher does. */
    public static <V> byte[] again(Topic<V> topic, byte[] bytes) {
        try (Serializer<V> serializer = topic.serde().serializer()) {
            return serializer.serialize(topic.name(), decode(topic, bytes));
        }
    }

    /** The record type of a topic's values. */
    public static Class<?> type(Topic<?> topic) {
        return decode(topic, sample(topic)).getClass();
    }

    /** A resource of the contract, beside {@link Json}'s package or from the root. */
    public static byte[] resource(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
