package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordErrorsTest {
    private static final String DEAD = "dead-letters";
    private static final byte[] SEVEN = {0, 0, 0, 7};

    /** What a stage says to a number: fine, or throws. */
    private static int stage(int number) {
        return switch (number) {
            case 13 -> throw new IllegalStateException("unlucky");
            case 14 -> throw new TimeoutException("the broker is away");
            case 15 -> throw new SerializationException("a stored value is broken");
            case 16 -> throw new StreamsException("in a store", new SerializationException("broken"));
            default -> number;
        };
    }

    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<String, byte[]> in = in();
    private final TestOutputTopic<byte[], byte[]> out = output("out");
    private final TestOutputTopic<byte[], byte[]> dead = output(DEAD);

    private static TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.Integer()).withName("in"))
                .mapValues(RecordErrorsTest::stage, Named.as("stage"))
                .to("out", Produced.with(Serdes.String(), Serdes.Integer()).withName("out"));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.putAll(RecordErrors.settings(DEAD));
        return new TopologyTestDriver(builder.build(), properties);
    }

    private TestInputTopic<String, byte[]> in() {
        return driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static Map<String, String> headers(Iterable<Header> headers) {
        Map<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void whatCannotBeDecodedIsADeadLetterAndTheStreamGoesOn() {
        in.pipeInput("k", "poison".getBytes(StandardCharsets.UTF_8));
        in.pipeInput("k", SEVEN);

        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(letter.value()).asString().isEqualTo("poison");
        assertThat(letter.key()).asString().isEqualTo("k");
        assertThat(headers(letter.headers()))
                .containsEntry("__streams.errors.exception", SerializationException.class.getName())
                .containsEntry("__streams.errors.topic", "in")
                .containsEntry("__streams.errors.partition", "0")
                .containsEntry("__streams.errors.offset", "0")
                .containsKeys("__streams.errors.message", "__streams.errors.stacktrace");
        assertThat(out.readValue()).isEqualTo(SEVEN);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void whatAStageThrowsAtIsADeadLetterAndTheStreamGoesOn() {
        for (byte number : new byte[] {13, 15, 16, 7}) {
            in.pipeInput("k", new byte[] {0, 0, 0, number});
        }

        List<TestRecord<byte[], byte[]>> letters = dead.readRecordsToList();
        assertThat(letters).extracting(letter -> letter.value()[3]).containsExactly((byte) 13, (byte) 15, (byte) 16);
        assertThat(headers(letters.get(0).headers()))
                .containsEntry("__streams.errors.exception", IllegalStateException.class.getName())
                .containsEntry("__streams.errors.message", "unlucky");
        assertThat(out.readValuesToList()).containsExactly(SEVEN);
    }

    @Test
    void whenTheInfrastructureFailsTheTaskStops() {
        assertThatThrownBy(() -> in.pipeInput("k", new byte[] {0, 0, 0, 14})).isInstanceOf(StreamsException.class);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void whatIsTooLargeIsADeadLetterWithItsSource() {
        ProductionExceptionHandler.Response response =
                handler().handleError(new Source(), large(), new RecordTooLargeException("1048577 bytes"));

        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(DEAD);
            assertThat(letter.key()).asString().isEqualTo("source key");
            assertThat(letter.value()).asString().isEqualTo("source value");
            assertThat(headers(letter.headers()))
                    .containsEntry("ce_id", "7")
                    .containsEntry("__streams.errors.exception", RecordTooLargeException.class.getName())
                    .containsEntry("__streams.errors.message", "1048577 bytes")
                    .containsEntry("__streams.errors.topic", "in")
                    .containsEntry("__streams.errors.partition", "3")
                    .containsEntry("__streams.errors.offset", "40718")
                    .containsKey("__streams.errors.stacktrace");
        });
    }

    @Test
    void whatCannotBeEncodedIsADeadLetterToo() {
        ProductionExceptionHandler.Response response = handler()
                .handleSerializationError(
                        new Source(),
                        large(),
                        new SerializationException("NaN"),
                        ProductionExceptionHandler.SerializationExceptionOrigin.VALUE);

        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).hasSize(1);
    }

    @Test
    void whatTheBrokerRefusesForItsOwnReasonsStopsTheTask() {
        assertThat(handler()
                        .handleError(new Source(), large(), new AuthorizationException("no right to write"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    private static ProductionExceptionHandler handler() {
        RecordErrors.Unwritable handler = new RecordErrors.Unwritable();
        handler.configure(RecordErrors.settings(DEAD));
        return handler;
    }

    private static ProducerRecord<byte[], byte[]> large() {
        return new ProducerRecord<>("out", new byte[0], new byte[10]);
    }

    /** Where the record came from that could not be written. */
    private static final class Source implements ErrorHandlerContext {
        @Override
        public String topic() {
            return "in";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 40718;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders().add("ce_id", new byte[] {'7'});
        }

        @Override
        public String processorNodeId() {
            return "out";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte[] sourceRawKey() {
            return "source key".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] sourceRawValue() {
            return "source value".getBytes(StandardCharsets.UTF_8);
        }
    }
}
