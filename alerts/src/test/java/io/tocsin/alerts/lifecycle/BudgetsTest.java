package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The daily budget of a rule and the budget of false alarms of all. */
class BudgetsTest {
    private static final AlertRule TWO_A_DAY = rule(SURGE + "  daily-budget: 2\n");

    private final MemoryLedger ledger = new MemoryLedger();
    private final List<Alert> told = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private AlertDesk desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);

    private void take(AlertRule rule, String country, double hours, double p) {
        Signal signal = signal(country, hour(hours), 8, 3, p);
        keep(desk.take(rule, signal, new RuleEvaluator().evaluate(rule, signal, signal.at()), signal.at()));
    }

    private void until(AlertRule rule, double hours) {
        desk.expire(id -> Optional.of(rule), hour(hours)).forEach(this::keep);
    }

    private void keep(Transition transition) {
        told.addAll(transition.alerts());
        decisions.addAll(transition.decisions());
    }

    private static Instant hour(double hours) {
        return START.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private List<String> opened() {
        return told.stream()
                .filter(alert -> alert.change() == Change.OPENED)
                .map(alert -> alert.countries().get(0) + " "
                        + Duration.between(START, alert.at()).toHours())
                .toList();
    }

    private List<Decision> stopped(Gate gate) {
        return decisions.stream().filter(decision -> decision.gate() == gate).toList();
    }

    @Test
    void aRuleOpensNoMoreAlertsADayThanItsBudget() {
        take(TWO_A_DAY, "IR", 1, 1e-4);
        take(TWO_A_DAY, "FR", 2, 1e-4);
        take(TWO_A_DAY, "MG", 3, 1e-4);
        take(TWO_A_DAY, "MG", 4, 1e-4);

        assertThat(opened()).containsExactly("IR 1", "FR 2");
        assertThat(stopped(Gate.BUDGET)).singleElement().satisfies(decision -> {
            assertThat(decision.country()).isEqualTo("MG");
            assertThat(decision.needed()).isEqualTo(2);
            assertThat(decision.was()).isEqualTo(2);
            assertThat(decision.arithmetic().observed()).isEqualTo(8);
        });
    }

    @Test
    void theBudgetIsRenewedAtMidnightAndSurvivesARestart() {
        take(TWO_A_DAY, "IR", 1, 1e-4);
        take(TWO_A_DAY, "FR", 2, 1e-4);
        desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);
        take(TWO_A_DAY, "MG", 23.9, 1e-4);
        take(TWO_A_DAY, "MG", 24, 1e-4);

        assertThat(opened()).containsExactly("IR 1", "FR 2", "MG 24");
        assertThat(stopped(Gate.BUDGET)).hasSize(1);
    }

    @Test
    void aRiseAndAGraverAlertDuringTheCoolDownPass() {
        take(TWO_A_DAY, "IR", 1, 1e-4);
        take(TWO_A_DAY, "FR", 2, 1e-4);
        take(TWO_A_DAY, "IR", 3, 1e-6);
        assertThat(told.get(told.size() - 1).change()).isEqualTo(Change.RAISED);

        Signal quiet = signal("FR", hour(4), 1, 1, 0.5);
        keep(desk.take(TWO_A_DAY, quiet, new RuleEvaluator().evaluate(TWO_A_DAY, quiet, quiet.at()), quiet.at()));
        until(TWO_A_DAY, 16);
        take(TWO_A_DAY, "FR", 17, 1e-6);
        assertThat(opened()).containsExactly("IR 1", "FR 2", "FR 17");
        assertThat(stopped(Gate.BUDGET)).isEmpty();
    }

    @Test
    void whatIsStillStoppedIsToldOnceADay() {
        AlertRule one = rule(SURGE);
        desk = new AlertDesk(ledger, new FalseAlarmBudget(0.1));
        desk.rulesChanged(List.of(one));
        for (int hour = 0; hour < 49; hour++) {
            take(one, "IR", hour, 5e-4);
            until(one, hour + 0.5);
        }
        assertThat(stopped(Gate.FALSE_DISCOVERY)).hasSize(3);
        assertThat(opened()).isEmpty();
    }

    @Test
    void theBudgetOfFalseAlarmsSetsTheBoundOverAllCells() {
        AlertRule all = rule(SURGE);
        AlertRule few = rule(SURGE.replace("all,", "[IR, FR],").replace("id: surge", "id: few"));
        AlertRule count = rule("id: coup\nwhen: {count: {stories: 3}}\n");
        FalseAlarmBudget budget = new FalseAlarmBudget(1);
        assertThat(budget.bound(List.of(all))).isCloseTo(1 / (195.0 * 8), within(1e-12));
        assertThat(budget.bound(List.of(all, few, count))).isCloseTo(1 / (197.0 * 8), within(1e-12));
        assertThat(budget.bound(List.of(count))).as("nothing that is tested").isNull();
        assertThat(FalseAlarmBudget.NONE.bound(List.of(all))).isNull();

        desk = new AlertDesk(ledger, budget);
        desk.rulesChanged(List.of(all));
        take(all, "IR", 1, 9e-4);
        assertThat(stopped(Gate.FALSE_DISCOVERY)).singleElement().satisfies(decision -> {
            assertThat(decision.needed()).isCloseTo(1 / (195.0 * 8), within(1e-12));
            assertThat(decision.was()).isEqualTo(9e-4);
        });
        take(all, "IR", 2, 5e-4);
        assertThat(opened()).containsExactly("IR 2");
    }

    @Test
    void aCountIsNotHeldToAProbability() {
        AlertRule count = rule("id: coup\nwhen: {count: {stories: 3}}\n");
        desk = new AlertDesk(ledger, new FalseAlarmBudget(0.001));
        desk.rulesChanged(List.of(count, rule(SURGE)));
        take(count, "IR", 1, 0.2);
        assertThat(opened()).containsExactly("IR 1");
    }
}
