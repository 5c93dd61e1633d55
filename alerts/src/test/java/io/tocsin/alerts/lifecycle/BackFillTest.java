package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.CONFLICT;
import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.article;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Old articles that come now. */
class BackFillTest {
    private static final AlertRule RULE = rule(SURGE);
    private static final Instant LONG_AGO = START.minus(Duration.ofDays(300));
    private static final EvidenceArticle UNDATED =
            new EvidenceArticle("a9", null, "Shells fall on the port", "quay.example", null);

    private final AlertDesk desk = new AlertDesk(new MemoryLedger(), FalseAlarmBudget.NONE);

    private Transition take(int hours, double p, EvidenceArticle... evidence) {
        Instant at = START.plus(Duration.ofHours(hours));
        Signal plain = signal(at, 8, 3, p);
        Signal signal = new Signal(
                "IR", CONFLICT, at, at, plain.windows(), List.of(evidence), plain.stories(), plain.lexicon());
        return desk.take(RULE, signal, new RuleEvaluator().evaluate(RULE, signal, at), at);
    }

    @Test
    void doNotPage() {
        Transition stopped = take(0, 1e-9, article(LONG_AGO), article(LONG_AGO.plusSeconds(60)));
        assertThat(stopped.alerts()).isEmpty();
        assertThat(stopped.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.gate()).isEqualTo(Decision.Gate.BACKFILL);
            assertThat(decision.needed()).isEqualTo(24);
            assertThat(decision.was()).isEqualTo(300 * 24 - 1 / 60.0);
        });
        assertThat(take(1, 1e-9, article(LONG_AGO)).decisions()).as("told once").isEmpty();
        assertThat(take(2, 1e-9, article(START), article(LONG_AGO)).alerts())
                .as("news among them")
                .extracting(Alert::change)
                .containsExactly(Change.OPENED);
    }

    @Test
    void doNotRaise() {
        assertThat(take(0, 1e-4, article(START)).alerts()).hasSize(1);
        assertThat(take(1, 1e-9, article(LONG_AGO)).alerts()).isEmpty();
        assertThat(take(1, 1e-9, article(START)).alerts())
                .extracting(Alert::change)
                .containsExactly(Change.RAISED);
    }

    @Test
    void anArticleThatDoesNotSayWhenMayBeNew() {
        assertThat(take(0, 1e-4, article(LONG_AGO), UNDATED).alerts()).hasSize(1);
    }
}
