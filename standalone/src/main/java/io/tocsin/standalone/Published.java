package io.tocsin.standalone;

import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many articles were ever published to {@code articles.raw}. Ingest writes no transactions, so offsets count them. */
final class Published {
    private Published() {}

    static long articles(KafkaConnection kafka, Topics topics) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka.client())) {
            Map<TopicPartition, OffsetSpec> partitions = IntStream.range(
                            0, topics.articlesRaw().partitions())
                    .mapToObj(i -> new TopicPartition(topics.articlesRaw().name(), i))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
