package io.tocsin.alerts.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try. */
public sealed interface DeliveryOutcome {

    /** The receiver has it. */
    record Delivered() implements DeliveryOutcome {}

    /**
     * Not now.
     *
     * @param reason for people
     * @param after how long the receiver asks to wait; null when it does not say
     */
    record RetryAfter(String reason, @Nullable Duration after) implements DeliveryOutcome {}

    /**
     * Never: trying again would not help.
     *
     * @param reason for people
     */
    record Rejected(String reason) implements DeliveryOutcome {}
}
