package io.tocsin.alerts.topology;

import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topic;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Writes the CloudEvents headers of a topic. The event's id is made of the event alone, so a record that is processed
 * again after a failure makes the same event again.
 */
final class EventHeaders<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private static final String SOURCE = "/tocsin/alert";

    private final Topic<V> topic;
    private final Function<V, String> id;

    EventHeaders(Topic<V> topic, Function<V, String> id) {
        this.topic = topic;
        this.id = id;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        CloudEvents.write(
                record.headers(),
                id.apply(record.value()),
                SOURCE,
                topic.eventType(),
                record.key(),
                topic.schemaId(),
                Instant.ofEpochMilli(context().currentSystemTimeMs()));
        context().forward(record);
    }
}
