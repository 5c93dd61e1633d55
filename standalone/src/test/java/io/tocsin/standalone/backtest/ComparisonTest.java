package io.tocsin.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Horizon;
import io.tocsin.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Arithmetic NUMBERS =
            new Arithmetic("stories", Horizon.DAY, 9, null, null, null, 5, 3, 9, 0, null);

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Alert alert(
            String id, Change change, String rule, String country, String level, int opened, @Nullable Integer closed) {
        return new Alert(
                Alert.KIND,
                id,
                1,
                change,
                hour(closed == null ? opened : closed),
                rule,
                level,
                "Headline of " + id,
                List.of(country),
                List.of("medtop:16000000"),
                hour(opened),
                closed == null ? null : hour(closed),
                NUMBERS,
                List.of(),
                List.of(),
                "v1",
                "v1",
                null,
                change == Change.OPENED ? Notice.PAGE : Notice.UPDATE,
                List.of());
    }

    private static Tally tally(Alert... changes) {
        Tally tally = new Tally();
        tally.passed(START);
        for (Alert change : changes) {
            tally.count(change);
        }
        tally.passed(hour(48));
        return tally;
    }

    private static Alert opened(String id, String rule, String country, int hour) {
        return alert(id, Change.OPENED, rule, country, "high", hour, null);
    }

    private static Alert closed(String id, String rule, String country, int opened, int closed) {
        return alert(id, Change.CLOSED, rule, country, "high", opened, closed);
    }

    @Test
    void sumsSayHowManyADay() {
        Tally tally = tally(
                opened("a", "surge", "IR", 1),
                alert("a", Change.RAISED, "surge", "IR", "critical", 1, null),
                closed("a", "surge", "IR", 1, 5));
        tally.count(new Decision(
                Decision.KIND,
                START,
                "surge",
                "IR",
                "medtop:16000000",
                Decision.Outcome.BLOCKED,
                Decision.Gate.OWNERS,
                2,
                1,
                NUMBERS,
                "v1"));

        assertThat(tally.sums()).isEqualTo(new Tally.Sums(1, 0.5, 3, 1, 1));
        assertThat(tally.rings()).singleElement().satisfies(ring -> {
            assertThat(ring.level()).isEqualTo("critical");
            assertThat(ring.closedAt()).isEqualTo(hour(5));
        });
        assertThat(new Tally().sums().alertsADay()).isZero();
    }

    @Test
    void ringsOfTheSameNewsAreTheSameWhateverTheRuleIsCalled() {
        Comparison comparison = Comparison.of(
                tally(opened("a", "mine", "IR", 3), opened("b", "mine", "TH", 4)),
                tally(opened("c", "surge", "IR", 6), opened("d", "surge", "MG", 2)));

        assertThat(comparison.same()).extracting(Ring::alert).containsExactly("a");
        assertThat(comparison.fresh()).extracting(Ring::alert).containsExactly("b");
        assertThat(comparison.gone()).extracting(Ring::alert).containsExactly("d");
    }

    @Test
    void ringsOneAfterTheOtherAreNotTheSame() {
        Comparison comparison = Comparison.of(
                tally(opened("a", "surge", "IR", 1), closed("a", "surge", "IR", 1, 5)),
                tally(opened("b", "surge", "IR", 9)));

        assertThat(comparison.same()).isEmpty();
        assertThat(comparison.fresh()).hasSize(1);
        assertThat(comparison.gone()).hasSize(1);
    }

    @Test
    void eachRingHasOneLikeItAndRatherOfItsOwnRule() {
        Comparison comparison = Comparison.of(
                tally(opened("a", "surge", "IR", 3)),
                tally(opened("b", "count", "IR", 3), opened("c", "surge", "IR", 6)));

        assertThat(comparison.same()).hasSize(1);
        assertThat(comparison.gone()).extracting(Ring::alert).containsExactly("b");
    }

    @Test
    void theWordsAreATableAndTheDifferences() {
        Comparison comparison =
                Comparison.of(tally(opened("a", "mine", "IR", 3)), tally(opened("d", "surge", "MG", 2)));

        assertThat(new ComparisonWording(TopicTree.bundled()).lines(comparison, "in force"))
                .containsExactly(
                        "                    given    in force",
                        "alerts                  1           1",
                        "alerts a day         0.50        0.50",
                        "alert changes           1           1",
                        "pages                   1           1",
                        "near misses             0           0",
                        "",
                        "0 alerts of both, 1 new, 1 gone",
                        "new   2026-03-01 03:00 UTC  high  Iran: conflict, war and peace  (mine)  Headline of a",
                        "gone  2026-03-01 02:00 UTC  high  Madagascar: conflict, war and peace  (surge)  Headline of d");
    }
}
