package io.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.life.DailyHour;
import io.tocsin.alerts.life.LifeSigns;
import io.tocsin.alerts.life.ProofOfLife;
import io.tocsin.alerts.notify.DeliveryOutcome;
import io.tocsin.events.Change;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of life on a broker in this JVM; the hour comes when the test sets the clock. */
class ProofOfLifeIT {
    private final Topics topics = new Topics("life.");
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    /** Later than all that the test writes: the broker stamps records with its own clock. */
    private final Instant hour = started.plus(Duration.ofHours(1));

    private final AtomicReference<Instant> now = new AtomicReference<>(started);
    private final List<LifeSigns> told = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();

    @Test
    void tellsOnceADayAndAgainWhenTheChannelWasDown(@TempDir Path folder) throws Exception {
        try (TestBroker broker = new TestBroker(folder)) {
            broker.create(topics);
            write(broker);
            DailyHour daily = new DailyHour(LocalTime.ofInstant(hour, ZoneOffset.UTC), ZoneOffset.UTC);
            try (ProofOfLife life =
                    new ProofOfLife(broker.connection(), topics, daily, Map.of("desk", this::tell), now::get)) {
                life.start();
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                    now.updateAndGet(time -> time.isBefore(hour) && isAssigned(broker) ? hour : time);
                    return told.size() == 1;
                });
                now.set(hour.plus(Duration.ofMinutes(2)));
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> told.size() == 2);
                now.set(hour.plus(Duration.ofDays(1)));
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> told.size() == 3);
            }
            LifeSigns first = told.get(0);
            assertThat(first.to()).isEqualTo(hour);
            assertThat(first.sources()).isEqualTo(new LifeSigns.Sources(2, 0, 1, 1, 0));
            assertThat(first.articles()).isEqualTo(2);
            assertThat(first.rejected()).containsExactly(Map.entry("paywall", 1));
            assertThat(first.alerts()).isEqualTo(1);
            assertThat(told.get(1)).isEqualTo(first);
            assertThat(ids.get(1)).isEqualTo(ids.get(0));
            assertThat(told.get(2).articles()).isZero();
            assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        }
    }

    private DeliveryOutcome tell(LifeSigns signs, String deliveryId) {
        told.add(signs);
        ids.add(deliveryId);
        return told.size() == 1 ? new DeliveryOutcome.RetryAfter("down", null) : new DeliveryOutcome.Delivered();
    }

    private boolean isAssigned(TestBroker broker) {
        String group = topics.prefix() + "life";
        try (var admin =
                org.apache.kafka.clients.admin.Admin.create(broker.connection().client())) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(one -> one.members().stream())
                    .anyMatch(member -> !member.assignment().topicPartitions().isEmpty());
        } catch (java.util.concurrent.ExecutionException e) {
            return false; // the group is not there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(TestBroker broker) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                broker.connection().producer(), new StringSerializer(), new ByteArraySerializer())) {
            put(producer, topics.sources(), "a", status("a", Health.SILENT));
            put(producer, topics.sources(), "b", status("b", Health.HEALTHY));
            put(producer, topics.sources(), "b", status("b", Health.FAILING));
            put(producer, topics.alerts(), "x", Samples.alert("x", 1, Change.OPENED, started));
            producer.send(new ProducerRecord<>(topics.articlesRaw().name(), "1", new byte[] {'1'}))
                    .get();
            producer.send(new ProducerRecord<>(topics.articlesRaw().name(), "2", new byte[] {'2'}))
                    .get();
            ProducerRecord<String, byte[]> rejected =
                    new ProducerRecord<>(topics.articlesRejected().name(), "3", new byte[] {'3'});
            rejected.headers().add(DeadLetterHeaders.EXCEPTION, "paywall".getBytes(StandardCharsets.UTF_8));
            producer.send(rejected).get();
        }
    }

    private static <V> void put(KafkaProducer<String, byte[]> producer, Topic<V> topic, String key, V value)
            throws Exception {
        byte[] bytes = topic.serde().serializer().serialize(topic.name(), value);
        producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    }

    private SourceStatus status(String id, Health health) {
        return new SourceStatus(
                id,
                "https://" + id + ".example/",
                health,
                null,
                started,
                started,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                3,
                1);
    }
}
