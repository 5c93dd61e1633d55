/**
 * From an alert to a receiver.
 *
 * <p>{@link io.tocsin.alerts.notify.DeliveryService} reads {@code alerts.v1}, asks the router for channels and hands each
 * delivery to the channel's own queue and thread, so that a dead channel holds up no other. A {@link
 * io.tocsin.alerts.notify.Notifier} tries once and answers a {@link io.tocsin.alerts.notify.DeliveryOutcome}; the
 * channel's thread tries again as the {@link io.tocsin.alerts.notify.RetrySchedule} says, until the news is old.
 * Everything that was tried stands in {@code deliveries.v1}, the sent ledger, which is read at the start: a restart
 * repeats nothing. Delivery is at least once with a stable delivery id: a crash between sending and writing the ledger
 * sends the same id again.
 *
 * <p>A new kind of channel is a new {@code Notifier}, a section in {@code AlertConfig} and a subclass of {@code
 * NotifierContractTest}.
 */
@NullMarked
package io.tocsin.alerts.notify;

import org.jspecify.annotations.NullMarked;
