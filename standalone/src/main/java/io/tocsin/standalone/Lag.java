package io.tocsin.standalone;

import io.tocsin.runtime.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells when everything that was published has gone through the topologies: when no group of theirs lags any more. */
final class Lag {
    private static final long LOOK_MS = 200;
    /** A look finds no lag so often in a row before it is believed: a stage may be about to hand something on. */
    private static final int LOOKS = 3;

    private Lag() {}

    /**
     * Waits until no group lags, or the process is interrupted.
     *
     * @return whether it came to that within the time
     */
    static boolean awaitNone(KafkaConnection kafka, List<String> groups, Duration within, CountDownLatch interrupted)
            throws InterruptedException, ExecutionException {
        long looks = Math.max(1, within.toMillis() / LOOK_MS);
        int quiet = 0;
        try (Admin admin = Admin.create(kafka.client())) {
            for (long look = 0; look < looks && quiet < LOOKS; look++) {
                quiet = lag(admin, groups) == 0 ? quiet + 1 : 0;
                if (interrupted.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return quiet >= LOOKS;
    }

    private static long lag(Admin admin, List<String> groups) throws InterruptedException, ExecutionException {
        long lag = 0;
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : committed.entrySet()) {
                ListOffsetsResultInfo end = ends.get(entry.getKey());
                if (end != null && entry.getValue() != null) {
                    lag += Math.max(0, end.offset() - entry.getValue().offset());
                }
            }
            lag += committed.isEmpty() ? 1 : 0;
        }
        return lag;
    }
}
