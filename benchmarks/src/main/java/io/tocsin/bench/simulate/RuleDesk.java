package io.tocsin.bench.simulate;

import io.tocsin.alerts.lifecycle.AlertDesk;
import io.tocsin.alerts.lifecycle.FalseAlarmBudget;
import io.tocsin.alerts.lifecycle.MemoryLedger;
import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.alerts.rule.Standings;
import io.tocsin.events.Alert;
import io.tocsin.events.CellName;
import io.tocsin.events.Change;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import io.tocsin.stream.signal.CellCounts;
import io.tocsin.stream.signal.CellCountsSerde;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.signal.Coverage;
import io.tocsin.stream.signal.HourlyStories;
import io.tocsin.stream.signal.KnownDays;
import io.tocsin.stream.signal.SignalDesk;
import io.tocsin.stream.signal.WatchedScopes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts articles and asks the rules with the classes of the live stages, Kafka left out. An alarm is an alert that opens
 * or rises.
 */
final class RuleDesk {
    private static final int DAY = 86_400;
    private static final int HOUR = 3600;

    private final World world;
    private final List<AlertRule> rules;
    private final Consumer<Alarm> onAlarm;
    private final Consumer<Signal> onSignal;
    private final Map<String, CellCounts> kept = new HashMap<>();
    private final Map<String, byte[]> notes = new HashMap<>();
    private final Map<String, HourlyStories> covered = new HashMap<>();
    private final SignalDesk signals;
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final Standings standings = new Standings();
    private final Map<String, Finding.Standing> stood = new HashMap<>();
    private final AlertDesk desk;
    private KnownDays known = KnownDays.NONE;
    private long hour;
    private long articles;

    /**
     * A desk.
     *
     * @param falseAlarms how many a day the surge rules together may give
     * @param onSignal hears every signal that is told
     */
    RuleDesk(
            World world,
            List<AlertRule> rules,
            double falseAlarms,
            Consumer<Alarm> onAlarm,
            Consumer<Signal> onSignal) {
        this.world = world;
        this.rules = List.copyOf(rules);
        this.onAlarm = onAlarm;
        this.onSignal = onSignal;
        WatchedScopes scopes = new WatchedScopes();
        rules.forEach(rule -> scopes.put(rule.id(), rule.watch().scope()));
        this.signals = new SignalDesk(scopes, new Stores(), Map.of(), Map.of());
        this.desk = new AlertDesk(new MemoryLedger(), new FalseAlarmBudget(falseAlarms));
        desk.rulesChanged(rules);
    }

    void read(Article article) {
        known = known.with(Math.floorDiv(article.at().getEpochSecond(), DAY));
        passTo(article.at());
        List<String> subjects = List.of(CellName.ANY, world.topic(article.cell().topic()));
        Contribution contribution = new Contribution(
                world.code(article.cell().country()),
                subjects,
                article.story(),
                article.copy(),
                article.outlet().owner(),
                article.at(),
                article.at(),
                article.escalation(),
                false,
                article.escalation() > 0,
                new EvidenceArticle(
                        "a" + articles++, null, "A title", article.outlet().id(), article.at()),
                known,
                article.lexicon(),
                subjects.stream().map(subject -> cover(subject, article)).toList(),
                null);
        if (signals.take(contribution, article.at()) instanceof SignalDesk.Reception.Counted counted) {
            counted.signals().forEach(signal -> ask(signal, article.at()));
        }
    }

    private Coverage cover(String subject, Article article) {
        HourlyStories stories = covered.computeIfAbsent(subject, key -> new HourlyStories());
        if (!article.copy()) {
            stories.count(article.at());
        }
        return stories.coverage(article.at());
    }

    private void passTo(Instant now) {
        long next = Math.floorDiv(now.getEpochSecond(), (long) HOUR);
        if (next != hour) {
            hour = next;
            signals.tick(now).forEach(fallen -> ask(fallen, fallen.at()));
            desk.expire(this::rule, now)
                    .forEach(transition -> transition.alerts().forEach(this::tell));
        }
    }

    private void ask(Signal signal, Instant now) {
        onSignal.accept(signal);
        for (AlertRule rule : rules) {
            Finding finding = evaluator.evaluate(rule, signal, now);
            if (finding.standing() == Finding.Standing.UNWATCHED) {
                continue;
            }
            String cell = AlertRule.cell(rule.id(), signal.country(), signal.topic());
            Standings.Judgement judgement =
                    standings.judge(stood.getOrDefault(cell, Finding.Standing.QUIET), rule, signal, finding, now);
            stood.put(cell, judgement.standing());
            if (judgement.passage() == Standings.Passage.HAND_ON) {
                desk.take(rule, signal, finding, now).alerts().forEach(this::tell);
            }
        }
    }

    private void tell(Alert alert) {
        if (alert.change() == Change.OPENED || alert.change() == Change.RAISED) {
            String topic =
                    alert.topics().isEmpty() ? CellName.ANY : alert.topics().get(0);
            onAlarm.accept(new Alarm(alert.rule(), world.cell(alert.countries().get(0), topic), alert.at()));
        }
    }

    private Optional<AlertRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Bytes of all that is kept, as it stands in the stores. */
    long bytes() {
        return kept.values().stream()
                        .mapToLong(cell -> CellCountsSerde.encode(cell).length)
                        .sum()
                + notes.values().stream().mapToLong(note -> note.length).sum();
    }

    /** Cells that are kept. */
    int cells() {
        return kept.size();
    }

    /** The stores, in memory. */
    private final class Stores implements SignalDesk.Ledger {
        @Override
        public void put(String key, CellCounts cell) {
            kept.put(key, cell);
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
    }
}
