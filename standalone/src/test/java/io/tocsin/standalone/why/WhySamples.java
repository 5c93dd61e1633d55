package io.tocsin.standalone.why;

import io.tocsin.alerts.lifecycle.AlertId;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.events.CountedBy;
import io.tocsin.events.Decision;
import io.tocsin.events.Evidence;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Family;
import io.tocsin.events.Field;
import io.tocsin.events.Horizon;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Notice;
import io.tocsin.events.Quad;
import io.tocsin.events.Sense;
import io.tocsin.events.Signal;
import io.tocsin.events.Source;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article of an invented border clash, and what was made of it. */
public final class WhySamples {
    public static final Instant ARRIVED = Instant.parse("2026-03-02T10:00:00Z");
    public static final Instant OPENED = ARRIVED.plus(Duration.ofHours(2));
    public static final String ID = "k5tq2n7wd4hzs3c6mabe";
    public static final String URL = "https://mekong-dispatch.example/border-artillery";
    public static final String CONFLICT = "medtop:16000000";
    /** Of the rule {@code surge}, for Thailand and the conflict. */
    public static final String ALERT = AlertId.of("surge", "TH", CONFLICT, OPENED);

    /** The numbers of 17 stories on a baseline of 72 in 28 days: what {@code docs/topics.md} shows. */
    public static final Arithmetic NUMBERS = new Arithmetic(
            "stories",
            Horizon.DAY,
            17,
            2.5892857142857144,
            12.0,
            2.887084886444917e-06,
            28,
            11,
            71,
            49,
            new Basis(72, 28, 1, 1.3));

    private WhySamples() {}

    /** A rule on conflict everywhere. */
    public static AlertRule rule() {
        return new RuleFile(TopicTree.bundled()).parse("test.yaml", """
                        id: surge
                        watch: {topics: [medtop:16000000]}
                        when: {surge: {over: 24h}}
                        """).get(0).rule();
    }

    public static TaggedArticle tagged() {
        return new TaggedArticle(
                ID,
                URL,
                "Artillery exchange near border temple wounds eleven",
                "en",
                new Source("mekong-dispatch.example", "Mekong Dispatch Group", "TH"),
                ARRIVED.minus(Duration.ofMinutes(10)),
                ARRIVED,
                ARRIVED.minus(Duration.ofMinutes(10)),
                CountedBy.PUBLISHED_AT,
                List.of(
                        new TaggedArticle.Country(
                                "TH", 0.9, true, List.of(new Evidence("Thai", Field.TEXT, 0, 4, "demonym"))),
                        new TaggedArticle.Country("FR", 0.1, false, List.of())),
                List.of(
                        new TaggedArticle.Topic(
                                CONFLICT,
                                "conflict, war and peace",
                                0.9,
                                List.of(new Evidence("Artillery", Field.TITLE, 0, 9, "term"))),
                        new TaggedArticle.Topic("medtop:04000000", "economy, business and finance", 0.2, List.of())),
                new TaggedArticle.Escalation(
                        6.4,
                        Family.FIGHT,
                        Quad.MATERIAL_CONFLICT,
                        List.of(new TaggedArticle.Match(
                                Family.AGREE,
                                Quad.VERBAL_COOPERATION,
                                MatchKind.ACT,
                                5,
                                Sense.NEGATED,
                                false,
                                "ceasefire",
                                Field.TEXT,
                                40,
                                49,
                                List.of()))),
                List.of(),
                "2026.11.3");
    }

    /** Its story; the article is a copy in it or its first. */
    public static Story story(boolean copy) {
        String first = copy ? "b7rw4xj2ypn6ua3dkt5q" : ID;
        return new Story(
                "st-" + first,
                "Guns duel at the border",
                "en",
                List.of("TH"),
                List.of(CONFLICT),
                List.of(first, copy ? ID : "zq3m6hs7v2kcf4ntw5je"),
                List.of(copy ? ID : "zq3m6hs7v2kcf4ntw5je"),
                List.of("Mekong Dispatch Group"),
                2,
                1,
                ARRIVED,
                ARRIVED,
                List.of());
    }

    public static Signal signal(Instant at, int stories, @Nullable Double p) {
        List<Signal.Window> windows = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            windows.add(new Signal.Window(
                    horizon, stories, stories, 0, 1, 0, stories, 5, 1.5, 6, p, 28, 0, new Basis(41.5, 28, 1, 1)));
        }
        return new Signal("TH", CONFLICT, at, at, windows, List.of(), List.of(), "2026.11.3");
    }

    public static Decision blocked(Instant at) {
        return new Decision(
                Decision.KIND,
                at,
                "surge",
                "TH",
                CONFLICT,
                Decision.Outcome.BLOCKED,
                Decision.Gate.OWNERS,
                2,
                1,
                NUMBERS,
                "v1");
    }

    public static Alert alert(int sequence, Change change, Instant at, String articleId, Arithmetic numbers) {
        return alert("TH", sequence, change, at, articleId, numbers);
    }

    /** A change of an alert of that country. */
    public static Alert alert(
            String country, int sequence, Change change, Instant at, String articleId, Arithmetic numbers) {
        String id = AlertId.of("surge", country, CONFLICT, OPENED);
        return new Alert(
                Alert.KIND,
                id,
                sequence,
                change,
                at,
                "surge",
                "high",
                "Guns duel at the border – mekong-dispatch.example",
                List.of(country),
                List.of(CONFLICT),
                OPENED,
                change.ends() ? at : null,
                numbers,
                List.of(new EvidenceArticle(articleId, URL, "Guns duel at the border", "mekong-dispatch.example", at)),
                List.of("st-b7rw4xj2ypn6ua3dkt5q"),
                "2026.11.3",
                "v1",
                "in-" + id,
                Notice.PAGE,
                List.of());
    }
}
