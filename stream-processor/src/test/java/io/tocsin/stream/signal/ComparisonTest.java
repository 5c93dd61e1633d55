package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.events.Basis;
import io.tocsin.events.EscalationIndex;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private final CellCounts cell = new CellCounts();
    private final CellCounts whole = new CellCounts();
    private KnownDays known = KnownDays.NONE;
    private int articles;

    private void story(Instant at, double escalation) {
        known = known.with(Math.floorDiv(at.getEpochSecond(), 86_400));
        String id = "a" + articles++;
        Contribution story = new Contribution(
                "IR",
                List.of("*", "medtop:16000000"),
                "st-" + id,
                false,
                id,
                at,
                at,
                escalation,
                false,
                true,
                new EvidenceArticle(id, null, "title", id, at),
                known,
                "v1");
        cell.count(story);
        whole.count(story);
    }

    private Signal at(Instant now) {
        cell.expire(now);
        whole.expire(now);
        return SignalMaker.signal("IR", "medtop:16000000", cell, whole, Almanac.of(known), now, null);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
    }

    private static Signal.Context context(Signal signal) {
        return Objects.requireNonNull(signal.window(Horizon.DAY).context());
    }

    @Test
    void aShareIsOfAllNewsOfThePlaceAndOfAllNewsOnTheSubject() {
        story(day(0), 2);
        whole.count(new Contribution(
                "IR",
                List.of("*"),
                "st-x",
                false,
                "x",
                day(0),
                day(0),
                0,
                false,
                false,
                new EvidenceArticle("x", null, "x", "x", day(0)),
                known,
                "v1"));
        cell.cover(new Coverage(7, 8, 9));

        assertThat(context(at(day(0))).countryStories()).isEqualTo(2);
        assertThat(context(at(day(0))).topicStories()).isEqualTo(8);
    }

    @Test
    void withoutTheWholeThereIsNoShare() {
        story(day(0), 2);
        Signal alone = SignalMaker.signal("IR", "medtop:16000000", cell, null, Almanac.of(known), day(0), null);
        assertThat(context(alone).countryStories()).isNull();
        assertThat(context(alone).topicStories()).isNull();
        assertThat(context(alone).index()).as("no baseline yet").isNull();
    }

    @Test
    void theIndexComparesConflictWithTheCellsOwnNormal() {
        for (int day = 0; day < 24; day++) {
            story(day(day), 5);
            story(day(day), -5);
        }
        assertThat(context(at(day(23))).index())
                .as("the hour that has only begun is not expected to have brought anything")
                .isCloseTo(EscalationIndex.NORMAL, within(2.5));

        for (int i = 0; i < 3; i++) {
            story(day(24), 9);
        }
        Signal.Window grave = at(day(24)).window(Horizon.DAY);
        Signal.Context numbers = Objects.requireNonNull(grave.context());
        assertThat(numbers.conflict()).isEqualTo(27);
        assertThat(numbers.usualConflict()).isEqualTo(5.0 * grave.baselineDays());
        assertThat(numbers.index())
                .isEqualTo(100
                        * (27 + 5)
                        / (5.0 * Objects.requireNonNull(grave.basis()).tested() + 5));
    }

    @Test
    void conflictSurvivesTheStore() {
        story(day(0), 5);
        story(day(3), 2.5);
        cell.cover(new Coverage(1, 2, 300));
        CellCounts read = CellCountsSerde.decode(CellCountsSerde.encode(cell));
        assertThat(SignalMaker.signal("IR", "medtop:16000000", read, null, Almanac.of(known), day(3), null))
                .isEqualTo(SignalMaker.signal("IR", "medtop:16000000", cell, null, Almanac.of(known), day(3), null));
    }

    @Test
    void firstInManyDaysEndsWithTheFirstStoryBeforeTheHorizon() {
        for (int day = 0; day < 20; day++) {
            known = known.with(Math.floorDiv(day(day).getEpochSecond(), 86_400));
        }
        story(day(20), 1);
        assertThat(at(day(20)).window(Horizon.DAY).quietDays()).isEqualTo(19);
        assertThat(at(day(21)).window(Horizon.DAY).quietDays())
                .as("its story has left the horizon, and is on its first day")
                .isZero();
        assertThat(at(day(22)).window(Horizon.DAY).quietDays()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5", "12", "40"})
    void fewAndManyTogetherAreCertain(int stories) {
        SurpriseTest test = SurpriseTest.of(new Basis(336, 28, 1, 1.4));
        assertThat(test.fewer(stories) + test.tail(stories + 1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void silenceIsImprobableWhereMuchIsUsual() {
        assertThat(SurpriseTest.of(new Basis(336, 28, 1, 1)).fewer(0)).isLessThan(1e-4);
        assertThat(SurpriseTest.of(new Basis(28, 28, 1, 1)).fewer(0)).isGreaterThan(0.3);
        assertThat(SurpriseTest.of(new Basis(84_000, 28, 1, 1.2)).fewer(0)).isLessThan(1e-100);
    }
}
