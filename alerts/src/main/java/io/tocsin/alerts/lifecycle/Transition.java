package io.tocsin.alerts.lifecycle;

import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What became of a cell.
 *
 * @param next the state from now on
 * @param reason why, of the last thing that happened
 * @param alerts the changes, in order; usually none or one
 * @param decisions what passed or what the cool-down or a budget stopped
 */
public record Transition(AlertState next, Reason reason, List<Alert> alerts, List<Decision> decisions) {

    public Transition {
        alerts = List.copyOf(alerts);
        decisions = List.copyOf(decisions);
    }

    /** Why a cell changed or did not. */
    public enum Reason {
        OPENED,
        RAISED,
        EASED,
        UPDATED,
        AMENDED,
        CLOSED,
        WITHDRAWN,
        /** The alert stays as it is. */
        UNCHANGED,
        /** No alert is open and none is called for. */
        NOTHING_OPEN,
        /** A crossing during the cool-down, no higher than the last alert. */
        COOLING_DOWN,
        /** A crossing that a budget has stopped. */
        OVER_BUDGET
    }

    static Transition to(AlertState next, Reason reason) {
        return new Transition(next, reason, List.of(), List.of());
    }

    static Transition to(AlertState next, Reason reason, Alert alert) {
        return new Transition(next, reason, List.of(alert), List.of());
    }

    /** The same, with its alerts as parts of an incident. */
    Transition with(UnaryOperator<Alert> incident) {
        List<Alert> parts = alerts.stream().map(incident).toList();
        AlertState state = next;
        if (next instanceof AlertState.Open open) {
            for (Alert part : parts) {
                if (part.id().equals(open.alert().id())) {
                    state = open.in(part);
                }
            }
        }
        return new Transition(state, reason, parts, decisions);
    }

    /** This one and then another one. */
    Transition then(Transition later) {
        if (alerts.isEmpty() && decisions.isEmpty()) {
            return later;
        }
        List<Alert> allAlerts = new ArrayList<>(alerts);
        allAlerts.addAll(later.alerts);
        List<Decision> allDecisions = new ArrayList<>(decisions);
        allDecisions.addAll(later.decisions);
        return new Transition(
                later.next,
                later.alerts.isEmpty() && !alerts.isEmpty() ? reason : later.reason,
                allAlerts,
                allDecisions);
    }
}
