package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.runtime.ProcessingClock.Mode;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {
    private final KafkaConnection connection =
            new KafkaConnection("one:9092,two:9092", 3, Map.of("security.protocol", "SSL"));

    @Test
    void everyClientReachesTheBrokersTheSameWay() {
        assertThat(connection.client())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("bootstrap.servers", "one:9092,two:9092", "security.protocol", "SSL"));
    }

    @Test
    void producersLoseNothing() {
        assertThat(connection.producer())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "one:9092,two:9092",
                        "security.protocol", "SSL",
                        "enable.idempotence", true,
                        "acks", "all",
                        "compression.type", "zstd",
                        "linger.ms", 5,
                        "batch.size", 256 * 1024));
        assertThat(ProducerConfig.configNames())
                .containsAll(connection.producer().keySet());
    }

    @Test
    void consumersSeeCommittedRecordsFromTheFirstOn() {
        assertThat(connection.consumer("desk"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "one:9092,two:9092",
                        "security.protocol", "SSL",
                        "group.id", "desk",
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", false));
        assertThat(ConsumerConfig.configNames())
                .containsAll(connection.consumer("desk").keySet());
    }

    @Test
    void topologiesProcessExactlyOnceAndNameEverything() {
        Properties properties =
                connection.streams("tocsin.process.v1", "/data/state", 2, "tocsin.articles.rejected.v1", Mode.WALL);

        assertThat(properties)
                .containsEntry("application.id", "tocsin.process.v1")
                .containsEntry("bootstrap.servers", "one:9092,two:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("state.dir", "/data/state")
                .containsEntry("num.stream.threads", 2)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("replication.factor", 3)
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("errors.dead.letter.queue.topic.name", "tocsin.articles.rejected.v1")
                .containsEntry("deserialization.exception.handler", RecordErrors.Undecodable.class)
                .containsEntry("processing.exception.handler", RecordErrors.Unprocessable.class)
                .containsEntry("production.exception.handler", RecordErrors.Unwritable.class);

        assertThat(properties).containsEntry("commit.interval.ms", 100L);
        assertThat(connection.streams("a", "s", 1, "d", Mode.EVENT))
                .containsEntry("commit.interval.ms", 1000L)
                .containsEntry("producer.linger.ms", 100)
                .containsEntry("main.consumer.fetch.min.bytes", 256 * 1024);

        StreamsConfig config = new StreamsConfig(properties);
        assertThat(config.getProducerConfigs("p"))
                .containsEntry("linger.ms", 5)
                .containsEntry("compression.type", "zstd");
        assertThat(config.getMainConsumerConfigs("g", "c", 0))
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("isolation.level", "read_committed");
        assertThat(config.getAdminConfigs("a")).containsEntry("security.protocol", "SSL");
        assertThat(AdminClientConfig.configNames()).contains("security.protocol");
    }

    @Test
    void readsItsSection() {
        Settings settings = Settings.text("tocsin.yaml", """
                kafka:
                  bootstrap-servers: kafka:9092
                  replication-factor: 1
                  client:
                    security.protocol: SASL_SSL
                    sasl.jaas.config: password="hunter2";
                """, Map.of(), "TOCSIN_");

        KafkaConnection read = KafkaConnection.from(settings.section("kafka"), "localhost:9092");
        settings.finish();

        assertThat(read)
                .isEqualTo(new KafkaConnection(
                        "kafka:9092",
                        1,
                        Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "password=\"hunter2\";")));
        assertThat(read.toString()).contains("kafka:9092", "sasl.jaas.config").doesNotContain("hunter2");
    }

    @Test
    void withoutASectionTheDefaultsHold() {
        Settings settings = Settings.environment(Map.of(), "TOCSIN_");

        assertThat(KafkaConnection.from(settings.section("kafka"), "localhost:9092"))
                .isEqualTo(new KafkaConnection("localhost:9092", -1, Map.of()));
        settings.finish();
    }
}
