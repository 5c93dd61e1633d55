package io.tocsin.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes events of any type of the contract; the same seed makes the same events. Not safe for use by several threads. */
final class RandomEvents {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Thai army says",
            "Грузия и Украина",
            "中国外交部",
            "أخبار",
            "\uD83D\uDD14 bell",
            "\"quoted\" \\ back",
            "a\tb\nc\r\u0000\u001f",
            "\u2028\u2029\uFEFF",
            "null",
            "e\u0301");

    private final SplittableRandom random;
    private final boolean plausible;

    /**
     * A maker of events.
     *
     * @param plausible whether numbers, codes and addresses are what their names promise; otherwise they are anything
     */
    RandomEvents(long seed, boolean plausible) {
        this.random = new SplittableRandom(seed);
        this.plausible = plausible;
    }

    <T> T event(Class<T> type) throws ReflectiveOperationException {
        return type.cast(recordOf(type));
    }

    private Object recordOf(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(name(type, components[i]), components[i].getAnnotatedType());
        }
        return type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(values);
    }

    /** The one name that means two things is told with its record. */
    private static String name(Class<?> type, RecordComponent component) {
        return component.getName().equals("code") ? type.getSimpleName() + ".code" : component.getName();
    }

    @SuppressWarnings("NullAway") // null stands for what is unknown
    private @Nullable Object value(String name, AnnotatedType type) throws ReflectiveOperationException {
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        if (type instanceof AnnotatedParameterizedType list) {
            List<Object> values = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                values.add(value(name, list.getAnnotatedActualTypeArguments()[0]));
            }
            return values;
        }
        Class<?> raw = (Class<?>) type.getType();
        if (raw.isRecord()) {
            return recordOf(raw);
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (raw == String.class) {
            return plausible ? plausibleText(name) : text();
        }
        if (raw == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L));
        }
        if (raw == boolean.class) {
            return random.nextBoolean();
        }
        if (raw == int.class || raw == Integer.class) {
            return plausible ? random.nextInt(1, 29) : random.nextInt();
        }
        if (raw == long.class || raw == Long.class) {
            return plausible ? random.nextLong(0, 1L << 40) : random.nextLong();
        }
        if (raw == double.class || raw == Double.class) {
            return plausible ? random.nextDouble() : Double.longBitsToDouble(random.nextLong() >>> 2);
        }
        if (raw == JsonNode.class) {
            return json(2);
        }
        throw new AssertionError("no values of " + type);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return text.toString();
    }

    private String plausibleText(String name) {
        return switch (name) {
            case "url" -> "https://s.example/" + random.nextInt(1000);
            case "Country.code", "country", "countries" -> "TH";
            case "Topic.code", "topic", "topics" -> "medtop:16000000";
            case "language" -> random.nextBoolean() ? "en" : "zh-Hant-TW";
            case "measure", "as" -> "stories";
            default -> "x" + text();
        };
    }

    private JsonNode json(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("text", text()).put("number", random.nextInt()).put("flag", random.nextBoolean());
        object.putNull("nothing").putArray("list").add(text()).add(random.nextDouble());
        if (depth > 0) {
            object.set("inner", json(depth - 1));
        }
        return object;
    }
}
