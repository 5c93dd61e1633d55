package io.tocsin.ingest.fetch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent.
 *
 * @param headers by lower-case name, the first of equals
 * @param body as sent, without its chunks' lengths
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    /** A header by its lower-case name, or null. */
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
