package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Exclusion;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalDeskTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final String TOPIC = "medtop:16000000";
    private static final List<String> COUNTRIES = List.of("IR", "FR", "BR", "KE");

    private final Map<String, byte[]> kept = new HashMap<>();
    private final Map<String, byte[]> notes = new HashMap<>();
    private final SignalDesk.Ledger ledger = new SignalDesk.Ledger() {
        @Override
        public void put(String key, CellCounts cell) {
            kept.put(key, CellCountsSerde.encode(cell));
        }

        @Override
        public void remove(String key) {
            kept.remove(key);
        }

        @Override
        public void note(String name, byte @Nullable [] note) {
            if (note == null) {
                notes.remove(name);
            } else {
                notes.put(name, note);
            }
        }
    };
    private SignalDesk desk = new SignalDesk(new WatchedScopes(), ledger, Map.of(), Map.of());
    private KnownDays known = KnownDays.NONE;
    private int articles;

    private SignalDesk.Reception story(Instant at, String country, String source) {
        return story(at, country, source, "1");
    }

    private SignalDesk.Reception story(Instant at, String country, String source, String lexicon) {
        return article(at, country, source, "st" + articles, false, lexicon);
    }

    private SignalDesk.Reception article(
            Instant at, String country, String source, String story, boolean copy, String lexicon) {
        known = known.with(Math.floorDiv(at.getEpochSecond(), 86_400));
        desk.tick(at);
        String id = "a" + articles++;
        return desk.take(
                new Contribution(
                        country,
                        List.of("*", TOPIC),
                        story,
                        copy,
                        source,
                        at,
                        at,
                        1,
                        false,
                        true,
                        new EvidenceArticle(id, null, "A title", source, at),
                        known,
                        lexicon),
                at);
    }

    private static Instant at(int day, double hour) {
        return START.plus(Duration.ofDays(day)).plusSeconds((long) (hour * 3600));
    }

    private static Signal.Window day(SignalDesk.Reception taken) {
        assertThat(taken).isInstanceOf(SignalDesk.Reception.Counted.class);
        return ((SignalDesk.Reception.Counted) taken)
                .signals().stream()
                        .filter(signal -> signal.topic().equals(TOPIC))
                        .findFirst()
                        .orElseThrow()
                        .window(Horizon.DAY);
    }

    /** So many stories of each country, spread over the day and over four sources. */
    private SignalDesk.Reception ordinary(int day, int stories) {
        SignalDesk.Reception last = null;
        for (int i = 0; i < stories; i++) {
            for (String country : COUNTRIES) {
                last = story(at(day, 1 + 22.0 * i / stories), country, "s" + (i + day) % 4 + ".example");
            }
        }
        return Objects.requireNonNull(last);
    }

    private void ordinaryDays(int from, int to, int stories) {
        for (int day = from; day < to; day++) {
            ordinary(day, stories);
        }
    }

    /** A story of the country on something else. */
    private void other(Instant at, String country, String source) {
        known = known.with(Math.floorDiv(at.getEpochSecond(), 86_400));
        desk.tick(at);
        String id = "a" + articles++;
        desk.take(
                new Contribution(
                        country,
                        List.of("*"),
                        "st" + id,
                        false,
                        source,
                        at,
                        at,
                        1,
                        false,
                        true,
                        new EvidenceArticle(id, null, "A title", source, at),
                        known,
                        "1"),
                at);
    }

    @Test
    void aBurstOfAFewHoursIsSeenThoughTheDayIsNotMuchAboveItsMean() {
        ordinaryDays(0, 31, 8);
        SignalDesk.Reception last = null;
        for (int i = 0; i < 7; i++) {
            last = story(at(31, 12 + i / 10.0), "IR", "s" + i % 4 + ".example");
        }
        Signal.Window window = day(Objects.requireNonNull(last));

        assertThat(window.pValue()).isNotNull().isLessThan(1e-3);
        assertThat(Objects.requireNonNull(window.basis()).part()).satisfies(part -> {
            assertThat(part).isNotNull();
            assertThat(part.hours()).isEqualTo(2);
            assertThat(part.stories()).isEqualTo(7);
        });
    }

    @Test
    void anAddedSourceIsKeptForItsBaselineAndCountsNowhereUntilThen() {
        ordinaryDays(0, 31, 4);
        int excluded = 0;
        for (int day = 31; day < 47; day++) {
            for (int i = 0; i < 20; i++) {
                SignalDesk.Reception taken = story(at(day, i), "IR", "new.example");
                if (day > 31 || i > 1) {
                    assertThat(taken)
                            .isInstanceOfSatisfying(SignalDesk.Reception.Excluded.class, why -> assertThat(why.reason())
                                    .isEqualTo(Exclusion.Reason.ON_PROBATION));
                    excluded++;
                }
            }
            Signal.Window window = day(ordinary(day, 4));
            assertThat(window.pValue()).as("day %d", day).isNotNull().isGreaterThan(0.005);
        }
        assertThat(excluded).isEqualTo(16 * 20 - 2);
        ordinaryDays(47, 49, 4);
        for (int i = 0; i < 20; i++) {
            Signal.Window window = day(story(at(49, i), "IR", "new.example"));
            assertThat(window.pValue()).as("story %d", i).isNotNull().isGreaterThan(1e-3);
        }
    }

    @Test
    void theFirstStoriesOfSourcesThatNobodyKnowsCountButNotOfADozenAddedAtOnce() {
        ordinaryDays(0, 31, 4);
        for (int i = 0; i < 12; i++) {
            assertThat(story(at(31, i), "IR", "witness" + i + ".example"))
                    .isInstanceOf(SignalDesk.Reception.Counted.class);
        }
        assertThat(story(at(31, 13), "IR", "one-more.example")).isInstanceOf(SignalDesk.Reception.Excluded.class);
    }

    @Test
    void whatOnlyANewSourceToldIsToldByWhoeverRepeatsIt() {
        ordinaryDays(0, 31, 4);
        story(at(31, 0.1), "US", "new.example");
        story(at(31, 0.2), "US", "new.example");
        article(at(31, 1), "IR", "new.example", "scoop", false, "1");
        article(at(31, 2), "IR", "s1.example", "scoop", true, "1");
        article(at(31, 3), "IR", "s2.example", "scoop", true, "1");
        Signal.Window window = day(story(at(31, 3), "IR", "s3.example"));

        assertThat(window.stories()).as("what came in the last day").isEqualTo(3 + 2);
        assertThat(window.copies()).isEqualTo(1);
    }

    @Test
    void aSourceThatFallsSilentTakesItsShareOfTheExpectedWithIt() {
        SignalDesk.Reception last = null;
        for (int day = 0; day < 36; day++) {
            for (int i = 0; i < 40; i++) {
                for (String country : COUNTRIES) {
                    if (day < 32 || i % 4 != 0) {
                        last = story(at(day, i / 2.0), country, i % 4 != 0 ? "stays.example" : "goes.example");
                    }
                }
            }
        }
        Signal.Window window = day(Objects.requireNonNull(last));

        assertThat(window.stories()).isEqualTo(30);
        assertThat(window.expected()).isNotNull().isBetween(26.0, 34.0);
    }

    @Test
    void withMostOfItsSourcesSilentAPeriodSaysNothing() {
        SignalDesk.Reception last = null;
        for (int day = 0; day < 34; day++) {
            for (int i = 0; i < 20; i++) {
                for (String country : COUNTRIES) {
                    if (day < 32 || i % 2 == 0) {
                        last = story(at(day, i), country, i % 2 == 0 ? "stays.example" : "goes.example");
                    }
                }
            }
        }
        Signal.Window window = day(Objects.requireNonNull(last));

        assertThat(window.baselineDays()).isEqualTo(28);
        assertThat(window.pValue()).isNull();
    }

    @Test
    void aSourceThatBringsTwiceAsMuchOfEverythingSurprisesNobody() {
        ordinaryDays(0, 32, 20);
        SignalDesk.Reception last = ordinary(32, 40);

        assertThat(day(last).stories()).isGreaterThanOrEqualTo(40);
        assertThat(day(last).pValue()).isNotNull().isGreaterThan(1e-3);
    }

    @Test
    void newDictionariesThatFindATopicTwiceAsOftenEverywhereSurpriseNobodyForLong() {
        SplittableRandom random = new SplittableRandom(7);
        SignalDesk.Reception last = null;
        for (int day = 0; day < 36; day++) {
            for (int i = 0; i < 40; i++) {
                String country = COUNTRIES.get(random.nextInt(4));
                String source = "s" + i % 4 + ".example";
                Instant at = at(day, i / 2.0);
                if (day < 32 && i % 2 == 0) {
                    other(at, country, source);
                } else {
                    last = story(at, country, source, day < 32 ? "1" : "2");
                }
            }
        }
        assertThat(day(Objects.requireNonNull(last)).pValue()).isNotNull().isGreaterThan(0.01);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aDeskThatIsMadeAnewFromItsLedgerSaysTheSame(long seed) {
        play(seed, 0, 600);
        Map<String, CellCounts> cells = new HashMap<>();
        kept.forEach((key, bytes) -> cells.put(key, CellCountsSerde.decode(bytes)));
        Map<String, byte[]> notesThen = Map.copyOf(notes);
        KnownDays knownThen = known;
        List<SignalDesk.Reception> said = play(seed, 600, 900);

        desk = new SignalDesk(new WatchedScopes(), ledger, cells, notesThen);
        known = knownThen;
        articles = 600;

        assertThat(play(seed, 600, 900)).isEqualTo(said);
    }

    private List<SignalDesk.Reception> play(long seed, int from, int to) {
        List<SignalDesk.Reception> said = new ArrayList<>();
        for (int i = from; i < to; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1000 + i);
            String source = "s" + random.nextInt(8 + i / 300) + ".example";
            said.add(story(at(i / 20, i % 20), COUNTRIES.get(random.nextInt(4)), source));
        }
        return said;
    }

    @Test
    void aCellTakesNoMoreThanTwoKilobytesForEachActiveDay() {
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 300; i++) {
                story(at(day, i * 0.08), "IR", "publisher-number-" + (i * 7 + day) % 200 + ".example");
            }
        }
        assertThat(Objects.requireNonNull(kept.get(Signal.key("IR", TOPIC))).length)
                .isLessThan(14 * 1024)
                .isLessThan(40 * 2048);
        assertThat(notes.values().stream().mapToInt(note -> note.length).sum())
                .as("of two hundred sources")
                .isLessThan(200 * 120);
    }

    @Test
    void aCellAndASourceOfWhichNothingIsLeftAreForgotten() {
        ordinaryDays(0, 3, 4);
        for (int day = 3; day < 60; day++) {
            story(at(day, 5), "US", "s1.example");
        }
        assertThat(kept).containsOnlyKeys(Signal.key("US", TOPIC), Signal.key("US", "*"));
        assertThat(notes.keySet().stream().filter(name -> name.startsWith("source|")))
                .containsExactly("source|s1.example");
    }
}
