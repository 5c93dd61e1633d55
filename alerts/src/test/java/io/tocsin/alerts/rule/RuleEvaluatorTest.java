package io.tocsin.alerts.rule;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEvaluatorTest {
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final AlertRule surge = rule(SURGE);

    @ParameterizedTest
    @CsvSource({
        "8, 4, 9e-4, CROSSED",
        "8, 4, 1e-3, SHORT_OF_THRESHOLD",
        "8, 4, 0.05, SHORT_OF_THRESHOLD",
        "8, 4, 0.051, QUIET",
        "2, 2, 0.02, HELD",
        "2, 2, 1e-4, SHORT_OF_STORIES",
        "8, 1, 1e-4, SHORT_OF_OWNERS",
        "2, 1, , UNKNOWN",
        "8, 4, , SHORT_OF_BASELINE"
    })
    void readsASignal(int stories, int owners, Double p, Standing standing) {
        assertThat(evaluator
                        .evaluate(surge, signal(START, stories, owners, p), START)
                        .standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"9e-4, elevated", "1e-5, elevated", "9e-6, high", "1e-9, critical"})
    void findsTheHighestLevel(double p, String level) {
        Finding finding = evaluator.evaluate(surge, signal(START, 8, 4, p), START);
        assertThat(finding).isInstanceOfSatisfying(Finding.Crossing.class, crossing -> assertThat(
                        crossing.level().name())
                .isEqualTo(level));
    }

    @Test
    void saysWhatTheGateNeededAndWhatThereWas() {
        assertThat(evaluator.evaluate(surge, signal(START, 8, 1, 1e-4), START))
                .isInstanceOfSatisfying(Finding.Blocked.class, blocked -> {
                    assertThat(blocked.gate()).isEqualTo(Gate.OWNERS);
                    assertThat(blocked.needed()).isEqualTo(2);
                    assertThat(blocked.was()).isEqualTo(1);
                    assertThat(blocked.arithmetic().observed()).isEqualTo(8);
                    assertThat(blocked.arithmetic().pValue()).isEqualTo(1e-4);
                });
    }

    @Test
    void aBackFillNeverCrosses() {
        Signal old = signal(START, 8, 4, 1e-6);
        Instant later = START.plus(Duration.ofHours(25));
        assertThat(evaluator.evaluate(surge, old, later)).isInstanceOfSatisfying(Finding.Blocked.class, blocked -> {
            assertThat(blocked.gate()).isEqualTo(Gate.BACKFILL);
            assertThat(blocked.needed()).isEqualTo(24);
            assertThat(blocked.was()).isEqualTo(25);
        });
        assertThat(evaluator.evaluate(surge, signal(START, 0, 0, 1.0), later).standing())
                .isEqualTo(Standing.OUTDATED);
        assertThat(evaluator
                        .evaluate(surge, old, START.plus(Duration.ofHours(24)))
                        .standing())
                .isEqualTo(Standing.CROSSED);
    }

    @Test
    void aWeekIsNewsForAWeek() {
        AlertRule weekly = rule(SURGE.replace("24h", "7d"));
        assertThat(evaluator
                        .evaluate(weekly, signal(START, 8, 4, 1e-6), START.plus(Duration.ofDays(7)))
                        .standing())
                .isEqualTo(Standing.CROSSED);
    }

    @Test
    void looksOnlyAtWhatItWatches() {
        AlertRule french = rule(SURGE.replace("countries: all", "countries: [FR]"));
        assertThat(evaluator.evaluate(french, signal(START, 8, 4, 1e-6), START).standing())
                .isEqualTo(Standing.UNWATCHED);
        assertThat(evaluator
                        .evaluate(french, signal("FR", START, 8, 4, 1e-6), START)
                        .standing())
                .isEqualTo(Standing.CROSSED);
    }

    @ParameterizedTest
    @CsvSource({"10, CROSSED", "9, SHORT_OF_THRESHOLD", "5, SHORT_OF_THRESHOLD", "4, QUIET"})
    void countsWithoutABaseline(int stories, Standing standing) {
        AlertRule count = rule("id: count\nwhen: {count: {stories: 10}}\n");
        assertThat(evaluator
                        .evaluate(count, signal(START, stories, 3, null), START)
                        .standing())
                .isEqualTo(standing);
    }

    @Test
    void aNearMissIsToldOnce() {
        Standings standings = new Standings();
        Signal signal = signal(START, 8, 1, 1e-4);
        Finding finding = evaluator.evaluate(surge, signal, START);

        Standings.Judgement first = standings.judge(Standing.QUIET, surge, signal, finding, START);
        Standings.Judgement second = standings.judge(first.standing(), surge, signal, finding, START);

        assertThat(first.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.gate()).isEqualTo(Gate.OWNERS);
            assertThat(decision.rule()).isEqualTo("surge");
            assertThat(decision.country()).isEqualTo("IR");
        });
        assertThat(second.decisions()).isEmpty();
    }

    @Test
    void quietAfterQuietIsNotHandedOn() {
        Standings standings = new Standings();
        Signal signal = signal(START, 1, 1, 0.5);
        Finding finding = evaluator.evaluate(surge, signal, START);
        assertThat(standings
                        .judge(Standing.QUIET, surge, signal, finding, START)
                        .passage())
                .isEqualTo(Standings.Passage.STOP);
        assertThat(standings
                        .judge(Standing.CROSSED, surge, signal, finding, START)
                        .passage())
                .isEqualTo(Standings.Passage.HAND_ON);
    }
}
