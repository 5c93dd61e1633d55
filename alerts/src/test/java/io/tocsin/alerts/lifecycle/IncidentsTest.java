package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.CONFLICT;
import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Alert;
import io.tocsin.events.Notice;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Alerts that rest on the same stories. */
class IncidentsTest {
    private static final AlertRule RULE = rule(SURGE);
    private static final AlertRule OTHER = rule(SURGE.replace("id: surge", "id: talks")
            .replace("{elevated: {p: 1e-3}, high: {p: 1e-5}, critical: {p: 1e-8}}", "{notable: {p: 1e-3}}"));

    private final MemoryLedger ledger = new MemoryLedger();
    private final List<Alert> told = new ArrayList<>();
    private AlertDesk desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);

    private void take(AlertRule rule, String country, int hours, double p, List<String> stories) {
        Signal plain = signal(country, hour(hours), stories.size(), 3, p);
        Signal signal = new Signal(
                country, CONFLICT, plain.at(), plain.at(), plain.windows(), plain.evidence(), stories, "2026.3.1");
        told.addAll(desk.take(rule, signal, new RuleEvaluator().evaluate(rule, signal, signal.at()), signal.at())
                .alerts());
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private List<String> lines() {
        return told.stream()
                .map(alert -> alert.countries().get(0) + " " + alert.change() + " " + alert.level() + " "
                        + alert.notice() + " " + incident(alert))
                .toList();
    }

    /** The place of its incident among those that were told. */
    private long incident(Alert alert) {
        return told.stream()
                .map(Alert::incident)
                .distinct()
                .takeWhile(one -> !one.equals(alert.incident()))
                .count();
    }

    @Test
    void theSameStoriesAreOnePage() {
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "MA", 0, 1e-4, List.of("d", "c", "b"));
        take(RULE, "DZ", 1, 1e-6, List.of("e", "d", "c", "b", "a"));
        take(RULE, "MA", 1, 1e-6, List.of("e", "d", "c", "b"));
        take(RULE, "MA", 2, 1e-9, List.of("f", "e", "d", "c", "b"));

        assertThat(lines())
                .containsExactly(
                        "DZ OPENED elevated PAGE 0",
                        "MA OPENED elevated UPDATE 0",
                        "DZ RAISED high PAGE 0",
                        "MA RAISED high UPDATE 0",
                        "MA RAISED critical PAGE 0");
        assertThat(told.get(0).incident()).isEqualTo("in-" + told.get(0).id());
    }

    @Test
    void otherStoriesAreAnotherIncident() {
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "MA", 0, 1e-4, List.of("z", "y", "a"));

        assertThat(lines()).containsExactly("DZ OPENED elevated PAGE 0", "MA OPENED elevated PAGE 1");
    }

    @Test
    void storiesOutsideTheWindowDoNotJoin() {
        Signal older = signal("MA", START, 3, 3, 1e-4);
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        Signal signal = new Signal(
                "MA",
                CONFLICT,
                START,
                START,
                older.windows(),
                older.evidence(),
                List.of("z", "y", "x", "c", "b", "a"),
                "2026.3.1");
        told.addAll(desk.take(RULE, signal, new RuleEvaluator().evaluate(RULE, signal, START), START)
                .alerts());

        assertThat(lines()).endsWith("MA OPENED elevated PAGE 1");
    }

    @Test
    void theIncidentGrowsWithItsAlerts() {
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "DZ", 1, 1e-4, List.of("f", "e", "d", "c", "b", "a"));
        take(RULE, "MA", 1, 1e-4, List.of("f", "e", "d"));

        assertThat(lines()).endsWith("MA OPENED elevated UPDATE 0");
    }

    @Test
    void levelsOfOtherNamesAreComparedByTheirPlace() {
        take(OTHER, "QA", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "DZ", 1, 1e-6, List.of("c", "b", "a"));
        take(OTHER, "DZ", 1, 1e-6, List.of("c", "b", "a"));

        assertThat(lines())
                .containsExactly(
                        "QA OPENED notable PAGE 0",
                        "DZ OPENED elevated UPDATE 0",
                        "DZ RAISED high PAGE 0",
                        "DZ OPENED notable UPDATE 0");
    }

    @Test
    void anIncidentEndsWithItsLastAlert() {
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        take(RULE, "MA", 6, 1e-4, List.of("c", "b", "a"));
        desk.expire(id -> Optional.of(RULE), hour(40)).forEach(ended -> told.addAll(ended.alerts()));

        assertThat(ledger.incidents()).singleElement().satisfies(left -> assertThat(left.open())
                .containsExactly(told.get(1).id()));
        desk.expire(id -> Optional.of(RULE), hour(60)).forEach(ended -> told.addAll(ended.alerts()));
        assertThat(lines()).endsWith("DZ CLOSED elevated UPDATE 0", "MA CLOSED elevated UPDATE 0");
        assertThat(ledger.incidents()).isEmpty();

        take(RULE, "DZ", 70, 1e-4, List.of("c", "b", "a"));
        assertThat(told.get(told.size() - 1).notice()).isEqualTo(Notice.PAGE);
        assertThat(told.get(told.size() - 1).incident())
                .isNotEqualTo(told.get(0).incident());
    }

    @Test
    void aRestartRemembersTheIncidents() {
        take(RULE, "DZ", 0, 1e-4, List.of("c", "b", "a"));
        desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);
        take(RULE, "MA", 0, 1e-4, List.of("d", "c", "b"));
        take(RULE, "DZ", 1, 1e-6, List.of("e", "d", "c", "b", "a"));

        assertThat(lines())
                .containsExactly("DZ OPENED elevated PAGE 0", "MA OPENED elevated UPDATE 0", "DZ RAISED high PAGE 0");
    }
}
