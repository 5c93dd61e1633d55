package io.tocsin.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** What a server said of the version it sent (RFC 9110, section 8.8), to be sent back when asking for a newer one. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing is known: the answer is wanted in full. */
    public static final Validators NONE = new Validators(null, null);
}
