package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.events.topic.Topic;
import io.tocsin.runtime.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The articles that a broker keeps, from a moment on to the last that is there at the start. Partitions are merged by
 * when their articles were seen, the lower partition first among equals; only the front of each is held in memory. What
 * cannot be decoded is left out.
 */
final class KeptArticles implements PastArticles {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Records of a partition that are held, at which it is read no further. */
    private static final int HELD = 1000;

    private final Topic<RawArticle> topic;
    private final Instant from;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Front> fronts = new ArrayList<>();
    private final long total;
    private long done;

    /** The records of a partition that are read and not yet taken. */
    private static final class Front {
        private final TopicPartition partition;
        private final long end;
        private final Deque<RawArticle> articles = new ArrayDeque<>();

        Front(TopicPartition partition, long end) {
            this.partition = partition;
            this.end = end;
        }

        private Instant seenAt() {
            return articles.element().seenAt();
        }
    }

    /** Connects; nothing is read yet. */
    KeptArticles(KafkaConnection kafka, Topic<RawArticle> topic, Instant from) {
        this.topic = topic;
        this.from = from;
        consumer = kafka.reader();
        try {
            List<TopicPartition> partitions = KafkaConnection.partitions(consumer, topic.name()).stream()
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long records = 0;
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                records += end - consumer.position(partition);
                fronts.add(new Front(partition, end));
            }
            total = records;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    @Override
    public @Nullable RawArticle next() {
        while (fronts.stream().anyMatch(front -> front.articles.isEmpty() && !isRead(front))) {
            read();
        }
        return fronts.stream()
                .filter(front -> !front.articles.isEmpty())
                .min(Comparator.comparing(Front::seenAt))
                .map(front -> front.articles.remove())
                .orElse(null);
    }

    private boolean isRead(Front front) {
        return consumer.position(front.partition) >= front.end;
    }

    private void read() {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> open = new ArrayList<>();
        for (Front front : fronts) {
            (front.articles.size() >= HELD || isRead(front) ? full : open).add(front.partition);
        }
        consumer.pause(full);
        consumer.resume(open);
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            Front front = fronts.get(record.partition());
            if (record.offset() < front.end) {
                done++;
                hold(front, record);
            }
        }
    }

    private void hold(Front front, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            RawArticle article = topic.serde().deserializer().deserialize(record.topic(), record.value());
            if (!article.seenAt().isBefore(from)) {
                front.articles.add(article);
            }
        } catch (SerializationException e) {
            // The stages live put it with the rejected ones, which tell of it.
        }
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
