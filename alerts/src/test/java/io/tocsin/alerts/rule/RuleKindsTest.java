package io.tocsin.alerts.rule;

import static io.tocsin.alerts.Samples.CONFLICT;
import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.TREE;
import static io.tocsin.alerts.Samples.article;
import static io.tocsin.alerts.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.alerts.wording.DecisionWording;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.EscalationIndex;
import io.tocsin.events.Horizon;
import io.tocsin.events.Measured;
import io.tocsin.events.Signal;
import io.tocsin.runtime.InvalidSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleKindsTest {
    private static final Basis BASIS = new Basis(56, 28, 1, 1.2);
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final DecisionWording words = new DecisionWording(new AlertWording(TREE));

    private static Signal signal(
            String place,
            String subject,
            int stories,
            int owners,
            int quietDays,
            @Nullable Double p,
            Signal.@Nullable Context context) {
        List<Signal.Window> windows = Arrays.stream(Horizon.values())
                .map(horizon -> new Signal.Window(
                        horizon,
                        stories,
                        stories,
                        0,
                        owners,
                        0,
                        stories,
                        0,
                        p == null ? null : 2.0,
                        p == null ? null : 7,
                        p,
                        p == null ? 3 : 28,
                        quietDays,
                        p == null ? null : BASIS,
                        context))
                .toList();
        return new Signal(place, subject, START, START, windows, List.of(article()), List.of("s1"), "v1");
    }

    private static Signal signal(int stories, Signal.@Nullable Context context) {
        return signal("IR", CONFLICT, stories, 3, 0, 0.5, context);
    }

    private static Signal.Context of(int country, int topic) {
        return new Signal.Context(country, topic, 0, 0.0, 100.0, 0.5);
    }

    private static Signal.Context escalated(double conflict, double usual) {
        return new Signal.Context(
                9,
                9,
                conflict,
                usual * 28,
                EscalationIndex.of(conflict, EscalationIndex.usual(usual * 28, BASIS)),
                0.5);
    }

    private Finding find(AlertRule rule, Signal signal) {
        return evaluator.evaluate(rule, signal, START);
    }

    @ParameterizedTest
    @CsvSource({"4, 10, CROSSED", "3, 10, SHORT_OF_THRESHOLD", "2, 10, QUIET", "2, 4, SHORT_OF_STORIES"})
    void aShareOfTheCountrysNews(int stories, int all, Standing standing) {
        AlertRule share = rule("id: a\nwhen: {share: {of: country, share: 0.4}}\nall-clear: {share-below: 0.25}\n");
        assertThat(find(share, signal(stories, of(all, 1000))).standing()).isEqualTo(standing);
    }

    @Test
    void aShareOfTheTopicsNewsCarriesWhatItIsOf() {
        AlertRule share = rule("id: a\nwhen: {share: {of: topic}}\nlevels: {x: {share: 0.2}, y: {share: 0.5}}\n");
        Finding finding = find(share, signal(6, of(1000, 10)));
        assertThat(finding).isInstanceOfSatisfying(Finding.Crossing.class, crossing -> {
            assertThat(crossing.level().name()).isEqualTo("y");
            assertThat(crossing.arithmetic().measure()).isEqualTo(Measures.SHARE_OF_TOPIC);
            assertThat(crossing.arithmetic().observed()).isEqualTo(0.6);
            assertThat(crossing.arithmetic().part()).isEqualTo(6);
            assertThat(crossing.arithmetic().whole()).isEqualTo(10);
        });
        assertThat(words.sentence(share, signal(6, of(1000, 10)), finding))
                .isEqualTo(
                        "level 'y' is reached: a share of 60 % where 50 % are needed. 6 of 10 stories, 60 % of all news "
                                + "on the subject in 24 h, from 3 owners (6 articles, no copies).");
    }

    @Test
    void aShareOfWhatWasNotCountedIsUnknown() {
        AlertRule share = rule("id: a\nwhen: {share: {share: 0.4}}\nneed: {stories: 9}\n");
        assertThat(find(share, signal(4, null)).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"95, 5, CROSSED", "20, 5, SHORT_OF_THRESHOLD", "5, 5, QUIET"})
    void anIndexAgainstTheCellsOwnNormal(double conflict, double usual, Standing standing) {
        AlertRule index = rule("id: a\nwhen: {index: {index: 300}}\n");
        Signal signal = signal("IR", "*", 5, 3, 0, 0.5, escalated(conflict, usual));
        Finding finding = find(index, signal);
        assertThat(finding.standing()).isEqualTo(standing);
        assertThat(find(index, signal(5, escalated(conflict, usual))).standing())
                .as("it looks at all news of a country")
                .isEqualTo(Standing.UNWATCHED);
    }

    @Test
    void anIndexCarriesPointsThatItIsComputedFromAndFallsWithThem() {
        AlertRule index = rule("id: a\nwatch: {topics: all}\nwhen: {index: {index: 300}}\n");
        assertThat(find(index, signal(5, escalated(95, 5))))
                .isInstanceOfSatisfying(Finding.Crossing.class, crossing -> {
                    Arithmetic numbers = crossing.arithmetic();
                    assertThat(numbers.observed())
                            .isEqualTo(EscalationIndex.of(
                                    Objects.requireNonNull(numbers.part()), Objects.requireNonNull(numbers.whole())));
                    Arithmetic emptied = Measures.emptied(numbers);
                    assertThat(emptied.part()).isZero();
                    assertThat(emptied.observed()).isEqualTo(EscalationIndex.of(0, 5));
                });
    }

    @ParameterizedTest
    @CsvSource({"2, 30, CROSSED", "2, 29, QUIET", "1, 30, SHORT_OF_STORIES", "0, 30, QUIET"})
    void theFirstInManyDays(int stories, int quietDays, Standing standing) {
        AlertRule first = rule("id: a\nwhen: {first: }\nneed: {stories: 2}\n");
        assertThat(find(first, signal("IR", CONFLICT, stories, 2, quietDays, null, null))
                        .standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-6, CROSSED", "0, 0.01, SHORT_OF_THRESHOLD", "1, 1e-6, QUIET"})
    void anAbsenceNeedsNoBackingAndEndsWithNews(int stories, double pFewer, Standing standing) {
        AlertRule absence = rule("id: a\nwatch: {countries: [IR]}\nwhen: {absence: }\n");
        Signal signal = signal("IR", "*", stories, 0, 0, 1.0, new Signal.Context(0, 0, 0, 0.0, 100.0, pFewer));
        assertThat(find(absence, signal).standing()).isEqualTo(standing);
        assertThat(absence.ringsInSilence()).isTrue();
        assertThat(absence.tellers(signal)).as("no article tells of a silence").isEmpty();
    }

    @Test
    void aQueryCountsItsMatchesOfTheWorld() {
        AlertRule query = rule("id: a\nwhen: {query: {id: hormuz, stories: 2}}\n");
        assertThat(find(query, signal("*", "query:hormuz", 2, 2, 0, null, null)).standing())
                .isEqualTo(Standing.CROSSED);
        assertThat(find(query, signal("*", "query:other", 2, 2, 0, null, null)).standing())
                .isEqualTo(Standing.UNWATCHED);
        assertThat(query.watch().scope().followed()).isTrue();
    }

    private static final String BOTH = """
            id: a
            when: {all: [{count: {stories: 3}}, {share: {share: 0.4}}]}
            """;

    @ParameterizedTest
    @CsvSource({"4, 10, CROSSED", "4, 100, QUIET", "2, 4, SHORT_OF_THRESHOLD", "1, 1, QUIET"})
    void allConditionsMustHoldAndOneEndsIt(int stories, int all, Standing standing) {
        assertThat(find(rule(BOTH + "need: {stories: 1}\n"), signal(stories, of(all, 1000)))
                        .standing())
                .isEqualTo(standing);
    }

    @Test
    void theOtherConditionsNumbersStandBeside() {
        assertThat(find(rule(BOTH), signal(4, of(10, 1000))))
                .isInstanceOfSatisfying(Finding.Crossing.class, crossing -> assertThat(
                                crossing.arithmetic().also())
                        .extracting(Measured::measure)
                        .containsExactly(Measures.SHARE_OF_COUNTRY));
    }

    @ParameterizedTest
    @CsvSource({"5, , CROSSED", "1, 1e-5, CROSSED", "1, 0.5, QUIET", "1, , QUIET"})
    void anyConditionIsEnoughAndOneThatKnowsNothingSaysNothing(int stories, @Nullable Double p, Standing standing) {
        AlertRule any = rule("id: a\nwhen: {any: [{count: {stories: 5}}, {surge: }]}\nneed: {stories: 1, owners: 1}\n");
        assertThat(find(any, signal("IR", CONFLICT, stories, 1, 0, p, null)).standing())
                .isEqualTo(standing);
    }

    @Test
    void levelsOfACombinationNameConditionsByTheirKind() {
        AlertRule rule = rule("""
                id: a
                when: {all: [{surge: {over: 7d}}, {any: [{share: {share: 0.2}}, {index: {index: 200}}]}]}
                levels: {mild: {surge: {p: 1e-3}}, grave: {surge: {p: 1e-6}, share: {share: 0.5}}}
                """);
        assertThat(rule.horizon()).isEqualTo(Horizon.WEEK);
        assertThat(rule.levels().get(1).threshold())
                .isEqualTo(new Threshold.All(List.of(
                        new Threshold.Surge(Horizon.WEEK, 1e-6, 1),
                        new Threshold.Any(List.of(
                                new Threshold.Share(Horizon.DAY, Threshold.Share.Whole.COUNTRY, 0.5),
                                new Threshold.Index(Horizon.DAY, 200))))));
        assertThat(rule.allClear())
                .extracting(AllClear::pAbove, AllClear::shareBelow, AllClear::indexBelow)
                .satisfiesExactly(
                        p -> assertThat(p).isEqualTo(0.05),
                        share -> assertThat((Double) share).isCloseTo(0.15, org.assertj.core.data.Offset.offset(1e-9)),
                        index -> assertThat(index).isEqualTo(150.0));
    }

    @Test
    void tellsEveryProblemOfScopesAndConditionsAtOnce() {
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> new RuleFile(TREE).parse("r.yaml", """
                        - id: a
                          watch: {groups: [atlantis], pairs: [IR], families: [brawl], languages: [xx], sources: ["a|b"]}
                          when: {share: {of: world}}
                        - id: b
                          when: {all: [{absence: }]}
                        - id: c
                          when: {index: {index: 90}}
                          all-clear: {p-above: 0.5}
                        - id: d
                          when: {absence: {over: 24h}}
                          need: {stories: 3}
                        - id: e
                          when: {all: [{count: {stories: 3}}, {count: {over: 1h, stories: 2}}]}
                          levels: {x: {count: {stories: 4}}}
                        """));
        assertThat(refused.problems())
                .anyMatch(problem -> problem.startsWith("r.yaml:2: 'watch.groups': 'atlantis' is no group: known are"))
                .anyMatch(problem -> problem.startsWith("r.yaml:2: 'watch.pairs': 'IR' is no pair"))
                .anyMatch(problem -> problem.startsWith("r.yaml:2: 'watch.families': 'brawl' is no family"))
                .anyMatch(problem -> problem.startsWith("r.yaml:2: 'watch.languages': 'xx' is no language"))
                .anyMatch(problem -> problem.startsWith("r.yaml:2: 'watch.sources': 'a|b' is no source"))
                .anyMatch(problem -> problem.startsWith("r.yaml:3: 'when.share.of': 'world' is none of"))
                .anyMatch(problem -> problem.startsWith("r.yaml:3: 'when.share.share': say how large"))
                .anyMatch(problem -> problem.startsWith("r.yaml:5: 'when.all': combines conditions"))
                .anyMatch(problem -> problem.startsWith("r.yaml:5: 'when.all': absence stands alone"))
                .anyMatch(problem -> problem.startsWith("r.yaml:7: 'when.index.index': '90' is not a number"))
                .anyMatch(problem -> problem.startsWith("r.yaml:8: 'all-clear.p-above': an index rule closes"))
                .anyMatch(problem -> problem.startsWith("r.yaml:11: 'need.stories': nothing backs a silence"))
                .anyMatch(problem -> problem.startsWith("r.yaml:14: 'levels.x.count': stands twice"));
    }

    @Test
    void echoesScopesInWords() {
        String sentence = new RuleEcho(TREE).sentence(rule("""
                id: wide
                watch: {groups: [sahel], pairs: [IR-IL], families: [assault], languages: [fr]}
                when: {any: [{count: {stories: 3}}, {index: {index: 200}}]}
                """));
        assertThat(sentence)
                .startsWith("wide: rings for the Sahel, Israel and Iran together on news to assault in French when the "
                        + "stories of 24h reach 3 or the escalation index of 24h, 100 being normal, reaches 200 "
                        + "(elevated), backed by at least 3 stories of 2 owners; all clear after 6h with fewer than 2 "
                        + "stories and an index below 150; ");
    }

    @Test
    void aGroupInCountriesStandsForItsMembers() {
        AlertRule members = rule("id: a\nwatch: {countries: [BALTICS, FI]}\nwhen: {surge: }\n");
        assertThat(members.watch().scope().places()).containsExactly("EE", "LT", "LV", "FI");
        AlertRule together = rule("id: a\nwatch: {groups: [baltics]}\nwhen: {surge: }\n");
        assertThat(together.watch().countries("baltics")).containsExactly("EE", "LT", "LV");
        assertThat(together.watch().countries("IL-IR")).containsExactly("IL", "IR");
    }

    @Test
    void everyGroupsMembersAreCountries() {
        CountryGroups groups = CountryGroups.bundled();
        List<String> countries = List.of(java.util.Locale.getISOCountries());
        assertThat(groups.names()).contains("eu", "nato", "g7", "mena", "sahel").allSatisfy(name -> assertThat(
                        groups.find(name).orElseThrow().countries())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.equals("XK") || countries.contains(code)));
        assertThat(groups.find("eu").orElseThrow().countries()).hasSize(27);
        assertThat(groups.find("NATO").orElseThrow().countries()).hasSize(32);
    }
}
