package io.tocsin.alerts;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
import io.tocsin.events.Notice;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signals, alerts and rules for tests. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    public static final String CONFLICT = "medtop:16000000";
    public static final TopicTree TREE = TopicTree.bundled();

    public static final String SURGE = """
            - id: surge
              title: Surge of conflict news
              watch: {countries: all, topics: [medtop:16000000]}
              when: {surge: {over: 24h}}
              need: {stories: 3, owners: 2}
              levels: {elevated: {p: 1e-3}, high: {p: 1e-5}, critical: {p: 1e-8}}
              all-clear: {p-above: 0.05, for: 12h}
              cool-down: 6h
              update-every: 2h
            """;

    private Samples() {}

    public static RuleFile.Written written(String yaml) {
        return new RuleFile(TREE).parse("test.yaml", yaml).get(0);
    }

    public static AlertRule rule(String yaml) {
        return written(yaml).rule();
    }

    /** A signal of IR on conflict with the same numbers in every horizon; the stories' ids begin with the minute. */
    public static Signal signal(Instant at, int stories, int owners, @Nullable Double p) {
        return signal("IR", at, stories, owners, p);
    }

    public static Signal signal(String country, Instant at, int stories, int owners, @Nullable Double p) {
        List<Signal.Window> windows = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            windows.add(new Signal.Window(
                    horizon,
                    stories,
                    stories * 3,
                    stories,
                    owners,
                    0,
                    stories,
                    stories * 5.0,
                    p == null ? null : 1.5,
                    p == null ? null : 7,
                    p,
                    p == null ? 5 : 28,
                    0,
                    p == null ? null : new Basis(41.5, 28, 1, 1.2)));
        }
        List<EvidenceArticle> evidence = stories == 0 ? List.of() : List.of(article(at));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < stories; i++) {
            ids.add("s" + at.getEpochSecond() / 60 + "-" + i);
        }
        return new Signal(country, CONFLICT, at, at, windows, evidence, ids, "2026.3.1");
    }

    public static EvidenceArticle article() {
        return article(START);
    }

    public static EvidenceArticle article(Instant publishedAt) {
        return new EvidenceArticle(
                "a1",
                "https://desert-post.example/2026/03/strikes",
                "Air strikes reported near the border",
                "desert-post.example",
                publishedAt);
    }

    public static Alert alert(String id, int sequence, Change change, Instant at) {
        return new Alert(
                Alert.KIND,
                id,
                sequence,
                change,
                at,
                "surge",
                "high",
                "Air strikes reported near the border – desert-post.example",
                List.of("IR"),
                List.of(CONFLICT),
                START,
                change.ends() ? at : null,
                new Arithmetic("stories", Horizon.DAY, 41, 6.2, 17.0, 2.1e-9, 28, 19, 212, 131, null),
                List.of(
                        article(),
                        new EvidenceArticle("a2", null, "<b>\"Strikes\" & shells</b>\u0007", "other.example", null)),
                List.of("s1"),
                "2026.3.1",
                "abc123",
                "in-" + id,
                change == Change.OPENED || change == Change.RAISED ? Notice.PAGE : Notice.UPDATE,
                List.of());
    }
}
