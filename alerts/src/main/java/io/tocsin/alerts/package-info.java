/**
 * From a signal to a bell.
 *
 * <p>{@link io.tocsin.alerts.AlertService} is the wiring: it publishes the rules of the files ({@link
 * io.tocsin.alerts.RulePublisher}), runs the {@link io.tocsin.alerts.topology.AlertTopology}, delivers ({@link
 * io.tocsin.alerts.notify.DeliveryService}) and keeps the feed ({@link io.tocsin.alerts.feed.AlertFeed}). The packages
 * {@code rule}, {@code lifecycle} and {@code route} hold the decisions and are pure; {@code topology}, {@code notify},
 * {@code feed} and {@code tail} are the edges.
 */
@NullMarked
package io.tocsin.alerts;

import org.jspecify.annotations.NullMarked;
