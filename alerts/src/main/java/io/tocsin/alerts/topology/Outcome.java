package io.tocsin.alerts.topology;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.Json;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** What a stage made of one record, by where it goes. */
sealed interface Outcome {

    /**
     * A signal under all rules.
     *
     * @param rules ids of those that have to see it
     */
    record OfEvaluation(Signal signal, List<String> rules, List<Decision> nearMisses) implements Outcome {
        List<KeyValue<String, Signal>> byRule() {
            return rules.stream().map(rule -> KeyValue.pair(rule, signal)).toList();
        }
    }

    /** What became of a rule's alerts. */
    record OfLifecycle(List<Alert> alerts, List<Decision> decisions) implements Outcome {}

    /** A decision's key. */
    static String cell(Decision decision) {
        return AlertRule.cell(decision.rule(), decision.country(), decision.topic());
    }

    /** A decision's CloudEvents id. */
    static String id(Decision decision) {
        return cell(decision) + '@' + Json.time(decision.at()) + '/' + decision.gate();
    }

    /** An alert's CloudEvents id. */
    static String id(Alert alert) {
        return alert.id() + '-' + alert.sequence();
    }
}
