package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.notify.ConsoleNotifier;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Correction;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Rule;
import io.tocsin.stream.tag.Tagger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From articles whose sources correct them to what the desk is told, through both topologies in Kafka's test driver. */
class CorrectionsTest {
    private static final Tagger TAGGER = Tagger.load();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private final TopicTree tree = TopicTree.bundled();
    private final List<Alert> alerts = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();

    @TempDir
    private Path state;

    @SuppressWarnings("NullAway.Init")
    private Backtest stages;

    @BeforeEach
    void start() {
        RuleFile ruleFile = new RuleFile(tree);
        List<Rule> rules = ruleFile.parse("test.yaml", PastNews.THREE_REPORTS).stream()
                .map(written -> written.event(NOON))
                .toList();
        ConsoleNotifier console = new ConsoleNotifier(told, new AlertWording(tree), ConsoleNotifier.Colours.OFF);
        stages = new Backtest(
                TAGGER,
                ruleFile,
                rules,
                NOON,
                state,
                new SimpleMeterRegistry(),
                alert -> {
                    alerts.add(alert);
                    console.send(alert, "");
                },
                decision -> {});
        PastNews.reports(NOON).forEach(stages::read);
        assertThat(alerts).extracting(Alert::change).containsExactly(Change.OPENED);
    }

    @AfterEach
    void stop() {
        stages.close();
    }

    private static RawArticle article(String id, String domain, String title, String text) {
        return PastNews.article(id, domain, title, text, NOON);
    }

    private static RawArticle revised(RawArticle article, int version, Kind kind) {
        return article.revised(
                new Revision(version, kind, NOON.plus(Duration.ofMinutes(10L * version)), List.of()), NOON);
    }

    private Alert last() {
        return alerts.get(alerts.size() - 1);
    }

    @Test
    void aCorrectedArticleAmendsTheAlertAndTheDeskReadsWhatWasCorrected() {
        stages.read(revised(
                article(
                        "a",
                        "north.example",
                        "Correction: Iran: depot shelled near Tabriz",
                        PastNews.DEPOT.replace("eleven", "seven")),
                2,
                Kind.CORRECTED));

        assertThat(alerts).extracting(Alert::change).containsExactly(Change.OPENED, Change.AMENDED);
        assertThat(last().id()).isEqualTo(alerts.get(0).id());
        assertThat(last().arithmetic().observed()).isEqualTo(3);
        assertThat(last().corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.articleId()).isEqualTo("a");
            assertThat(correction.kind()).isEqualTo(Correction.Kind.AMENDED);
            assertThat(correction.at()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
        });
        assertThat(told)
                .contains("high, amended")
                .contains("\"Correction: Iran: depot shelled near Tabriz\" (north.example) has been corrected by its"
                        + " source, 2026-03-05 12:20 UTC.");
    }

    @Test
    void aRetractionThatLeavesTooLittleWithdrawsTheAlert() {
        stages.read(revised(
                article("a", "north.example", "Retraction: depot near Tabriz", "We withdraw this report on Iran."),
                2,
                Kind.RETRACTED));

        assertThat(alerts).extracting(Alert::change).containsExactly(Change.OPENED, Change.WITHDRAWN);
        assertThat(last().arithmetic().observed()).isEqualTo(2);
        assertThat(last().arithmetic().owners()).isEqualTo(1);
        assertThat(last().closedAt()).isNotNull();
        assertThat(told).contains("\"Retraction: depot near Tabriz\" (north.example) has been taken back");
    }

    @Test
    void aCorrectionToAnotherCountryTakesTheArticleFromTheAlert() {
        String iraq = PastNews.DEPOT
                .replace("Tabriz", "Mosul")
                .replace("Iran", "Iraq")
                .replace("Tehran", "Baghdad");
        stages.read(revised(
                article("a", "north.example", "Correction: Iraq: depot bombed near Mosul", iraq), 2, Kind.CORRECTED));

        assertThat(last().change()).isEqualTo(Change.WITHDRAWN);
    }

    @Test
    void whatStillCrossesIsAmendedWhenAnArticleIsTakenBack() {
        stages.read(article(
                "d",
                "west.example",
                "Iran: tanker attacked off Bandar Abbas",
                "Gunmen attacked an Iranian tanker off Bandar Abbas and killed two sailors before the navy drove them"
                        + " away with gunfire, the port authority said in a statement."));
        stages.read(revised(
                article("c", "south.example", "Retracted: battle at border", "This report on Iran was wrong."),
                2,
                Kind.RETRACTED));

        assertThat(last().change()).isEqualTo(Change.AMENDED);
        assertThat(last().arithmetic().observed()).isEqualTo(3);
        assertThat(last().evidence()).noneMatch(article -> article.articleId().equals("c"));
    }

    @Test
    void anUpdateOrARepetitionTellsNothing() {
        RawArticle update = revised(
                article(
                        "a",
                        "north.example",
                        "Iran: depot bombed near Tabriz, fire out",
                        PastNews.DEPOT + " It is out."),
                2,
                Kind.UPDATED);
        stages.read(update);
        stages.read(update);
        assertThat(alerts).extracting(Alert::change).containsExactly(Change.OPENED);
    }
}
