package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Decision.Outcome;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertReplayTest {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final AlertReplay replay = new AlertReplay(List.of(rule(SURGE)));

    private void at(double hours, int stories, @Nullable Double p) {
        keep(replay.take(signal(hour(hours), stories, stories / 2, p)));
    }

    private void until(double hours) {
        keep(replay.until(hour(hours)));
    }

    private void keep(AlertReplay.Rung rung) {
        alerts.addAll(rung.alerts());
        decisions.addAll(rung.decisions());
    }

    private static Instant hour(double hours) {
        return START.plusSeconds(Math.round(hours * 3600));
    }

    private List<String> told() {
        return alerts.stream()
                .map(alert ->
                        Duration.between(START, alert.at()).toHours() + " " + alert.change() + " " + alert.level())
                .toList();
    }

    @Test
    void ringsOncePerCrossing() {
        at(0, 4, 0.5);
        at(1, 8, 1e-4);
        at(2, 8, 1e-4);
        at(2.5, 9, 5e-5);

        assertThat(told()).containsExactly("1 OPENED elevated");
        assertThat(alerts.get(0).headline()).isEqualTo("Air strikes reported near the border – desert-post.example");
        assertThat(alerts.get(0).sequence()).isEqualTo(1);
        assertThat(alerts.get(0).openedAt()).isEqualTo(hour(1));
        assertThat(alerts.get(0).closedAt()).isNull();
        assertThat(alerts.get(0).arithmetic().observed()).isEqualTo(8);
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(decision.was()).isEqualTo(1e-4);
        });
    }

    @Test
    void aRiseIsToldAtOnceAndAFallWhenItHasHeld() {
        at(0, 8, 1e-4);
        at(1, 30, 1e-9);
        at(2, 20, 1e-6);
        at(3, 8, 1e-4);
        at(8, 20, 1e-6);
        at(13.5, 8, 1e-4);
        at(15, 8, 1e-4);
        at(20, 8, 1e-4);

        assertThat(told())
                .containsExactly(
                        "0 OPENED elevated",
                        "1 RAISED critical",
                        "3 UPDATED critical",
                        "8 UPDATED critical",
                        "13 UPDATED critical",
                        "14 EASED high",
                        "20 UPDATED high");
        assertThat(alerts).extracting(Alert::sequence).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
    }

    @Test
    void closesWhenTheAllClearHasHeldOnTheClock() {
        at(0, 8, 1e-4);
        at(5, 2, 0.4);
        until(16.9);
        assertThat(told()).containsExactly("0 OPENED elevated");
        until(30);

        assertThat(told()).containsExactly("0 OPENED elevated", "17 CLOSED elevated");
        assertThat(alerts.get(1).closedAt()).isEqualTo(hour(17));
        assertThat(alerts.get(1).arithmetic().observed()).isEqualTo(2);
    }

    @Test
    void theBandBetweenOpeningAndClosingKeepsItOpen() {
        at(0, 8, 1e-4);
        for (int hour = 1; hour < 100; hour += 2) {
            at(hour, 4, 0.2);
            at(hour + 1, 5, 0.03);
        }
        assertThat(told()).containsExactly("0 OPENED elevated");
    }

    @Test
    void silenceIsQuietOnceTheHorizonIsEmpty() {
        at(0, 8, 1e-4);
        until(35.9);
        assertThat(alerts).hasSize(1);
        until(40);
        assertThat(told()).containsExactly("0 OPENED elevated", "36 CLOSED elevated");
        assertThat(alerts.get(1).arithmetic().observed()).isZero();
        assertThat(alerts.get(1).arithmetic().pValue()).isEqualTo(1.0);
    }

    @Test
    void unknownNeitherOpensNorCloses() {
        at(0, 8, null);
        assertThat(alerts).isEmpty();
        assertThat(decisions).extracting(Decision::gate).containsExactly(Gate.BASELINE);
        at(1, 8, 1e-4);
        at(2, 1, 0.6);
        at(3, 1, null);
        until(500);
        assertThat(told()).containsExactly("1 OPENED elevated");
        at(501, 1, 0.6);
        until(520);
        assertThat(told()).containsExactly("1 OPENED elevated", "513 CLOSED elevated");
    }

    @Test
    void theCoolDownStopsTheSameLevelAndLetsAHigherOnePass() {
        at(0, 8, 1e-4);
        at(1, 1, 0.6);
        until(13);
        at(14, 8, 1e-4);
        at(15, 8, 1e-4);
        assertThat(told()).containsExactly("0 OPENED elevated", "13 CLOSED elevated");
        assertThat(decisions).extracting(Decision::gate).containsExactly(Gate.THRESHOLD, Gate.COOL_DOWN);
        assertThat(decisions.get(1).needed()).isEqualTo(360);
        assertThat(decisions.get(1).was()).isEqualTo(60);

        at(16, 20, 1e-6);
        assertThat(told()).endsWith("16 OPENED high");
        assertThat(alerts.get(2).id()).isNotEqualTo(alerts.get(0).id());
        assertThat(alerts.get(2).sequence()).isEqualTo(1);
    }

    @Test
    void afterTheCoolDownItRingsAgain() {
        at(0, 8, 1e-4);
        at(1, 1, 0.6);
        until(13);
        at(14, 8, 1e-4);
        at(19.5, 8, 1e-4);
        assertThat(told()).containsExactly("0 OPENED elevated", "13 CLOSED elevated", "19 OPENED elevated");
    }

    @Test
    void aRemovedRuleWithdrawsItsAlerts() {
        MemoryLedger ledger = new MemoryLedger();
        AlertDesk desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);
        var rule = rule(SURGE);
        var finding = new io.tocsin.alerts.rule.RuleEvaluator().evaluate(rule, signal(START, 8, 4, 1e-4), START);
        desk.take(rule, signal(START, 8, 4, 1e-4), finding, START);
        assertThat(ledger.cells()).hasSize(1);

        desk.rulesChanged(List.of());
        List<Transition> ended = desk.expire(id -> java.util.Optional.empty(), hour(1));

        assertThat(ended).singleElement().satisfies(transition -> {
            assertThat(transition.reason()).isEqualTo(Transition.Reason.WITHDRAWN);
            assertThat(transition.alerts().get(0).change()).isEqualTo(Change.WITHDRAWN);
            assertThat(transition.alerts().get(0).sequence()).isEqualTo(2);
            assertThat(transition.alerts().get(0).closedAt()).isEqualTo(hour(1));
        });
        assertThat(ledger.cells()).isEmpty();
        assertThat(ledger.incidents()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void holdsWhateverTheNewsDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] countries = {"IR", "FR", "MG"};
        double[] logs = {0, 0, 0};
        double hours = 0;
        for (int i = 0; i < 3000; i++) {
            hours += random.nextDouble() * random.nextDouble() * 8;
            int which = random.nextInt(countries.length);
            logs[which] = Math.max(-12, Math.min(0, logs[which] * 0.97 + random.nextDouble(-2, 1.2)));
            double p = Math.pow(10, logs[which]);
            int stories = (int) Math.round(1 - 2 * logs[which]);
            Signal signal = signal(
                    countries[which], hour(hours), stories, 1 + random.nextInt(4), random.nextInt(20) == 0 ? null : p);
            keep(replay.take(signal));
        }
        until(hours + 10_000);

        assertThat(alerts.size()).isGreaterThan(20);
        Map<String, Alert> open = new HashMap<>();
        Map<String, Alert> lastClosed = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Alert alert : alerts) {
            String country = alert.countries().get(0);
            boolean opens = alert.change() == Change.OPENED;
            Alert before = opens ? alert : Objects.requireNonNull(open.get(country), "only what is open changes");
            if (opens) {
                assertThat(open).as("one open alert a cell").doesNotContainKey(country);
                assertThat(ids.add(alert.id())).as("a new id").isTrue();
                assertThat(alert.sequence()).isEqualTo(1);
                Alert closed = lastClosed.get(country);
                if (closed != null && rank(alert) <= rank(closed)) {
                    assertThat(Duration.between(closed.at(), alert.at())).isGreaterThanOrEqualTo(Duration.ofHours(6));
                }
            } else {
                assertThat(alert.id()).isEqualTo(before.id());
                assertThat(alert.sequence()).isEqualTo(before.sequence() + 1);
                assertThat(alert.at()).isAfterOrEqualTo(before.at());
                assertThat(alert.openedAt()).isEqualTo(before.openedAt());
            }
            switch (alert.change()) {
                case RAISED -> assertThat(rank(alert)).isGreaterThan(rank(before));
                case EASED -> {
                    assertThat(rank(alert)).isLessThan(rank(before));
                    assertThat(Duration.between(before.openedAt(), alert.at()))
                            .as("no fall before it has held")
                            .isGreaterThanOrEqualTo(Duration.ofHours(12));
                }
                case CLOSED ->
                    assertThat(Duration.between(alert.openedAt(), alert.at()))
                            .as("no close before the all-clear has held")
                            .isGreaterThanOrEqualTo(Duration.ofHours(12));
                case UPDATED ->
                    assertThat(Duration.between(before.at(), alert.at())).isGreaterThanOrEqualTo(Duration.ofHours(2));
                default -> assertThat(alert.change()).isEqualTo(Change.OPENED);
            }
            if (alert.change().ends()) {
                open.remove(country);
                lastClosed.put(country, alert);
            } else {
                open.put(country, alert);
            }
        }
        assertThat(open).as("all end when the news ends, but for unknown cells").hasSizeLessThanOrEqualTo(3);
    }

    private static int rank(Alert alert) {
        return List.of("elevated", "high", "critical").indexOf(alert.level());
    }
}
