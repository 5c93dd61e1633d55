package io.tocsin.alerts.life;

import io.tocsin.alerts.notify.DeliveryOutcome;

/** A way to those who look after Tocsin. Called by one thread at a time. */
public interface Operator {

    /**
     * Tries once. Answers in bounded time and throws only when interrupted.
     *
     * @param deliveryId the same whenever this is tried again
     */
    DeliveryOutcome tell(LifeSigns signs, String deliveryId) throws InterruptedException;
}
