package io.tocsin.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a record that cannot be decoded, processed or written: if the record is at fault it goes to the
 * dead-letter topic with its raw bytes and the stream goes on (KIP-1034); if the infrastructure is, the task stops and
 * the record is read again.
 */
public final class RecordErrors {
    private static final Logger LOG = LoggerFactory.getLogger(RecordErrors.class);

    private RecordErrors() {}

    /** The settings of a topology that plug the handlers in. */
    @SuppressWarnings("deprecation") // a switch that will be on by itself in Kafka 5 (KIP-1270)
    public static Map<String, Object> settings(String deadLetterTopic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Undecodable.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Unprocessable.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, Unwritable.class);
        return settings;
    }

    /** Kafka's own exceptions are the infrastructure's, but for those that say the record's bytes are wrong. */
    private static boolean isRecordAtFault(Exception exception) {
        boolean kafka = false;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException || cause instanceof RecordTooLargeException) {
                return true;
            }
            kafka |= cause instanceof KafkaException;
        }
        return !kafka;
    }

    /** For records that cannot be decoded. */
    public static final class Undecodable implements DeserializationExceptionHandler {
        private final DeserializationExceptionHandler divert = new LogAndContinueExceptionHandler();

        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
            return divert.handleError(context, record, exception);
        }

        @Override
        public void configure(Map<String, ?> configs) {
            divert.configure(configs);
        }
    }

    /** For records that a stage throws at. */
    public static final class Unprocessable implements ProcessingExceptionHandler {
        private final ProcessingExceptionHandler divert = new LogAndContinueProcessingExceptionHandler();

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
            return isRecordAtFault(exception)
                    ? divert.handleError(context, record, exception)
                    : ProcessingExceptionHandler.Response.fail();
        }

        @Override
        public void configure(Map<String, ?> configs) {
            divert.configure(configs);
        }
    }

    /** For records that the broker does not take. */
    public static final class Unwritable implements ProductionExceptionHandler {
        private String deadLetterTopic = "";

        @Override
        public ProductionExceptionHandler.Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
            return isRecordAtFault(exception) ? divert(context, exception) : ProductionExceptionHandler.Response.fail();
        }

        @Override
        @SuppressWarnings("rawtypes") // Kafka's signature
        public ProductionExceptionHandler.Response handleSerializationError(
                ErrorHandlerContext context,
                ProducerRecord record,
                Exception exception,
                SerializationExceptionOrigin origin) {
            return divert(context, exception);
        }

        /** The source record goes to the dead letters: what was made of it may be what is too large. */
        private ProductionExceptionHandler.Response divert(ErrorHandlerContext context, Exception exception) {
            LOG.warn(
                    "what was made of {}-{}@{} cannot be written; the record goes to {}",
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    deadLetterTopic,
                    exception);
            byte @Nullable [] key = context.sourceRawKey();
            byte @Nullable [] value = context.sourceRawValue();
            ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(deadLetterTopic, key, value);
            if (context.headers() != null) {
                context.headers().forEach(letter.headers()::add);
            }
            StringWriter stacktrace = new StringWriter();
            exception.printStackTrace(new PrintWriter(stacktrace));
            head(letter, "exception", exception.getClass().getName());
            head(letter, "message", String.valueOf(exception.getMessage()));
            head(letter, "stacktrace", stacktrace.toString());
            head(letter, "topic", context.topic());
            head(letter, "partition", Integer.toString(context.partition()));
            head(letter, "offset", Long.toString(context.offset()));
            return ProductionExceptionHandler.Response.resume(List.of(letter));
        }

        /** Under the names that Kafka Streams' own handlers use. */
        private static void head(ProducerRecord<byte[], byte[]> letter, String name, @Nullable String value) {
            if (value != null) {
                letter.headers().add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void configure(Map<String, ?> configs) {
            Object topic = configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
            deadLetterTopic = topic == null ? "" : topic.toString();
        }
    }
}
