package io.tocsin.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets one request at a time through to a host, and none before the host has rested. Safe for use by any thread. */
final class HostGate {
    /** Hosts from which on those that have rested are forgotten. */
    private static final int MANY = 10_000;

    private final Duration gap;
    private final Map<String, Instant> restingUntil = new HashMap<>();

    HostGate(Duration gap) {
        this.gap = gap;
    }

    /** How long to wait; zero when it is the caller's turn, who must then {@link #leave}. */
    synchronized Duration enter(String host, Instant now) {
        if (gap.isZero()) {
            return Duration.ZERO;
        }
        Instant until = restingUntil.getOrDefault(host, Instant.MIN);
        if (until.equals(Instant.MAX)) {
            return gap;
        }
        if (until.isAfter(now)) {
            return Duration.between(now, until);
        }
        if (restingUntil.size() >= MANY) {
            restingUntil.values().removeIf(rested -> rested.isBefore(now));
        }
        restingUntil.put(host, Instant.MAX);
        return Duration.ZERO;
    }

    /** Ends the caller's turn. */
    synchronized void leave(String host, Instant restsUntil) {
        if (!gap.isZero()) {
            restingUntil.put(host, restsUntil);
        }
    }
}
