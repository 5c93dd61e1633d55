package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.lifecycle.AlertState.Idle;
import io.tocsin.alerts.lifecycle.AlertState.Open;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cells whose alert is open or cooling down, and ends what is due. The states live in the {@link Ledger} that
 * it is given; what it keeps itself is only when each is due. Not safe for use by several threads.
 */
public final class AlertDesk {
    private final AlertTransitions transitions = new AlertTransitions();
    private final Ledger ledger;
    private final Incidents incidents;
    private final FalseAlarmBudget budget;
    private Spending spending;
    /** The probability that the budget asks of a surge under the rules in force; null for no limit. */
    private @Nullable Double pBelow;
    /** When a cell next ends something by itself; {@link Instant#MAX} for never. */
    private final Map<String, Instant> dues = new TreeMap<>();

    /** Where the states are kept, by cell ({@link AlertRule#cell}), the incidents, and what the budgets have spent. */
    public interface Ledger extends Incidents.Ledger {
        /** {@link Idle} when nothing is kept. */
        AlertState get(String cell);

        void put(String cell, AlertState state);

        void remove(String cell);

        /** The cells that are kept. */
        List<String> cells();

        Spending spending();

        void put(Spending spending);
    }

    /**
     * A desk that goes on where the ledger says.
     *
     * @param budget shared by all surge rules
     */
    public AlertDesk(Ledger ledger, FalseAlarmBudget budget) {
        this.ledger = ledger;
        this.budget = budget;
        this.spending = ledger.spending();
        this.incidents = new Incidents(ledger);
        for (String cell : ledger.cells()) {
            dues.put(cell, Instant.MIN);
        }
    }

    /** Takes a finding of a cell. */
    public Transition take(AlertRule rule, Signal signal, Finding finding, Instant now) {
        String cell = AlertRule.cell(rule.id(), signal.country(), signal.topic());
        Transition transition = transitions
                .take(ledger.get(cell), rule, signal, finding, allowance(rule, now), now)
                .with(alert -> incidents.told(alert, rule, signal));
        if (rule.dailyBudget() != null) {
            spend(transition);
        }
        if (transition.next() instanceof Open open) {
            incidents.seen(open.alert(), rule, signal);
        }
        keep(cell, transition.next(), rule);
        return transition;
    }

    /**
     * Ends what is due in every cell, in the order of the cells' names, and withdraws the alerts of rules that are no
     * more.
     *
     * @param rules the rules in force, by id
     * @return the cells that changed
     */
    public List<Transition> expire(Function<String, Optional<AlertRule>> rules, Instant now) {
        List<Transition> ended = new ArrayList<>();
        for (Map.Entry<String, Instant> entry : List.copyOf(dues.entrySet())) {
            if (entry.getValue().isAfter(now)) {
                continue;
            }
            String cell = entry.getKey();
            AlertState state = ledger.get(cell);
            Optional<AlertRule> rule = rules.apply(AlertRule.ruleOf(cell));
            Transition transition = (rule.isPresent()
                            ? transitions.expire(state, rule.get(), now)
                            : transitions.withdraw(state, now))
                    .with(alert -> incidents.told(alert, rule.orElse(null), null));
            if (!transition.next().equals(state)) {
                ended.add(transition);
            }
            keep(cell, transition.next(), rule.orElse(null));
        }
        return ended;
    }

    private Allowance allowance(AlertRule rule, Instant now) {
        return new Allowance(pBelow, rule.dailyBudget() == null ? 0 : spending.opened(rule.id(), now));
    }

    private void spend(Transition transition) {
        for (Alert alert : transition.alerts()) {
            if (alert.change() == Change.OPENED) {
                spending = spending.with(alert.rule(), alert.at());
                ledger.put(spending);
            }
        }
    }

    /** The rules have changed: what is due is asked anew of every cell, and the budget is shared anew. */
    public void rulesChanged(Collection<AlertRule> rules) {
        pBelow = budget.bound(rules);
        dues.replaceAll((cell, due) -> Instant.MIN);
    }

    private void keep(String cell, AlertState state, @Nullable AlertRule rule) {
        if (rule == null || state instanceof Idle) {
            if (dues.remove(cell) != null) {
                ledger.remove(cell);
            }
        } else {
            ledger.put(cell, state);
            dues.put(cell, transitions.due(state, rule).orElse(Instant.MAX));
        }
    }
}
