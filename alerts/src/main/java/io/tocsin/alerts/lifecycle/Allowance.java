package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding.Crossing;
import io.tocsin.alerts.rule.Threshold;
import io.tocsin.events.Decision.Gate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the budgets leave to a crossing.
 *
 * @param pBelow a surge opens an alert only if its probability is below this; null for no limit
 * @param openedToday how many alerts of the rule have opened on this day
 */
record Allowance(@Nullable Double pBelow, int openedToday) {
    /** No limit and nothing spent. */
    static final Allowance FREE = new Allowance(null, 0);

    /**
     * A budget that stops a crossing.
     *
     * @param needed what the gate asks for
     * @param was what there was
     */
    record Stop(Gate gate, double needed, double was) {}

    /** The budget that stops a crossing, if one does. */
    Optional<Stop> stop(AlertRule rule, Crossing crossing) {
        Double p = crossing.arithmetic().pValue();
        Double limit = pBelow;
        if (limit != null && p != null && p >= limit && crossing.level().threshold() instanceof Threshold.Surge) {
            return Optional.of(new Stop(Gate.FALSE_DISCOVERY, limit, p));
        }
        Integer most = rule.dailyBudget();
        return most != null && openedToday >= most
                ? Optional.of(new Stop(Gate.BUDGET, most, openedToday))
                : Optional.empty();
    }
}
