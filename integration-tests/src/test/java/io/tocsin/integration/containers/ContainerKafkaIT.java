package io.tocsin.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a Kafka that is not ours takes the catalogue as it is. */
@Tag("containers")
class ContainerKafkaIT {

    @Test
    void takesEveryTopicOfTheCatalogue() throws Exception {
        Topics topics = new Topics("catalogue.");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ContainerKafka.bootstrapServers()))) {
            List<NewTopic> wanted = topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.settings()))
                    .toList();
            admin.createTopics(wanted).all().get(60, TimeUnit.SECONDS);

            List<String> names = topics.all().stream().map(Topic::name).toList();
            Map<String, TopicDescription> described =
                    admin.describeTopics(names).allTopicNames().get(60, TimeUnit.SECONDS);
            List<ConfigResource> resources = names.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<ConfigResource, Config> settings =
                    admin.describeConfigs(resources).all().get(60, TimeUnit.SECONDS);
            for (Topic<?> topic : topics.all()) {
                assertThat(described.get(topic.name()))
                        .extracting(description -> description.partitions().size())
                        .isEqualTo(topic.partitions());
                Config actual = settings.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
                topic.settings().forEach((name, value) -> assertThat(actual)
                        .extracting(config -> config.get(name).value())
                        .as(topic.name() + " " + name)
                        .isEqualTo(value));
            }
        }
    }
}
