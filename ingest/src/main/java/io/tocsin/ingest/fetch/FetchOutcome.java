package io.tocsin.ingest.fetch;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface FetchOutcome {

    /**
     * The answer.
     *
     * @param url where it came from in the end
     * @param body unpacked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fetched(String url, @Nullable String contentType, byte[] body, Validators validators)
            implements FetchOutcome {}

    /** Nothing new since the last time. */
    record NotModified() implements FetchOutcome {}

    /**
     * The server, or our own rules, say no; asking again at once does not help.
     *
     * @param retryAfter how long the server wants to be left alone, or null
     */
    record Refused(Refusal reason, String detail, @Nullable Duration retryAfter) implements FetchOutcome {}

    /**
     * Not asked yet: the host is busy with another request of ours, or rests.
     *
     * @param after which it is worth trying again
     */
    record Later(Duration after) implements FetchOutcome {}

    /** No answer, or none that can be used; the next time may be better. */
    record Failed(Failure reason, String detail) implements FetchOutcome {}

    /** Why there is no sense in asking again soon. */
    enum Refusal {
        /** Not an address on the web. */
        BAD_ADDRESS,
        /** Inside a network: loopback, private, link-local. */
        PRIVATE_ADDRESS,
        /** Its robots.txt keeps robots out. */
        ROBOTS,
        TOO_MANY_REDIRECTS,
        TOO_LARGE,
        /** 401, 402, 403, 451. */
        FORBIDDEN,
        /** 404. */
        NOT_FOUND,
        /** 410: it will not come back. */
        GONE,
        /** 429. */
        TOO_MANY_REQUESTS,
        /** Another status of the 4xx class. */
        CLIENT_ERROR;

        /** As it stands in output: {@code not-found}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What went wrong on the way. */
    enum Failure {
        TIMEOUT,
        UNKNOWN_HOST,
        CONNECTION,
        /** Certificate or handshake. */
        TLS,
        /** 5xx. */
        SERVER_ERROR,
        /** An answer that makes no sense: 1xx at the end, a redirect to nowhere, damaged gzip. */
        BAD_ANSWER;

        /** As it stands in output: {@code unknown-host}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
