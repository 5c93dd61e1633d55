package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.alerts.rule.Standings;
import io.tocsin.alerts.rule.Standings.Judgement;
import io.tocsin.alerts.rule.Standings.Passage;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The stages of the alert topology without Kafka: signals in the order of their time go in, alerts and decisions come
 * out.
 */
final class AlertReplay {
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final Standings standings = new Standings();
    private final Map<String, AlertRule> rules;
    private final Map<String, Standing> known = new TreeMap<>();
    private final AlertDesk desk = new AlertDesk(new MemoryLedger(), FalseAlarmBudget.NONE);
    private Instant now = Instant.EPOCH;

    public AlertReplay(List<AlertRule> rules) {
        this.rules =
                rules.stream().collect(Collectors.toMap(AlertRule::id, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    /** What came of a signal, or of the time that has passed. */
    public record Rung(List<Alert> alerts, List<Decision> decisions) {
        public Rung {
            alerts = List.copyOf(alerts);
            decisions = List.copyOf(decisions);
        }
    }

    /** Takes the next signal; first ends what was due before it. */
    public Rung take(Signal signal) {
        List<Alert> alerts = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        add(until(signal.at()), alerts, decisions);
        for (AlertRule rule : rules.values()) {
            Finding finding = evaluator.evaluate(rule, signal, now);
            if (finding.standing() == Standing.UNWATCHED) {
                continue;
            }
            String cell = AlertRule.cell(rule.id(), signal.country(), signal.topic());
            Judgement judgement = standings.judge(known.getOrDefault(cell, Standing.QUIET), rule, signal, finding, now);
            known.put(cell, judgement.standing());
            decisions.addAll(judgement.decisions());
            if (judgement.passage() == Passage.HAND_ON) {
                Transition transition = desk.take(rule, signal, finding, now);
                alerts.addAll(transition.alerts());
                decisions.addAll(transition.decisions());
            }
        }
        return new Rung(alerts, decisions);
    }

    /** Lets the time pass, as it does after the last signal. */
    public Rung until(Instant time) {
        now = time.isAfter(now) ? time : now;
        List<Alert> alerts = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        for (Transition transition : desk.expire(id -> Optional.ofNullable(rules.get(id)), now)) {
            alerts.addAll(transition.alerts());
            decisions.addAll(transition.decisions());
        }
        return new Rung(alerts, decisions);
    }

    private static void add(Rung rung, List<Alert> alerts, List<Decision> decisions) {
        alerts.addAll(rung.alerts());
        decisions.addAll(rung.decisions());
    }
}
