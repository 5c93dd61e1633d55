package io.tocsin.events.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of the CloudEvents 1.0 Kafka binding in binary mode
 * (https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md).
 */
public final class CloudEvents {
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /**
     * Writes the headers, replacing any of the same name.
     *
     * @param id unique per record: key and sequence or time
     * @param source the process that says so, a URI reference such as {@code /tocsin/ingest}
     * @param type the event's type with its version, {@code io.tocsin.articles.raw.v1}
     * @param subject what it is about: the record's key
     * @param schema {@code $id} of the JSON Schema
     */
    public static void write(
            Headers headers, String id, String source, String type, String subject, String schema, Instant time) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id);
        put(headers, SOURCE, source);
        put(headers, TYPE, type);
        put(headers, SUBJECT, subject);
        put(headers, TIME, Json.time(time));
        put(headers, DATA_SCHEMA, schema);
        put(headers, CONTENT_TYPE, "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
