package io.tocsin.alerts.tail;

import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topic;
import io.tocsin.runtime.KafkaConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the records of a table that lives in a topic. Connects anew with each call; for starts and tools. */
public final class TopicWriter<V> {
    private final KafkaConnection kafka;
    private final Topic<V> topic;

    /**
     * A record to write.
     *
     * @param value null removes the key
     * @param version of the value, for the event's id
     */
    public record Row<V>(String key, @Nullable V value, String version) {}

    public TopicWriter(KafkaConnection kafka, Topic<V> topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /**
     * Writes; answers when the broker has all of it.
     *
     * @param source the {@code ce_source} of who writes
     */
    public void write(List<Row<V>> rows, String source, Instant now) {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), topic.serde().serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (Row<V> row : rows) {
                sent.add(producer.send(record(row, source, now)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + topic.name(), e);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + topic.name() + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's own way to say tombstone
    private ProducerRecord<String, V> record(Row<V> row, String source, Instant now) {
        ProducerRecord<String, V> record = new ProducerRecord<>(topic.name(), row.key(), row.value());
        CloudEvents.write(
                record.headers(),
                row.key() + '@' + row.version() + '@' + now.toEpochMilli(),
                source,
                topic.eventType(),
                row.key(),
                topic.schemaId(),
                now);
        return record;
    }
}
