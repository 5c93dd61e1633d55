package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schemas say what the records are, no more and no less. */
class SchemasTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** Fields that records of the first version do not have, {@code Record.field}: nullable, and not required. */
    private static final Set<String> ADDED_LATER = Set.of(
            "Arithmetic.basis",
            "Window.basis",
            "Basis.part",
            "Signal.corrections",
            "Correction.title",
            "Correction.source",
            "Correction.at",
            "Story.revisions",
            "Alert.incident",
            "Alert.notice",
            "Alert.corrections",
            "RawArticle.revision",
            "TaggedArticle.revision",
            "SourceStatus.reason",
            "SourceStatus.newestEntryAt",
            "SourceStatus.silentFrom",
            "SourceStatus.entries",
            "SourceStatus.undatedEntries",
            "Arithmetic.part",
            "Arithmetic.whole",
            "Arithmetic.also",
            "Window.context");

    static List<Topic<?>> topics() {
        return Golden.topics();
    }

    /** The schema of a topic's values, strict in formats. */
    static JsonSchema schema(Topic<?> topic) {
        return SCHEMAS.getSchema(Golden.schema(topic), STRICT);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSamplesOfAllVersionsAreValid(Topic<?> topic) throws Exception {
        for (byte[] sample : Golden.samples(topic)) {
            assertThat(schema(topic).validate(Json.MAPPER.readTree(sample))).isEmpty();
        }
        assertThat(schema(topic).validate(Json.MAPPER.readTree(Golden.again(topic, Golden.sample(topic)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsWrittenIsValid(Topic<?> topic) throws Exception {
        JsonSchema schema = schema(topic);
        for (long seed = 0; seed < 20; seed++) {
            String json =
                    Json.MAPPER.writeValueAsString(new RandomEvents(seed, true).event((Class<?>) Golden.type(topic)));
            assertThat(schema.validate(Json.MAPPER.readTree(json)))
                    .as("seed %d: %s", seed, json)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSchemaIsOneOf2020WithItsOwnAddress(Topic<?> topic) throws Exception {
        JsonNode schema = Json.MAPPER.readTree(Golden.schema(topic));

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(topic.schemaId());
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT)
                        .validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSchemaDescribesTheRecord(Topic<?> topic) throws Exception {
        JsonNode schema = Json.MAPPER.readTree(Golden.schema(topic));

        assertThat(schema.path("title").asText()).isEqualTo(Golden.type(topic).getSimpleName());
        compareRecord(Golden.type(topic), schema, schema, topic.eventType());
    }

    private static void compareRecord(Class<?> type, JsonNode schema, JsonNode root, String at) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> properties = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        assertThat(properties).as("%s: properties", at).containsExactlyElementsOf(names);
        List<String> required = new ArrayList<>(names);
        required.removeIf(name -> ADDED_LATER.contains(type.getSimpleName() + "." + name));
        assertThat(texts(schema.path("required"))).as("%s: required", at).containsExactlyElementsOf(required);
        assertThat(schema.has("additionalProperties"))
                .as("%s: open to new fields", at)
                .isFalse();
        for (RecordComponent component : components) {
            compare(
                    component.getAnnotatedType(),
                    schema.path("properties").path(component.getName()),
                    root,
                    at + "." + component.getName());
        }
    }

    private static void compare(AnnotatedType type, JsonNode property, JsonNode root, String at) {
        if (property.has("$ref")) {
            JsonNode target = root.at(property.path("$ref").asText().substring(1));
            assertThat(target.isMissingNode())
                    .as("%s: %s", at, property.path("$ref"))
                    .isFalse();
            compare(type, target, root, at);
            return;
        }
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        if (property.has("anyOf")) {
            assertThat(property.path("anyOf").path(1).path("type").asText()).isEqualTo("null");
            assertThat(nullable).as("%s: may be null", at).isTrue();
            compareValue(type, resolved(property.path("anyOf").path(0), root), root, at);
            return;
        }
        List<String> types = property.path("type").isTextual()
                ? List.of(property.path("type").asText())
                : texts(property.path("type"));
        assertThat(types.contains("null")).as("%s: may be null", at).isEqualTo(nullable);
        compareValue(type, property, root, at);
    }

    private static JsonNode resolved(JsonNode node, JsonNode root) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static void compareValue(AnnotatedType type, JsonNode property, JsonNode root, String at) {
        Class<?> raw = raw(type);
        String first = property.path("type").isTextual()
                ? property.path("type").asText()
                : property.path("type").path(0).asText();
        assertThat(first).as("%s: type", at).isEqualTo(jsonType(raw));
        if (raw == Instant.class) {
            assertThat(property.path("format").asText()).as("%s: format", at).isEqualTo("date-time");
        } else if (raw.isEnum()) {
            assertThat(property.has("enum")).as("%s: open", at).isFalse();
            assertThat(property.path("description").asText()).as(at).contains("Open");
            assertThat(texts(property.path("examples")))
                    .as("%s: known values", at)
                    .containsExactlyElementsOf(written(raw));
        } else if (raw == List.class) {
            AnnotatedType item = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
            compare(item, property.path("items"), root, at + "[]");
        } else if (raw.isRecord()) {
            compareRecord(raw, property, root, at);
        }
    }

    private static Class<?> raw(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType ? List.class : (Class<?>) type.getType();
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == List.class) {
            return "array";
        }
        return type.isRecord() || type == JsonNode.class ? "object" : "string";
    }

    private static List<String> written(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
