package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How far back a signal looks. */
public enum Horizon {
    @JsonProperty("1h")
    HOUR(Duration.ofHours(1)),
    @JsonProperty("24h")
    DAY(Duration.ofHours(24)),
    @JsonProperty("7d")
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Horizon(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
