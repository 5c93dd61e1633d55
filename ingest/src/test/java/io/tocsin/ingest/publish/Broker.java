package io.tocsin.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.RawArticle;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.StageCounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker in memory (Kafka's own stand-in producer), a clock that is set by hand, and a publisher between them. */
public final class Broker implements AutoCloseable {
    public final Topics topics = new Topics("test.");
    public final MeterRegistry metrics = new SimpleMeterRegistry();
    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    public final InstantSource clock = now::get;
    public final MockProducer<String, byte[]> producer;
    public final EventPublisher publisher;

    /** Makes a broker that acknowledges at once, or only when told to. */
    public Broker(boolean acknowledges, PublishLimits limits) {
        producer = new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
        publisher = new EventPublisher(() -> producer, topics, new StageCounts(metrics, "ingest"), clock, limits);
        publisher.start();
    }

    public static Broker open() {
        return new Broker(true, PublishLimits.defaults());
    }

    /** The articles that it has, in order. */
    public List<RawArticle> articles() {
        String topic = topics.articlesRaw().name();
        return records(topic).stream()
                .map(record -> topics.articlesRaw().serde().deserializer().deserialize(topic, record.value()))
                .toList();
    }

    public List<ProducerRecord<String, byte[]>> records(String topic) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    public static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public double count(String meter) {
        return metrics.find("tocsin.stage." + meter).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
