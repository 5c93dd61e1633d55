package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.JsonEventCodec;
import io.tocsin.events.codec.UnreadableEvent;
import io.tocsin.events.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of every codec, over events and damage made from a seed; the test's name tells it. */
class CodecRoundTripTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEventComesBackAsItWas(long seed) throws Exception {
        RandomEvents events = new RandomEvents(seed, false);
        for (Topic<?> topic : Golden.topics()) {
            comesBack(events.event((Class<?>) Golden.type(topic)));
        }
    }

    private static <T> void comesBack(T event) {
        @SuppressWarnings("unchecked") // a codec of the event's own class
        JsonEventCodec<T> codec = new JsonEventCodec<>((Class<T>) event.getClass());
        byte[] bytes = codec.encode(event);

        assertThat(codec.decode(bytes)).isEqualTo(event);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damageIsRefusedOrMakesAnEventThatCanBeWritten(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (Topic<?> topic : Golden.topics()) {
            JsonNode damaged = Json.MAPPER.readTree(Golden.sample(topic));
            damage(damaged, random);
            byte[] bytes = Json.MAPPER.writeValueAsBytes(damaged);
            try {
                byte[] again = Golden.again(topic, bytes);
                assertThat(Golden.decode(topic, again)).isEqualTo(Golden.decode(topic, bytes));
            } catch (UnreadableEvent e) {
                assertThat(e).hasMessageMatching("(?s)no [A-Z][A-Za-z]+: .+");
            }
        }
    }

    /** Drops, replaces or nulls one value, somewhere. */
    private static void damage(JsonNode node, SplittableRandom random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(node, containers);
        JsonNode victim = containers.get(random.nextInt(containers.size()));
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> junk = List.of(
                json.nullNode(),
                json.numberNode(1e300),
                json.numberNode(-1),
                json.textNode(""),
                json.textNode("x"),
                json.booleanNode(true),
                json.arrayNode().addNull(),
                json.objectNode().put("x", 1));
        JsonNode with = junk.get(random.nextInt(junk.size()));
        if (victim instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), with);
        } else if (victim instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.set(name, with);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (!node.isEmpty()) {
            containers.add(node);
        }
        node.forEach(child -> collect(child, containers));
    }
}
