package io.tocsin.integration.containers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka in a container, for tests that otherwise run on the broker in their own JVM. One broker serves all tests of a
 * JVM: give each test its own topic prefix. Testcontainers removes it when the JVM ends.
 */
public final class ContainerKafka {
    static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.3.1");

    private ContainerKafka() {}

    /** Whether {@code -Dtocsin.test.kafka=container} asks for it, as the profile {@code containers} does. */
    public static boolean isWanted() {
        return "container".equals(System.getProperty("tocsin.test.kafka"));
    }

    /** {@code host:port} of the broker, which the first call starts. */
    public static String bootstrapServers() {
        return Started.BROKER.getBootstrapServers();
    }

    private static final class Started {
        static final KafkaContainer BROKER = start();

        @SuppressWarnings("resource") // lives as long as the JVM
        private static KafkaContainer start() {
            KafkaContainer broker = new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            broker.start();
            return broker;
        }
    }
}
