package io.tocsin.ingest.publish;

import io.tocsin.events.RawArticle;
import java.util.Locale;

/**
 * Something that could not be read.
 *
 * @param key article id, address or file name
 * @param origin the address, file or door that it came from
 * @param reason an enum's constant, so that it can be counted by
 * @param detail for people
 * @param bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Rejection(String key, String origin, Enum<?> reason, String detail, byte[] bytes) {

    /** Largest value that is kept; the rest is cut off, since Kafka takes about 1 MB. */
    public static final int MAX_BYTES = 900 * 1024;

    /**
     * A cancellation of what was never published.
     *
     * @param reason of whoever read it
     */
    public static Rejection unfounded(RawArticle canceled, String origin, Enum<?> reason, byte[] bytes) {
        String detail = "cancels a report that was never published: " + canceled.title();
        return new Rejection(canceled.id(), origin, reason, detail, bytes);
    }

    /** The reason as it stands in headers and in output: {@code too-large}. */
    public String reasonName() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
