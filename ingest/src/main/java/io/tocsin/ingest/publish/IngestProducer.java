package io.tocsin.ingest.publish;

import io.tocsin.runtime.KafkaConnection;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ingest's producer: idempotent, {@code acks=all}, zstd, with its own deadlines. */
public final class IngestProducer {
    /** How long one attempt may wait for the broker; {@link EventPublisher} tries again. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    /** How long the sending thread may wait for metadata. */
    private static final Duration BLOCK = Duration.ofSeconds(5);

    private IngestProducer() {}

    /** Makes it when asked to; nothing is connected before. */
    public static Supplier<Producer<String, byte[]>> supplier(KafkaConnection kafka) {
        return () -> {
            Map<String, Object> properties = kafka.producer();
            properties.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-ingest");
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis());
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis() / 2);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK.toMillis());
            properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
            return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        };
    }
}
