/**
 * An alert's life: ring once, say why, say when it is over.
 *
 * <p>{@link io.tocsin.alerts.lifecycle.AlertTransitions} is the state machine of one rule and cell. It is {@code Idle}
 * until a crossing opens an alert; while it is {@code Open} the alert is raised at once, eased when the standing has
 * been lower for as long as the all-clear must hold, updated with new stories from time to time, and closed when the
 * all-clear has held; then it is {@code Cooling} until the same cell may ring again, which a higher level may at once.
 * {@link io.tocsin.alerts.lifecycle.AlertDesk} keeps the states of many cells in whatever store it is given and ends
 * what is due.
 *
 * <p>Pure: no Kafka, metrics, HTTP, logging; time is an argument. What ends by the passing of time ends at the moment
 * at which it was due, also when nobody looked just then, so that a replay gives the same alerts as the live run.
 */
@NullMarked
package io.tocsin.alerts.lifecycle;

import org.jspecify.annotations.NullMarked;
