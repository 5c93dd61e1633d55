package io.tocsin.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a process reaches Kafka, and the settings that every client of the house shares.
 *
 * @param bootstrapServers {@code host:port}, with commas
 * @param replicationFactor of the topics that are created, -1 for the broker's default
 * @param clientSettings given to every client as they are ({@code security.protocol}, {@code sasl.jaas.config} ...)
 */
public record KafkaConnection(String bootstrapServers, int replicationFactor, Map<String, String> clientSettings) {

    /** Most bytes of a batch: the default holds four articles. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Records of a partition that wait in memory: what waits long is in the way of the garbage collector. */
    private static final int BUFFERED_RECORDS = 200;

    /**
     * How soon a topology hands on what is done. In a replay nobody waits for one article: it hands on less often, and so
     * does more between.
     *
     * @param commitMillis between commits; a record is seen by the next reader after one
     * @param lingerMillis a batch waits to be filled
     * @param fetchBytes the broker collects before it answers, for at most {@code fetchWaitMillis}
     */
    private record Pace(long commitMillis, int lingerMillis, int fetchBytes, int fetchWaitMillis) {
        static final Pace LIVE = new Pace(100, 5, 1, 500);
        static final Pace REPLAY = new Pace(1000, 100, 256 * 1024, 200);
    }

    public KafkaConnection {
        clientSettings = Map.copyOf(clientSettings);
    }

    /** Without the values of the client settings, which may be passwords. */
    @Override
    public String toString() {
        return "KafkaConnection[bootstrapServers=" + bootstrapServers + ", replicationFactor=" + replicationFactor
                + ", clientSettings=" + new TreeSet<>(clientSettings.keySet()) + "]";
    }

    /** Reads the section {@code kafka}: {@code bootstrap-servers}, {@code replication-factor}, {@code client}. */
    public static KafkaConnection from(Settings kafka, String defaultServers) {
        Settings client = kafka.section("client");
        Map<String, String> clientSettings = new HashMap<>();
        for (String key : client.keys()) {
            clientSettings.put(key, client.text(key, ""));
        }
        return new KafkaConnection(
                kafka.text("bootstrap-servers", defaultServers),
                kafka.number("replication-factor", -1, -1, 32),
                clientSettings);
    }

    /** For an admin client. */
    public Map<String, Object> client() {
        Map<String, Object> properties = new HashMap<>(clientSettings);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    /** For an idempotent producer that loses nothing; serializers are the caller's. */
    public Map<String, Object> producer() {
        Map<String, Object> properties = client();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return properties;
    }

    /** For a consumer that sees committed records only, from the first one on; deserializers are the caller's. */
    public Map<String, Object> consumer(String group) {
        Map<String, Object> properties = consumer();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return properties;
    }

    /**
     * A consumer without a group: it sees committed records only, and is told what to read. Values are bytes, so that
     * one unreadable record stops nothing. Whoever asked for it closes it.
     */
    public KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(consumer(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** All partitions of a topic. */
    public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Map<String, Object> consumer() {
        Map<String, Object> properties = client();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return properties;
    }

    /**
     * For a topology: exactly once, a short linger (the default of 100 ms counts per hop), every internal topic named.
     *
     * @param applicationId prefix of its internal topics, its group and its transactions
     * @param stateDirectory its own, never the system's temporary folder
     * @param deadLetterTopic where records at fault go
     * @param clock by which it runs: live or in a replay
     */
    public Properties streams(
            String applicationId,
            String stateDirectory,
            int threads,
            String deadLetterTopic,
            ProcessingClock.Mode clock) {
        Properties properties = new Properties();
        properties.putAll(client());
        properties.putAll(RecordErrors.settings(deadLetterTopic));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        Pace pace = clock == ProcessingClock.Mode.WALL ? Pace.LIVE : Pace.REPLAY;
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, pace.commitMillis);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), pace.lingerMillis);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED_RECORDS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), pace.fetchBytes);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), pace.fetchWaitMillis);
        return properties;
    }
}
