package io.tocsin.ingest.push;

import io.tocsin.runtime.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How articles can be handed in.
 *
 * @param token that clients send as {@code Authorization: Bearer ...}, or null when all may
 * @param maxBytes largest request
 * @param acknowledgedWithin how long a client waits for the broker
 */
public record PushConfig(@Nullable Secret token, int maxBytes, Duration acknowledgedWithin) {}
