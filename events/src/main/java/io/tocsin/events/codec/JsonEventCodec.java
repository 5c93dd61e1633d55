package io.tocsin.events.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** Events as JSON in UTF-8. */
public final class JsonEventCodec<T> implements EventCodec<T> {
    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonEventCodec(Class<T> type) {
        this.type = type;
        this.reader = Json.MAPPER.readerFor(type);
        this.writer = Json.MAPPER.writerFor(type);
    }

    @Override
    public byte[] encode(T event) {
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("cannot write " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public T decode(byte[] bytes) {
        try {
            T event = reader.readValue(bytes);
            if (event == null) {
                throw new UnreadableEvent("not a " + type.getSimpleName() + ": null");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEvent("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
