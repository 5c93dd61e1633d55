package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.events.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version of every event that was ever published is still read, and what is written is what was promised. */
class GoldenEventsTest {
    private static final Pattern MILLIS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    @SuppressWarnings("UnusedVariable") // named by a @FieldSource
    private static final List<String> NOT_EVENTS = List.of("", "null", "{}", "[]", "7", "{\"id\":", "\u0000\u0001");

    static List<Topic<?>> topics() {
        return Golden.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aDecodedSampleIsEncodedAsItWas(Topic<?> topic) throws Exception {
        byte[] sample = Golden.sample(topic);

        JsonNode written = Json.MAPPER.readTree(Golden.again(topic, sample));

        assertThat(written).isEqualTo(Json.MAPPER.readTree(sample));
        assertThat(fieldNames(written)).containsExactlyElementsOf(fieldNames(Json.MAPPER.readTree(sample)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyVersionIsStillRead(Topic<?> topic) {
        for (byte[] sample : Golden.samples(topic)) {
            assertThat(Golden.decode(topic, sample)).isInstanceOf(Golden.type(topic));
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void fieldsOfALaterVersionAreIgnored(Topic<?> topic) throws Exception {
        byte[] sample = Golden.sample(topic);
        JsonNode later = Json.MAPPER.readTree(sample);
        addFields(later);

        assertThat(Golden.decode(topic, Json.MAPPER.writeValueAsBytes(later))).isEqualTo(Golden.decode(topic, sample));
    }

    private static void addFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!field.getKey().equals("parsed")) { // a rule's parsed form is a value, as it stands
                    addFields(field.getValue());
                }
            });
            object.put("aNewText", "x").put("aNewNumber", 1.5);
            object.putObject("aNewThing").putArray("list").addNull();
        } else {
            node.forEach(GoldenEventsTest::addFields);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void timesBearMilliseconds(Topic<?> topic) throws Exception {
        JsonNode written = Json.MAPPER.readTree(Golden.again(topic, Golden.sample(topic)));

        List<String> times = new ArrayList<>();
        List<String> names = new ArrayList<>(fieldNames(written));
        names.removeIf(name -> !name.equals("at") && !name.endsWith("At"));
        names.forEach(name -> written.findValues(name).stream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .forEach(times::add));
        assertThat(times).allMatch(time -> MILLIS.matcher(time).matches());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aMissingFieldIsNamed(Topic<?> topic) throws Exception {
        ObjectNode broken = (ObjectNode) Json.MAPPER.readTree(Golden.sample(topic));
        String type = Golden.type(topic).getSimpleName();
        String field = broken.has("id") ? "id" : broken.has("rule") ? "rule" : broken.has("country") ? "country" : "at";
        broken.remove(field);

        assertThatThrownBy(() -> Golden.decode(topic, Json.MAPPER.writeValueAsBytes(broken)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("no " + type + ": '" + field + "': missing or null");
    }

    @ParameterizedTest
    @FieldSource("NOT_EVENTS")
    void whatIsNoEventIsUnreadable(String text) {
        for (Topic<?> topic : topics()) {
            assertThatThrownBy(() -> Golden.decode(topic, text.getBytes(StandardCharsets.UTF_8)))
                    .as(topic.name())
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageStartingWith("no " + Golden.type(topic).getSimpleName() + ": ");
        }
    }

    @Test
    void evidenceStandsWhereItSays() throws Exception {
        RawArticle raw = Golden.decode(Golden.TOPICS.articlesRaw(), Golden.sample(Golden.TOPICS.articlesRaw()));
        TaggedArticle tagged =
                Golden.decode(Golden.TOPICS.articlesTagged(), Golden.sample(Golden.TOPICS.articlesTagged()));

        tagged.countries().forEach(country -> assertThat(country.evidence())
                .allSatisfy(e -> assertThat(e.text()).isEqualTo(cut(raw, e.field(), e.start(), e.end()))));
        tagged.topics().forEach(found -> assertThat(found.evidence())
                .allSatisfy(e -> assertThat(e.text()).isEqualTo(cut(raw, e.field(), e.start(), e.end()))));
        assertThat(tagged.escalation().matches())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.text()).isEqualTo(cut(raw, m.field(), m.start(), m.end())))
                .allSatisfy(m -> assertThat(m.quad()).isEqualTo(m.family().quad()));
    }

    private static String cut(RawArticle raw, Field field, int start, int end) {
        return (field == Field.TITLE ? raw.title() : raw.text()).substring(start, end);
    }

    @Test
    void alertsAndDecisionsSayWhichTheyAre() throws Exception {
        for (Topic<?> topic : List.of(Golden.TOPICS.alerts(), Golden.TOPICS.decisions())) {
            String kind = topic.equals(Golden.TOPICS.alerts()) ? Alert.KIND : Decision.KIND;
            byte[] sample = Golden.sample(topic);
            String written = new String(Golden.again(topic, sample), StandardCharsets.UTF_8);
            assertThat(written).startsWith("{\"kind\":\"" + kind + "\",");

            ObjectNode without = (ObjectNode) Json.MAPPER.readTree(sample);
            without.remove("kind");
            assertThat(Golden.decode(topic, Json.MAPPER.writeValueAsBytes(without)))
                    .as("read without its kind")
                    .isEqualTo(Golden.decode(topic, sample));
        }
    }

    @Test
    void whatIsUnknownIsWrittenAsNull() throws Exception {
        RawArticle bare = new RawArticle(
                "a",
                null,
                "",
                "",
                false,
                null,
                new Source("s.example", "s.example", null),
                List.of(),
                null,
                null,
                java.time.Instant.EPOCH);

        assertThat(Json.MAPPER.writeValueAsString(bare))
                .isEqualTo("{\"id\":\"a\",\"url\":null,\"title\":\"\",\"text\":\"\",\"truncated\":false,"
                        + "\"language\":null,\"source\":{\"id\":\"s.example\",\"owner\":\"s.example\",\"country\":null},"
                        + "\"authors\":[],\"publishedAt\":null,\"modifiedAt\":null,"
                        + "\"firstSeenAt\":\"1970-01-01T00:00:00.000Z\",\"revision\":null}");
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
