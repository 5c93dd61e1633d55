package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Correction;
import io.tocsin.events.Correction.Kind;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an alert when its evidence turns out otherwise. */
class CorrectionsTest {
    private final AlertRule rule = rule(SURGE);
    private final MemoryLedger ledger = new MemoryLedger();
    private final AlertDesk desk = new AlertDesk(ledger, FalseAlarmBudget.NONE);

    @SuppressWarnings("NullAway.Init")
    private Alert opened;

    @BeforeEach
    void open() {
        opened = take(signal(START, 5, 3, 1e-4)).get(0);
        assertThat(opened.stories()).hasSize(5);
    }

    private List<Alert> take(Signal signal) {
        return desk.take(rule, signal, new RuleEvaluator().evaluate(rule, signal, signal.at()), signal.at())
                .alerts();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    /** The stories that the alert was opened with, but for the first so many. */
    private Signal without(int gone, Instant at, int owners, @Nullable Double p) {
        Signal fewer = signal(at, 5 - gone, owners, p);
        List<Correction> corrections = new ArrayList<>();
        for (String story : opened.stories().subList(0, gone)) {
            corrections.add(new Correction("article-of-" + story, story, Kind.RETRACTED, null));
        }
        return new Signal(
                        fewer.country(),
                        fewer.topic(),
                        fewer.at(),
                        fewer.arrivedAt(),
                        fewer.windows(),
                        fewer.evidence(),
                        opened.stories().subList(gone, 5),
                        fewer.lexicon())
                .correcting(corrections);
    }

    @Test
    void aCorrectedArticleAmendsTheAlert() {
        EvidenceArticle corrected = new EvidenceArticle(
                "a1", null, "Correction: air strikes were reported far from the border", "desert-post.example", START);
        Signal before = signal(hour(1), 5, 3, 1e-4);
        Signal signal = new Signal(
                        before.country(),
                        before.topic(),
                        before.at(),
                        before.arrivedAt(),
                        before.windows(),
                        List.of(corrected),
                        opened.stories(),
                        before.lexicon())
                .correcting(List.of(new Correction("a1", opened.stories().get(0), Kind.AMENDED, null)));

        assertThat(take(signal)).singleElement().satisfies(amended -> {
            assertThat(amended.change()).isEqualTo(Change.AMENDED);
            assertThat(amended.id()).isEqualTo(opened.id());
            assertThat(amended.sequence()).isEqualTo(2);
            assertThat(amended.level()).isEqualTo(opened.level());
            assertThat(amended.headline()).startsWith("Correction: air strikes").endsWith(" – desert-post.example");
            assertThat(amended.evidence()).containsExactly(corrected);
            assertThat(amended.corrections()).extracting(Correction::kind).containsExactly(Kind.AMENDED);
            assertThat(amended.closedAt()).isNull();
        });
    }

    @Test
    void whatStillCrossesIsAmended() {
        assertThat(take(without(1, hour(1), 3, 5e-4))).singleElement().satisfies(amended -> {
            assertThat(amended.change()).isEqualTo(Change.AMENDED);
            assertThat(amended.stories())
                    .hasSize(4)
                    .doesNotContain(opened.stories().get(0));
            assertThat(amended.arithmetic().observed()).isEqualTo(4);
        });
    }

    @Test
    void theAlertIsWithdrawnWhenItsStoriesMergeIntoOne() {
        Signal one = signal(hour(1), 1, 1, 0.3);
        List<Correction> merged = opened.stories().subList(1, 5).stream()
                .map(story -> new Correction(
                        "article-of-" + story,
                        story,
                        Kind.MERGED,
                        opened.stories().get(0)))
                .toList();

        assertThat(take(one.correcting(merged))).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.change()).isEqualTo(Change.WITHDRAWN);
            assertThat(withdrawn.closedAt()).isEqualTo(hour(1));
            assertThat(withdrawn.arithmetic().observed()).isEqualTo(1);
            assertThat(withdrawn.corrections()).isEqualTo(merged);
        });
        assertThat(ledger.cells()).as("no cool-down: the next crossing rings").isEmpty();
        assertThat(take(signal(hour(2), 5, 3, 1e-4))).singleElement().satisfies(next -> assertThat(next.id())
                .isNotEqualTo(opened.id()));
    }

    @Test
    void theAlertIsWithdrawnWhenArticlesAreRetracted() {
        assertThat(take(without(3, hour(1), 1, 0.02))).extracting(Alert::change).containsExactly(Change.WITHDRAWN);
    }

    @Test
    void aCorrectionThatTakesTheBackingWithdraws() {
        assertThat(take(without(1, hour(1), 1, 1e-4)))
                .as("one owner is left where two are needed")
                .extracting(Alert::change)
                .containsExactly(Change.WITHDRAWN);
    }

    @Test
    void aStoryThatIsStillReportedIsLeft() {
        Signal before = signal(hour(1), 4, 3, 5e-3);
        Signal held = new Signal(
                        before.country(),
                        before.topic(),
                        before.at(),
                        before.arrivedAt(),
                        before.windows(),
                        before.evidence(),
                        opened.stories().subList(0, 2),
                        before.lexicon())
                .correcting(List.of(new Correction("a7", opened.stories().get(0), Kind.RETRACTED, null)));
        assertThat(take(held))
                .as("one report is gone, not its story, and the cell is not calm")
                .extracting(Alert::change)
                .containsExactly(Change.AMENDED);
    }

    @Test
    void anAlertThatWasFadingIsAmendedAndCloses() {
        take(signal(hour(1), 1, 1, 0.4));
        assertThat(take(without(1, hour(2), 1, 0.5))).extracting(Alert::change).containsExactly(Change.AMENDED);
        assertThat(desk.expire(id -> java.util.Optional.of(rule), hour(13))
                        .get(0)
                        .alerts())
                .extracting(Alert::change)
                .containsExactly(Change.CLOSED);
    }

    @Test
    void correctionsOfOtherStoriesChangeNothing() {
        Signal signal =
                signal(hour(1), 5, 3, 1e-4).correcting(List.of(new Correction("x", "st-x", Kind.RETRACTED, null)));
        assertThat(take(signal)).isEmpty();
    }
}
