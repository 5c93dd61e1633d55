package io.tocsin.ingest.push;

import java.time.Duration;
import java.util.List;

/**
 * How articles can be handed in.
 *
 * @param tokens one of which clients send as {@code Authorization: Bearer ...}; when there is none, all may
 * @param maxBytes largest request
 * @param acknowledgedWithin how long a client waits for the broker
 */
public record PushConfig(List<PushToken> tokens, int maxBytes, Duration acknowledgedWithin) {
    public PushConfig {
        tokens = List.copyOf(tokens);
    }
}
