package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sent ledger. Topic {@code deliveries.v1}, key: {@code alertId|channel}.
 *
 * @param id the delivery's stable id: a receiver that has seen it drops the repeat
 * @param sequence the alert's sequence that this delivery brings
 * @param attempt 1 for the first; also 1 when it was silenced before any
 * @param nextAttemptAt when it will be tried again; null when it will not
 */
public record Delivery(
        String id,
        String alertId,
        int sequence,
        String channel,
        State state,
        int attempt,
        @Nullable String detail,
        Instant at,
        @Nullable Instant nextAttemptAt) {

    /** What has become of a delivery. */
    public enum State {
        @JsonProperty("delivered")
        DELIVERED,
        @JsonProperty("retrying")
        RETRYING,
        /** The receiver said no, for good. */
        @JsonProperty("rejected")
        REJECTED,
        /** Tried until it was no longer news. */
        @JsonProperty("expired")
        EXPIRED,
        /** Not tried: somebody has silenced or acknowledged it. The detail says who and why. */
        @JsonProperty("silenced")
        SILENCED
    }

    /** The key on the topic: an alert's last delivery to a channel. */
    public static String key(String alertId, String channel) {
        return alertId + '|' + channel;
    }
}
