package io.tocsin.standalone.why;

import static io.tocsin.standalone.why.WhySamples.ARRIVED;
import static io.tocsin.standalone.why.WhySamples.CONFLICT;
import static io.tocsin.standalone.why.WhySamples.ID;
import static io.tocsin.standalone.why.WhySamples.NUMBERS;
import static io.tocsin.standalone.why.WhySamples.alert;
import static io.tocsin.standalone.why.WhySamples.blocked;
import static io.tocsin.standalone.why.WhySamples.rule;
import static io.tocsin.standalone.why.WhySamples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellWordingTest {
    private static final Instant LATER = ARRIVED.plus(Duration.ofHours(2));
    private static final Instant OVER = ARRIVED.plus(Duration.ofDays(2));

    private final CellWording wording = new CellWording(TopicTree.bundled());
    private final List<Alert> rang =
            List.of(alert(2, Change.CLOSED, OVER, "other", NUMBERS), alert(1, Change.OPENED, LATER, ID, NUMBERS));

    private static CellTrace cell(
            Instant from, Instant to, List<Signal> signals, List<Decision> decisions, List<Alert> alerts) {
        return new CellTrace("TH", CONFLICT, from, to, signals, decisions, alerts);
    }

    @Test
    void aQuietMomentIsReadByTheRuleFromTheLastSignal() {
        CellTrace cell = cell(
                LATER,
                LATER,
                List.of(signal(OVER, 9, 1e-5), signal(ARRIVED, 1, 0.4), signal(ARRIVED.minusSeconds(60), 0, 1.0)),
                List.of(),
                List.of());

        assertThat(wording.lines(cell, List.of(rule()), null))
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("Thailand: conflict, war and peace"),
                        rule -> assertThat(rule).isEqualTo("  Rule surge"),
                        reading -> assertThat(reading)
                                .startsWith("    no decision then; on the signal of 2026-03-02 10:00 UTC: nothing"
                                        + " crossed its threshold: level 'elevated' needs p below 0.001 and it was"
                                        + " 0.400. 1 story in 24 h"),
                        alert -> assertThat(alert).isEqualTo("    it opened no alert for this cell"));
    }

    @Test
    void aSignalFromAfterTheMomentIsToldAsSuch() {
        CellTrace cell = cell(ARRIVED, ARRIVED, List.of(signal(LATER, 1, 0.4)), List.of(), List.of());

        assertThat(wording.lines(cell, List.of(rule()), null))
                .anyMatch(line -> line.startsWith("    no decision then, and no signal is kept from before; on the next"
                        + " one, of 2026-03-02 12:00 UTC: nothing crossed its threshold"));
    }

    @Test
    void theNearestDecisionsAndAlertsBeforeAndAfterAreTold() {
        CellTrace cell = cell(
                LATER.minusSeconds(1),
                LATER.minusSeconds(1),
                List.of(signal(ARRIVED, 4, 1e-5)),
                List.of(blocked(OVER), blocked(ARRIVED), blocked(LATER), blocked(ARRIVED.minusSeconds(600))),
                rang);

        assertThat(wording.lines(cell, List.of(rule()), null))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("Thailand"),
                        rule -> assertThat(rule).isEqualTo("  Rule surge"),
                        before -> assertThat(before)
                                .startsWith("    last decision before: 2026-03-02 10:00 UTC, blocked by the gate"
                                        + " 'owners': it needs 2 owners and there was 1. 17 stories in 24 h"),
                        reading -> assertThat(reading).contains("blocked by the gate 'owners'"),
                        after -> assertThat(after).startsWith("    next decision after: 2026-03-02 12:00 UTC"),
                        alert -> assertThat(alert)
                                .isEqualTo("    the alert after: " + WhySamples.ALERT + ": opened 2026-03-02 12:00 UTC"
                                        + " (high), closed 2026-03-04 10:00 UTC."));
    }

    @Test
    void anArticlesDayTellsItsDecisionsAndItsPartInTheAlert() {
        ArticleTrace article =
                new ArticleTrace(ID, null, List.of(), WhySamples.tagged(), List.of(), null, WhySamples.story(false));
        CellTrace cell = cell(ARRIVED, ARRIVED.plus(ArticleTrace.FOLLOWED), List.of(), List.of(blocked(ARRIVED)), rang);

        assertThat(wording.lines(cell, List.of(rule()), article))
                .contains("  No story was counted in this cell as far back as the signals are kept.")
                .anyMatch(line -> line.startsWith("    2026-03-02 10:00 UTC, blocked by the gate 'owners'"))
                .anyMatch(line -> line.startsWith("    alert " + WhySamples.ALERT + ": opened")
                        && line.endsWith("This article is among its evidence."));
    }

    @Test
    void aRuleThatIsGoneIsToldWithWhatItDecided() {
        CellTrace cell = cell(OVER, OVER, List.of(), List.of(blocked(ARRIVED)), List.of());

        assertThat(wording.lines(cell, List.of(), null))
                .contains("  Rule surge, which is not in force any more")
                .anyMatch(line -> line.startsWith("    last decision before: "));
        assertThat(CellWording.isWatched(cell, List.of())).isTrue();
    }

    @Test
    void aCellThatNobodyWatchesSaysSo() {
        CellTrace cell = new CellTrace("TH", "medtop:04000000", OVER, OVER, List.of(), List.of(), List.of());

        assertThat(CellWording.isWatched(cell, List.of(rule()))).isFalse();
        assertThat(wording.lines(cell, List.of(rule()), null)).contains("  No rule watches this cell.");
    }
}
