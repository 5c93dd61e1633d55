package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topic;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code asyncapi.yaml} says of the topics what the catalogue says. */
class AsyncApiTest {
    private static final Map<String, Object> DOCUMENT = new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(new String(Golden.resource("asyncapi.yaml"), StandardCharsets.UTF_8));

    static List<Topic<?>> topics() {
        return Golden.TOPICS.all();
    }

    @SuppressWarnings("unchecked") // YAML mappings with texts as keys
    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> found = from;
        for (String key : path) {
            assertThat(found).as(String.join(".", path)).containsKey(key);
            found = Objects.requireNonNull((Map<String, Object>) found.get(key), key);
        }
        return found;
    }

    private static Map<String, Object> resolved(Map<String, Object> reference) {
        String pointer = String.valueOf(reference.get("$ref"));
        assertThat(pointer).startsWith("#/");
        return at(DOCUMENT, pointer.substring(2).split("/"));
    }

    private static Map<String, Object> channel(Topic<?> topic) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String name : at(DOCUMENT, "channels").keySet()) {
            Map<String, Object> channel = at(DOCUMENT, "channels", name);
            if (topic.name().equals(channel.get("address"))) {
                found.add(channel);
            }
        }
        assertThat(found).as("channels of %s", topic.name()).hasSize(1);
        return found.get(0);
    }

    private static Map<String, Object> message(Topic<?> topic) {
        Map<String, Object> messages = at(channel(topic), "messages");
        assertThat(messages).hasSize(1);
        return resolved(at(messages, messages.keySet().iterator().next()));
    }

    @Test
    void namesTheTopicsOfTheCatalogueAndNoOthers() {
        assertThat(DOCUMENT).containsEntry("asyncapi", "3.0.0");
        assertThat(at(DOCUMENT, "channels")).hasSameSizeAs(topics());
        Set<String> operations = at(DOCUMENT, "operations").keySet();
        assertThat(operations).allSatisfy(operation -> resolved(at(DOCUMENT, "operations", operation, "channel")));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void bindingsAreThoseOfTheCatalogue(Topic<?> topic) {
        Map<String, Object> kafka = at(channel(topic), "bindings", "kafka");
        Map<String, Object> settings = at(kafka, "topicConfiguration");

        assertThat(kafka)
                .containsEntry("topic", topic.name())
                .containsEntry("partitions", topic.partitions())
                .containsEntry("bindingVersion", "0.5.0");
        assertThat(settings.get("cleanup.policy"))
                .isEqualTo(List.of(
                        String.valueOf(topic.settings().get("cleanup.policy")).split(",")));
        Object retention = settings.get("retention.ms");
        assertThat(retention == null ? null : retention.toString())
                .isEqualTo(topic.settings().get("retention.ms"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void messagesHaveTheKeyAndTheType(Topic<?> topic) {
        Map<String, Object> message = message(topic);

        assertThat(message).containsEntry("name", topic.eventType());
        assertThat(at(message, "bindings", "kafka", "key")).containsEntry("description", topic.keyMeaning());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void messagesPointAtTheirSchemaAndHeaders(Topic<?> topic) {
        Map<String, Object> message = message(topic);
        Map<String, Object> headers = resolved(at(message, "headers"));

        if (topic.equals(Golden.TOPICS.articlesRejected())) {
            assertThat(message).containsEntry("contentType", "application/octet-stream");
            assertThat(at(headers, "properties")).containsOnlyKeys(constants(DeadLetterHeaders.class));
        } else {
            assertThat(at(message, "payload")).containsEntry("$ref", "schemas/" + topic.eventType() + ".json");
            assertThat(Golden.schema(topic)).contains(topic.schemaId());
            assertThat(at(headers, "properties")).containsOnlyKeys(constants(CloudEvents.class));
        }
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
