package io.tocsin.standalone;

import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.KafkaConnection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The broker that a command asks: one that does not answer soon is told once, with the remedy. */
final class AskedBroker {
    private static final int ANSWER_MS = 10_000;

    private final Surroundings surroundings;
    private final KafkaConnection kafka;
    private final Topics topics;

    AskedBroker(Surroundings surroundings, TocsinConfig config) {
        this.surroundings = surroundings;
        this.kafka = config.clusterOrEmbedded();
        this.topics = config.topics();
    }

    /** What a command does once the broker has answered. */
    @FunctionalInterface
    interface Question {
        ExitCode ask() throws Exception;
    }

    KafkaConnection kafka() {
        return kafka;
    }

    Topics topics() {
        return topics;
    }

    /**
     * Asks, if the broker is there and has the topics that the question needs.
     *
     * @throws InvalidInput when a topic is missing
     */
    ExitCode ask(List<Topic<?>> needed, Question question) throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            for (KafkaFuture<?> found : admin.describeTopics(
                            needed.stream().map(Topic::name).toList(), new DescribeTopicsOptions().timeoutMs(ANSWER_MS))
                    .topicNameValues()
                    .values()) {
                found.get();
            }
        } catch (ExecutionException e) {
            return refused(e);
        }
        return question.ask();
    }

    private ExitCode refused(ExecutionException e) throws ExecutionException {
        if (e.getCause() instanceof TimeoutException) {
            surroundings
                    .err()
                    .println("no broker at " + kafka.bootstrapServers()
                            + ": start tocsin, or name a cluster with --bootstrap-servers");
            return ExitCode.NO_BROKER;
        }
        if (e.getCause() instanceof UnknownTopicOrPartitionException) {
            throw new InvalidInput("no topics " + topics.prefix() + "* on " + kafka.bootstrapServers()
                    + ": start tocsin first, or name their prefix with topics.prefix");
        }
        throw e;
    }
}
