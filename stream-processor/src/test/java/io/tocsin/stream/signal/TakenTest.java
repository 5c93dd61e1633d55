package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Correction;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a cell is left with when an article is taken out of it. */
class TakenTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:30:00Z");
    private static final String CONFLICT = "medtop:16000000";
    private static final Correction GONE = new Correction("a", "st-a", Correction.Kind.RETRACTED, null);

    private final CellCounts cell = new CellCounts();

    private static Contribution article(
            String id, String owner, Instant at, boolean copy, List<String> topics, @Nullable Taken taken) {
        return new Contribution(
                "IR",
                topics,
                "st-" + id,
                copy,
                owner,
                at,
                at,
                6,
                false,
                true,
                new EvidenceArticle(id, null, "title of " + id, owner, at),
                KnownDays.NONE,
                "v1",
                List.of(),
                taken);
    }

    private static Taken taken(String owner, Instant at, boolean copy, Map<String, Instant> voiceAlso) {
        return new Taken(List.of(CONFLICT), copy, owner, at, 6, false, true, voiceAlso, GONE, null);
    }

    private Signal signal() {
        return SignalMaker.signal("IR", CONFLICT, cell, null, new Almanac(), NOON, NOON);
    }

    private void count(String id, String owner, Instant at, boolean copy) {
        cell.count(article(id, owner, at, copy, List.of(CONFLICT), null));
    }

    private void takeOut(String id, Taken taken) {
        cell.takeOut(article(id, taken.owner(), taken.countedAt(), false, List.of(), taken), taken, CONFLICT);
    }

    @Test
    void whatIsTakenOutLeavesTheCellAsIfItHadNeverCome() {
        count("a", "one", NOON.minus(Duration.ofHours(5)), false);
        byte[] before = CellCountsSerde.encode(cell);
        count("b", "two", NOON.minus(Duration.ofHours(5)), false);
        takeOut("b", taken("two", NOON.minus(Duration.ofHours(5)), false, Map.of()));

        assertThat(CellCountsSerde.encode(cell)).isEqualTo(before);
    }

    @Test
    void aCopyTakesNoStoryAndNoOwnerWithIt() {
        count("a", "one", NOON, false);
        count("b", "two", NOON, true);
        takeOut("b", taken("two", NOON, true, Map.of()));

        assertThat(signal().window(Horizon.DAY)).satisfies(window -> {
            assertThat(window.articles()).isEqualTo(1);
            assertThat(window.copies()).isZero();
            assertThat(window.stories()).isEqualTo(1);
            assertThat(window.owners()).isEqualTo(1);
        });
    }

    @Test
    void anOwnerStaysWhoHasAnotherReport() {
        Instant earlier = NOON.minus(Duration.ofHours(30));
        count("a", "one", earlier, false);
        count("b", "one", NOON, false);
        takeOut("b", taken("one", NOON, false, Map.of(CONFLICT, earlier)));

        assertThat(signal().window(Horizon.DAY).owners()).isZero();
        assertThat(signal().window(Horizon.WEEK).owners()).isEqualTo(1);
        assertThat(signal().evidence()).extracting(EvidenceArticle::articleId).containsExactly("a");
        assertThat(signal().stories()).containsExactly("st-a");
    }

    @Test
    void whatIsForgottenIsNotLookedFor() {
        count("a", "one", NOON, false);
        takeOut("b", taken("two", NOON.minus(CellCounts.KEPT), false, Map.of()));
        assertThat(signal().window(Horizon.DAY).stories()).isEqualTo(1);

        takeOut("a", taken("one", NOON, false, Map.of()));
        takeOut("a", taken("one", NOON, false, Map.of()));
        assertThat(signal().window(Horizon.DAY).stories()).isZero();
        assertThat(signal().window(Horizon.DAY).escalation()).isZero();
    }

    @Test
    void aCellIsToldWhatBecameOfTheArticleThere() {
        Correction stands = new Correction("a", "st-a", Correction.Kind.AMENDED, null);
        Taken taken = new Taken(
                List.of("*", CONFLICT, "medtop:11000000"), false, "one", NOON, 6, false, true, Map.of(), GONE, stands);
        Contribution now = article("a", "one", NOON, false, List.of("*", "medtop:03000000", CONFLICT), taken);

        assertThat(taken.touched(now)).containsExactly("*", CONFLICT, "medtop:11000000", "medtop:03000000");
        assertThat(taken.corrections(CONFLICT, now)).containsExactly(stands);
        assertThat(taken.corrections("medtop:11000000", now)).containsExactly(GONE);
        assertThat(taken.corrections("medtop:03000000", now)).isEmpty();
    }

    @Test
    void aStoryTakenOutIsInNoShareAnyMore() {
        HourlyStories stories = new HourlyStories();
        stories.count(NOON);
        stories.count(NOON);
        stories.takeOut(NOON);
        stories.takeOut(NOON.minus(Duration.ofDays(30)));

        assertThat(stories.coverage(NOON)).isEqualTo(new Coverage(1, 1, 1));
    }
}
