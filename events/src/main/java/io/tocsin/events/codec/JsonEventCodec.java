package io.tocsin.events.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;

/** Events as JSON in UTF-8. */
public final class JsonEventCodec<T> implements EventCodec<T> {
    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonEventCodec(Class<T> type) {
        this.type = type;
        this.reader = Json.MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.writer = Json.MAPPER.writerFor(type);
    }

    @Override
    public byte[] encode(T event) {
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("cannot write " + type.getSimpleName() + ": " + reason(e), e);
        }
    }

    @Override
    public T decode(byte[] bytes) {
        try {
            T event = reader.readValue(bytes);
            if (event == null) {
                throw new UnreadableEvent("no " + type.getSimpleName() + ": null");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("no " + type.getSimpleName() + ": " + reason(e), e);
        } catch (IOException e) {
            throw new UnreadableEvent("no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** Which field is wrong, or where the bytes stop being JSON, and why. */
    private static String reason(JsonProcessingException e) {
        String why = e instanceof InvalidNullException ? "missing or null" : e.getOriginalMessage();
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
            return "'" + path + "': " + why;
        }
        JsonLocation at = e.getLocation();
        return at == null ? why : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + why;
    }
}
