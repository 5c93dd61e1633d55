package io.tocsin.alerts.tail;

import io.tocsin.runtime.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A reader of whole topics, committed records only. Values are bytes, so that one unreadable record stops nothing. Not
 * safe for use by several threads, but for {@link #wakeup}.
 */
public final class TopicTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Connects; nothing is read yet. */
    public TopicTail(KafkaConnection kafka, List<String> topics) {
        consumer = kafka.reader();
        try {
            partitions = topics.stream()
                    .flatMap(topic -> KafkaConnection.partitions(consumer, topic).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Reads all that is there now. */
    public void catchUp(Consumer<ConsumerRecord<String, byte[]>> handler) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(POLL, handler);
        }
    }

    /** Reads what has come, waiting for it so long. */
    public void poll(Duration wait, Consumer<ConsumerRecord<String, byte[]>> handler) {
        consumer.poll(wait).forEach(handler);
    }

    /** Ends a wait in another thread, with Kafka's {@code WakeupException}. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
