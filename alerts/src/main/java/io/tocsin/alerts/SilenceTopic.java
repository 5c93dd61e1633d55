package io.tocsin.alerts;

import io.tocsin.alerts.silence.Silences;
import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.alerts.tail.TopicWriter;
import io.tocsin.alerts.tail.TopicWriter.Row;
import io.tocsin.events.Silence;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** The silences topic as a table. Each call connects anew; for tools. */
public final class SilenceTopic {
    private final KafkaConnection kafka;
    private final Topic<Silence> topic;

    public SilenceTopic(KafkaConnection kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.silences();
    }

    /** All silences on the topic. What cannot be decoded is left out. */
    public Silences read() {
        Silences silences = new Silences();
        try (TopicTail tail = new TopicTail(kafka, List.of(topic.name()))) {
            tail.catchUp(record -> enter(record, silences));
        }
        return silences;
    }

    private void enter(ConsumerRecord<String, byte[]> record, Silences silences) {
        silences.remove(record.key());
        if (record.value() != null) {
            try {
                silences.enter(topic.serde().deserializer().deserialize(record.topic(), record.value()));
            } catch (SerializationException e) {
                return;
            }
        }
    }

    /** Puts silences in force; answers when the broker has them. */
    public void write(List<Silence> silences, String source, Instant now) {
        List<Row<Silence>> rows = silences.stream()
                .map(silence -> new Row<>(silence.id(), silence, Json.time(silence.endsAt())))
                .toList();
        new TopicWriter<>(kafka, topic).write(rows, source, now);
    }
}
