package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignalMakerTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private final CellCounts cell = new CellCounts();
    private KnownDays known = KnownDays.NONE;
    private int articles;

    private void story(Instant at, String owner) {
        article(at, owner, false);
    }

    private void article(Instant at, String owner, boolean copy) {
        String id = "a" + articles++;
        known = known.with(Math.floorDiv(at.getEpochSecond(), 86_400));
        cell.count(new Contribution(
                "IR",
                List.of("medtop:16000000"),
                "st-" + id,
                copy,
                owner,
                at,
                at,
                2.5,
                false,
                true,
                new EvidenceArticle(id, null, "title", owner, at),
                known,
                "v1"));
    }

    private Signal at(Instant now) {
        cell.expire(now);
        return SignalMaker.signal("IR", "medtop:16000000", cell, null, Almanac.of(known), now, null);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    @Test
    void countsStoriesOwnersAndCopiesApart() {
        Instant now = day(0).plus(Duration.ofHours(12));
        story(now.minus(Duration.ofHours(30)), "a.example");
        story(now.minus(Duration.ofHours(3)), "b.example");
        story(now.minus(Duration.ofHours(2)), "b.example");
        article(now.minus(Duration.ofHours(1)), "c.example", true);
        story(now, "d.example");

        Signal.Window day = at(now).window(Horizon.DAY);

        assertThat(day.stories()).isEqualTo(3);
        assertThat(day.articles()).isEqualTo(4);
        assertThat(day.copies()).isEqualTo(1);
        assertThat(day.owners()).as("b and d; c only copied").isEqualTo(2);
        assertThat(day.actStories()).isEqualTo(3);
        assertThat(day.escalation()).isEqualTo(7.5);
        assertThat(at(now).window(Horizon.HOUR).stories()).isEqualTo(1);
        assertThat(at(now).window(Horizon.WEEK).stories()).isEqualTo(4);
    }

    @Test
    void saysNothingOfSurpriseUntilTheBaselineKnowsFourteenDays() {
        for (int day = 0; day < 17; day++) {
            story(day(day), "a.example");
        }
        assertThat(at(day(16)).window(Horizon.DAY).pValue()).isNull();
        assertThat(at(day(16)).window(Horizon.DAY).baselineDays()).isEqualTo(13);

        story(day(17), "a.example");
        Signal.Window tested = at(day(17)).window(Horizon.DAY);
        assertThat(tested.baselineDays()).isEqualTo(14);
        assertThat(tested.pValue()).isNotNull().isGreaterThan(0.05);
    }

    @Test
    void aSurgeIsSurprisingAndFallsAgain() {
        for (int day = 0; day < 30; day++) {
            story(day(day), "a.example");
        }
        for (int i = 0; i < 9; i++) {
            story(day(30).plus(Duration.ofMinutes(10L * i)), "owner" + i + ".example");
        }
        Signal.Window surge = at(day(30).plus(Duration.ofHours(2))).window(Horizon.DAY);
        assertThat(surge.stories()).isEqualTo(9);
        assertThat(surge.pValue()).isNotNull().isLessThan(1e-4);
        assertThat(surge.bound()).isNotNull().isLessThanOrEqualTo(9);

        Signal.Window after = at(day(32)).window(Horizon.DAY);
        assertThat(after.stories()).isZero();
        assertThat(after.pValue()).isEqualTo(1.0);
    }

    @Test
    void aDayWithoutAnyNewsIsUnknownAndNotZero() {
        for (int day = 0; day < 30; day++) {
            if (day % 2 == 0) {
                story(day(day), "a.example");
            }
        }
        Signal.Window window = at(day(30)).window(Horizon.DAY);

        assertThat(window.baselineDays()).isEqualTo(14);
        assertThat(Objects.requireNonNull(window.basis()).stories()).isEqualTo(14);
    }

    @Test
    void survivesItsOwnBytes() {
        for (int i = 0; i < 50; i++) {
            article(day(0).plus(Duration.ofHours(7L * i)), "o" + i % 7 + ".example", i % 3 == 0);
        }
        Instant now = day(0).plus(Duration.ofHours(350));
        CellCounts copy = CellCountsSerde.decode(CellCountsSerde.encode(cell));

        assertThat(SignalMaker.signal("IR", "t", copy, null, Almanac.of(copy.knownDays()), now, null))
                .isEqualTo(SignalMaker.signal("IR", "t", cell, null, Almanac.of(known), now, null));
        assertThat(CellCountsSerde.encode(copy)).isEqualTo(CellCountsSerde.encode(cell));
    }

    @Test
    void lateArticlesCountInTheirOwnHour() {
        Instant now = day(3);
        story(now, "a.example");
        story(now.minus(Duration.ofHours(50)), "b.example");
        story(now.minus(Duration.ofHours(60)), "c.example");
        story(now.minus(Duration.ofHours(50)), "d.example");

        assertThat(at(now).window(Horizon.DAY).stories()).isEqualTo(1);
        assertThat(at(now).window(Horizon.WEEK).stories()).isEqualTo(4);
    }

    @Test
    void theBasisOfAWindowGivesItsNumbersAgainAlsoAfterAJourneyAsJson() throws Exception {
        for (int day = 0; day < 24; day++) {
            for (int story = day % 5; story >= 0; story--) {
                story(day(day).plus(Duration.ofHours(story)), "owner" + story + ".example");
            }
        }
        Signal made = at(day(24));

        Signal read = Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(made), Signal.class);

        assertThat(read.windows()).hasSize(3).allSatisfy(window -> {
            SurpriseTest anew = SurpriseTest.of(Objects.requireNonNull(window.basis()));
            assertThat(anew.expected()).isEqualTo(window.expected());
            assertThat(SurpriseTest.bound(window.basis())).isEqualTo(window.bound());
            assertThat(SurpriseTest.pValue(window.basis(), window.stories())).isEqualTo(window.pValue());
        });
    }
}
