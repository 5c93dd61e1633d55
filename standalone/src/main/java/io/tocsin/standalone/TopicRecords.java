package io.tocsin.standalone;

import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.events.topic.Topic;
import io.tocsin.runtime.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads topics from the first record that is kept to the last, for commands that look back. */
final class TopicRecords {
    private final KafkaConnection kafka;
    private final Surroundings surroundings;
    private final BiConsumer<Topic<?>, Object> found;

    /**
     * A reader.
     *
     * @param found is given every value that is answered, as it is found
     */
    TopicRecords(KafkaConnection kafka, Surroundings surroundings, BiConsumer<Topic<?>, Object> found) {
        this.kafka = kafka;
        this.surroundings = surroundings;
        this.found = found;
    }

    /**
     * The values that are asked for, in order within each key. What cannot be decoded is left out.
     *
     * @param key whose values are decoded
     * @param value which of them are answered
     * @throws InterruptedException when the process is asked to stop meanwhile
     */
    <V> List<V> values(Topic<V> topic, Predicate<String> key, Predicate<V> value) throws InterruptedException {
        List<V> values = new ArrayList<>();
        records(topic, key, record -> {
            V decoded;
            try {
                decoded = topic.serde().deserializer().deserialize(record.topic(), record.value());
            } catch (SerializationException e) {
                return;
            }
            if (value.test(decoded)) {
                values.add(decoded);
                found.accept(topic, decoded);
            }
        });
        return values;
    }

    /** All values of some keys. */
    <V> List<V> values(Topic<V> topic, Predicate<String> key) throws InterruptedException {
        return values(topic, key, value -> true);
    }

    /**
     * The records of some keys that have a value, as they are.
     *
     * @throws InterruptedException when the process is asked to stop meanwhile
     */
    void records(Topic<?> topic, Predicate<String> key, Consumer<ConsumerRecord<String, byte[]>> use)
            throws InterruptedException {
        try (TopicTail tail = new TopicTail(kafka, List.of(topic.name()))) {
            tail.catchUp(record -> {
                if (surroundings.interrupted().getCount() == 0) {
                    throw new CancellationException();
                }
                if (record.key() != null && record.value() != null && key.test(record.key())) {
                    use.accept(record);
                }
            });
        } catch (CancellationException e) {
            InterruptedException stopped = new InterruptedException("asked to stop");
            stopped.initCause(e);
            throw stopped;
        }
    }
}
