package io.tocsin.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.events.Exclusion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEventCodecTest {
    private static final Instant AT = Instant.parse("2025-06-23T06:10:00Z");
    private static final JsonEventCodec<Exclusion> CODEC = new JsonEventCodec<>(Exclusion.class);
    private static final String JSON =
            "{\"articleId\":\"a\",\"stage\":\"cell\",\"reason\":\"no-cell\",\"details\":\"d\",\"at\":\"2025-06-23T06:10:00.000Z\"}";

    /** One number, so that the traps of numbers can be shown. */
    record Reading(double value, int count) {}

    private static Exclusion decode(String json) {
        return CODEC.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void decodesWhatItEncoded() {
        Exclusion event = new Exclusion("a", Exclusion.Stage.CELL, Exclusion.Reason.NO_CELL, "d", AT);

        assertThat(CODEC.encode(event)).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
        assertThat(decode(JSON)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "details":"d"        | "details":null    | 'details': missing or null
                    "reason":"no-cell"   | "reason":"bored"  | 'reason': Cannot deserialize
                    "reason":"no-cell"   | "reason":0        | 'reason': Cannot deserialize
                    "reason":"no-cell"   | "reason":""       | 'reason': Cannot coerce
                    2025-06-23T06:10     | 23.06.2025        | 'at': Cannot deserialize value of type `java.time.Instant`
                    "at":                | "at":17,"x":      | 'at': Cannot deserialize value of type `java.time.Instant`
                    "details":"d"        | "details":["d"]   | 'details': Cannot deserialize
                    000Z"}               | 000Z"} {}         | line 1, column
                    000Z"}               | 000Z"             | line 1, column
                    """)
    void saysWhichFieldIsWrong(String part, String wrong, String message) {
        assertThat(JSON).contains(part);
        assertThatThrownBy(() -> decode(JSON.replace(part, wrong)))
                .isInstanceOf(UnreadableEvent.class)
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("no Exclusion: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-23T06:10:00Z",
        "2025-06-23T06:10:00.000000Z",
        "2025-06-23T08:10:00+02:00",
        "2025-06-23t06:10:00z"
    })
    void readsEveryRfc3339Time(String time) {
        assertThat(decode(JSON.replace("2025-06-23T06:10:00.000Z", time)).at()).isEqualTo(AT);
    }

    @Test
    void cutsTimesToMilliseconds() {
        assertThat(Json.time(Instant.parse("2025-06-23T06:10:00.123999Z"))).isEqualTo("2025-06-23T06:10:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberInJsonIsNeitherWrittenNorRead(double value) {
        JsonEventCodec<Reading> codec = new JsonEventCodec<>(Reading.class);

        assertThatThrownBy(() -> codec.encode(new Reading(value, 1)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("'value'")
                .hasMessageContaining("no number in JSON");
        assertThatThrownBy(() ->
                        codec.decode(("{\"value\":\"" + value + "\",\"count\":1}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> codec.decode("{\"value\":1e999,\"count\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> codec.decode("{\"value\":1,\"count\":1.5}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        String broken = "a\uD83D b\uDD14 \uD83D\uDD14 \uDD14\uD83D";
        Exclusion event = new Exclusion("a", Exclusion.Stage.TAG, Exclusion.Reason.EMPTY, broken, AT);

        assertThat(CODEC.decode(CODEC.encode(event)).details())
                .hasSameSizeAs(broken)
                .isEqualTo("a\uFFFD b\uFFFD \uD83D\uDD14 \uFFFD\uFFFD");
    }

    @Test
    void nullIsATombstone() {
        EventSerde<Exclusion> serde = new EventSerde<>(CODEC);
        try (serde;
                Serializer<Exclusion> serializer = serde.serializer();
                Deserializer<Exclusion> deserializer = serde.deserializer()) {
            assertThat(serializer.serialize("t", null)).isNull();
            assertThat(deserializer.deserialize("t", (byte[]) null)).isNull();
        }
    }
}
