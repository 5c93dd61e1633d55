package io.tocsin.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * A document before it is read.
 *
 * @param name a file name or address; its ending helps to tell the format
 * @param contentType as declared by whoever sent it, or null
 * @param url where it was fetched from, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawDocument(
        String name, @Nullable String contentType, @Nullable String url, byte[] bytes) {

    /** A file's content. */
    public static RawDocument file(String name, byte[] bytes) {
        return new RawDocument(name, null, null, bytes);
    }
}
