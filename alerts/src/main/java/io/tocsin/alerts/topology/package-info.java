/**
 * The flow from a signal to an alert. Read {@link io.tocsin.alerts.topology.AlertTopology} first: it shows every stage
 * in order. The other types here are the stages' thin shells around the pure packages {@code rule} and {@code
 * lifecycle}, and the table of the rules in force.
 */
@NullMarked
package io.tocsin.alerts.topology;

import org.jspecify.annotations.NullMarked;
