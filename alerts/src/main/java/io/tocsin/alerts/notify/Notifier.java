package io.tocsin.alerts.notify;

import io.tocsin.events.Alert;

/** A way to a receiver. Called by one thread at a time. */
public interface Notifier {

    /**
     * Tries once. Answers in bounded time and throws only when interrupted.
     *
     * @param deliveryId stable over tries and restarts: the receiver can drop what it has seen
     */
    DeliveryOutcome send(Alert alert, String deliveryId) throws InterruptedException;
}
