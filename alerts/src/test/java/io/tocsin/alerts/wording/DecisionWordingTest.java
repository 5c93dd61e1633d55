package io.tocsin.alerts.wording;

import static io.tocsin.alerts.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.Samples;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Decision;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Decision.Outcome;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionWordingTest {
    private static final String NUMBERS =
            "4 stories in 24 h from 1 owner (9 articles, 5 copies) where 0.50 are expected"
                    + " and 4 would be significant: p = 2.0e-04 over 20 known days.";

    private final DecisionWording wording = new DecisionWording(new AlertWording(Samples.TREE));

    private static Decision decision(Outcome outcome, Gate gate, double needed, double was) {
        Arithmetic numbers = new Arithmetic("stories", Horizon.DAY, 4, 0.5, 4.0, 2e-4, 20, 1, 9, 5, null);
        return new Decision(
                Decision.KIND, START, "surge", "IR", Samples.CONFLICT, outcome, gate, needed, was, numbers, "v");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BASELINE  | 14    | 1    | it needs 14 known days and there was 1.
            THRESHOLD | 0.001 | 0.02 | it needs p below 0.001 and it was 0.020.
            THRESHOLD | 5     | 4    | it needs 5 stories and there were 4.
            STORIES   | 1     | 0    | it needs 1 story and there were 0.
            OWNERS    | 2     | 1    | it needs 2 owners and there was 1.
            BACKFILL  | 24    | 30.5 | it needs news of the last 24 hours and this was 30.5 hours old.
            COOL_DOWN | 360   | 60   | it needs 6 hours after the last alert's end and it was 1 hour.
            """)
    void aBlockedCrossingSaysItsGateAndBothValuesAndTheNumbers(Gate gate, double needed, double was, String words) {
        assertThat(wording.sentence(decision(Outcome.BLOCKED, gate, needed, was)))
                .startsWith("blocked by the gate '")
                .endsWith("': " + words + " " + NUMBERS);
    }

    @Test
    void aPassedOneSaysWhatWasReached() {
        assertThat(wording.sentence(decision(Outcome.PASSED, Gate.THRESHOLD, 1e-3, 2e-4)))
                .isEqualTo("it passed every gate: p = 2.0e-04 is below 0.001. " + NUMBERS);
        assertThat(wording.sentence(decision(Outcome.PASSED, Gate.THRESHOLD, 3, 4)))
                .isEqualTo("it passed every gate: 4 stories in 24 h where 3 are needed. " + NUMBERS);
    }

    private String reading(int stories, int owners, @Nullable Double p) {
        AlertRule rule = Samples.rule(Samples.SURGE);
        Signal signal = Samples.signal(START, stories, owners, p);
        return wording.sentence(rule, signal, new RuleEvaluator().evaluate(rule, signal, START));
    }

    @Test
    void aRuleReadsASignalInEachWay() {
        assertThat(reading(1, 1, 0.4))
                .startsWith(
                        "nothing crossed its threshold: level 'elevated' needs p below 0.001 and it was 0.400. 1 story");
        assertThat(reading(2, 1, 0.02)).startsWith("above the closing level and below the opening one");
        assertThat(reading(2, 1, null)).startsWith("too little is known of this cell to say anything. 2 stories");
        assertThat(reading(5, 1, 1e-4))
                .startsWith("blocked by the gate 'owners': it needs 2 owners and there was 1. 5 stories");
        assertThat(reading(5, 3, 1e-6)).startsWith("level 'high' is reached: p = 1.0e-06 is below 1.0e-05. 5 stories");
    }
}
