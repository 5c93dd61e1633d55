package io.tocsin.alerts.life;

import io.tocsin.events.SourceStatus;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a day off the topics; connects anew for each. */
final class LifeDay {
    private static final Logger LOG = LoggerFactory.getLogger(LifeDay.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;
    private final Topics topics;

    LifeDay(KafkaConnection kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    LifeSigns read(Instant from, Instant to) {
        LifeSigns.Tally tally = new LifeSigns.Tally(from, to);
        Map<String, SourceStatus> sources = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = kafka.reader()) {
            each(consumer, topics.sources(), Instant.EPOCH, to, record -> {
                SourceStatus source = value(topics.sources(), record);
                if (source == null) {
                    sources.remove(record.key());
                } else {
                    sources.put(record.key(), source);
                }
            });
            each(consumer, topics.articlesRejected(), from, to, record -> tally.rejected(reason(record)));
            each(consumer, topics.alerts(), from, to, record -> {
                var alert = value(topics.alerts(), record);
                if (alert != null) {
                    tally.alert(alert);
                }
            });
            each(consumer, topics.deliveries(), from, to, record -> {
                var line = value(topics.deliveries(), record);
                if (line != null) {
                    tally.delivery(line);
                }
            });
            return tally.signs(sources.values(), count(consumer, topics.articlesRaw(), from, to));
        }
    }

    /** Articles are only counted, not read: ingest writes without transactions, so that offsets count records. */
    private static long count(KafkaConsumer<String, byte[]> consumer, Topic<?> topic, Instant from, Instant to) {
        List<TopicPartition> partitions = KafkaConnection.partitions(consumer, topic.name());
        Map<TopicPartition, Long> first = offsets(consumer, partitions, from);
        Map<TopicPartition, Long> end = offsets(consumer, partitions, to);
        return partitions.stream()
                .mapToLong(one -> end.getOrDefault(one, 0L) - first.getOrDefault(one, 0L))
                .sum();
    }

    private static void each(
            KafkaConsumer<String, byte[]> consumer,
            Topic<?> topic,
            Instant from,
            Instant to,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        List<TopicPartition> partitions = KafkaConnection.partitions(consumer, topic.name());
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        offsets(consumer, partitions, from).forEach(consumer::seek);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < end.getOrDefault(one, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.timestamp() < to.toEpochMilli()) {
                    handler.accept(record);
                }
            }
        }
    }

    /** Of the first record since then in each partition, or of its end. */
    private static Map<TopicPartition, Long> offsets(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(one -> times.put(one, since.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        found.forEach((one, offset) -> {
            if (offset != null) {
                offsets.put(one, offset.offset());
            }
        });
        return offsets;
    }

    private static <V> @Nullable V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null
                    ? null
                    : topic.serde().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            LOG.debug("{}@{} is left out", record.topic(), record.offset(), e);
            return null;
        }
    }

    /** The reason's name, or the class of the error without its package. */
    private static String reason(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(DeadLetterHeaders.EXCEPTION);
        String whole = header == null ? "unknown" : new String(header.value(), StandardCharsets.UTF_8);
        return whole.substring(whole.lastIndexOf('.') + 1);
    }
}
