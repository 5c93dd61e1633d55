package io.tocsin.ingest.fetch;

import java.time.Duration;

/**
 * How servers are treated.
 *
 * @param robots whether robots.txt is asked for and obeyed (RFC 9309)
 * @param gap between the end of a request and the next one to the same host and port, at least; one request at a time.
 *     Zero: requests to one host do not wait for each other
 */
public record Manners(boolean robots, Duration gap) {

    /** Robots.txt is obeyed, the gap is one second. */
    public static Manners defaults() {
        return new Manners(true, Duration.ofSeconds(1));
    }
}
