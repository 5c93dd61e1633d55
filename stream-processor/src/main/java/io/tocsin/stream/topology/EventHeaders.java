package io.tocsin.stream.topology;

import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topic;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Writes the CloudEvents headers of a topic. The event's id names the record that it was made from, so a record that is
 * processed again after a failure makes the same event again.
 */
final class EventHeaders<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private static final String SOURCE = "/tocsin/process";

    private final Topic<V> topic;

    EventHeaders(Topic<V> topic) {
        this.topic = topic;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        String cause = context()
                .recordMetadata()
                .map(from -> from.topic() + "-" + from.partition() + "-" + from.offset())
                .orElse("tick-" + record.timestamp());
        CloudEvents.write(
                record.headers(),
                record.key() + "@" + cause,
                SOURCE,
                topic.eventType(),
                record.key(),
                topic.schemaId(),
                Instant.ofEpochMilli(context().currentSystemTimeMs()));
        context().forward(record);
    }
}
