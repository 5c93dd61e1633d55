package io.tocsin.events.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of a catalogue that are missing and compares those that exist. */
public final class TopicSetup {
    private static final long WAIT_SECONDS = 30;

    private TopicSetup() {}

    /** An existing topic's settings differ from the catalogue's. */
    public static final class TopicMismatch extends KafkaException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> differences;

        TopicMismatch(List<String> differences) {
            super(String.join(System.lineSeparator(), differences));
            this.differences = List.copyOf(differences);
        }

        /** One a setting, with what to do about it. */
        public List<String> differences() {
            return differences;
        }
    }

    /**
     * Creates what is missing; idempotent, and safe when several processes do it at once.
     *
     * @param replicationFactor of new topics; -1 for the broker's default
     * @throws TopicMismatch when an existing topic would lose or misplace records: another cleanup policy or timestamp
     *     type, or a shorter retention
     * @throws KafkaException when the broker does not answer
     */
    public static void create(Admin admin, Topics topics, int replicationFactor) {
        List<NewTopic> wanted = topics.all().stream()
                .map(topic -> new NewTopic(
                                topic.name(),
                                Optional.of(topic.partitions()),
                                replicationFactor < 0 ? Optional.empty() : Optional.of((short) replicationFactor))
                        .configs(topic.settings()))
                .toList();
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get(WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("cannot create topic " + name + ": " + e.getMessage(), e);
                }
            } catch (TimeoutException e) {
                throw new KafkaException("no broker answered within " + WAIT_SECONDS + " s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while creating topic " + name, e);
            }
        });
        compare(admin, topics.all());
    }

    private static void compare(Admin admin, Collection<Topic<?>> topics) {
        Map<String, Topic<?>> byName = new TreeMap<>();
        topics.forEach(topic -> byName.put(topic.name(), topic));
        List<String> differences = new ArrayList<>();
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(byName.keySet()).allTopicNames());
        Map<ConfigResource, Config> configs = await(admin.describeConfigs(byName.keySet().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .collect(Collectors.toList()))
                .all());
        configs.forEach((resource, config) -> {
            Topic<?> topic = byName.get(resource.name());
            if (topic == null || !descriptions.containsKey(resource.name())) {
                return;
            }
            topic.settings().forEach((key, value) -> {
                String actual = config.get(key) == null ? "" : config.get(key).value();
                if (!agrees(key, value, actual)) {
                    differences.add("topic " + topic.name() + " has " + key + "=" + actual + ", needs " + value
                            + ": alter it (kafka-configs --alter) or choose another prefix");
                }
            });
        });
        if (!differences.isEmpty()) {
            throw new TopicMismatch(differences);
        }
    }

    /** A longer retention does no harm; everything else must be as the catalogue says. */
    private static boolean agrees(String key, String wanted, String actual) {
        if (wanted.equals(actual)) {
            return true;
        }
        if (key.equals("retention.ms") && !actual.isEmpty()) {
            long kept = Long.parseLong(actual);
            return kept < 0 || kept >= Long.parseLong(wanted);
        }
        if (key.equals("cleanup.policy")) {
            return List.of(wanted.split(",")).containsAll(List.of(actual.split(",")))
                    && wanted.length() == actual.length();
        }
        return false;
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot describe the topics: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new KafkaException("no broker answered within " + WAIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
