package io.tocsin.standalone.why;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.RuleEvaluator;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.alerts.wording.Amounts;
import io.tocsin.alerts.wording.DecisionWording;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import io.tocsin.standalone.why.CellTrace.Around;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the rules decided about a cell. English; immutable and safe for use by any thread. */
public final class CellWording {
    /** Decisions that are told of one rule; with more the reader takes the records themselves. */
    private static final int TOLD = 10;

    private final AlertWording alerts;
    private final DecisionWording decisions;
    private final RuleEvaluator evaluator = new RuleEvaluator();

    public CellWording(TopicTree topics) {
        this.alerts = new AlertWording(topics);
        this.decisions = new DecisionWording(alerts);
    }

    /** The cell by name: {@code Iran: conflict, war and peace}. */
    public String name(String country, String topic) {
        return alerts.cell(country, topic);
    }

    /**
     * What each rule said, that watches the cell or did.
     *
     * @param article the article that is asked for, whose name in an alert is told; null when a time is asked for
     */
    public List<String> lines(CellTrace cell, Collection<AlertRule> inForce, @Nullable ArticleTrace article) {
        List<String> lines = new ArrayList<>();
        lines.add(name(cell.country(), cell.topic()));
        TreeMap<String, Optional<AlertRule>> rules = new TreeMap<>();
        cell.decisions().forEach(decision -> rules.put(decision.rule(), Optional.empty()));
        cell.alerts().forEach(alert -> rules.put(alert.rule(), Optional.empty()));
        inForce.stream()
                .filter(rule -> rule.watch().covers(cell.country(), cell.topic()))
                .forEach(rule -> rules.put(rule.id(), Optional.of(rule)));
        if (rules.isEmpty()) {
            lines.add("  No rule watches this cell.");
        }
        if (cell.signals().isEmpty()) {
            lines.add("  No story was counted in this cell as far back as the signals are kept.");
        }
        rules.forEach((id, rule) -> lines.addAll(rule(id, rule, cell, article)));
        return lines;
    }

    /** Whether a rule watches the cell or once said something about it. */
    public static boolean isWatched(CellTrace cell, Collection<AlertRule> inForce) {
        return !cell.decisions().isEmpty()
                || !cell.alerts().isEmpty()
                || inForce.stream().anyMatch(rule -> rule.watch().covers(cell.country(), cell.topic()));
    }

    private List<String> rule(String id, Optional<AlertRule> rule, CellTrace cell, @Nullable ArticleTrace article) {
        List<String> lines = new ArrayList<>();
        lines.add("  Rule " + id + (rule.isPresent() ? "" : ", which is not in force any more"));
        Around<Decision> decided = cell.decisions(id);
        decided.before().ifPresent(decision -> lines.add("    last decision before: " + told(decision)));
        decided.within().stream().limit(TOLD).forEach(decision -> lines.add("    " + told(decision)));
        if (decided.within().size() > TOLD) {
            lines.add("    and " + (decided.within().size() - TOLD) + " more decisions; --jsonl has them all");
        }
        if (decided.within().isEmpty()) {
            rule.flatMap(watching -> reading(watching, cell)).ifPresent(said -> lines.add("    " + said));
            decided.after().ifPresent(decision -> lines.add("    next decision after: " + told(decision)));
        }
        Around<List<Alert>> rang = cell.alerts(id);
        rang.before().ifPresent(changes -> lines.add("    the alert before: " + history(changes, article)));
        rang.within().forEach(changes -> lines.add("    alert " + history(changes, article)));
        rang.after().ifPresent(changes -> lines.add("    the alert after: " + history(changes, article)));
        if (rang.before().isEmpty() && rang.within().isEmpty() && rang.after().isEmpty()) {
            lines.add("    it opened no alert for this cell");
        }
        return lines;
    }

    private String told(Decision decision) {
        return Amounts.time(decision.at()) + ", " + decisions.sentence(decision);
    }

    /**
     * What the rule in force reads, by the very class that decides live: in the first signal within the time, else in the
     * last before it; one from after it is told as such.
     */
    private Optional<String> reading(AlertRule rule, CellTrace cell) {
        Around<Signal> around = cell.around();
        Optional<Signal> then = around.within().stream().findFirst().or(around::before);
        return then.map(signal -> "no decision then; on the signal of " + read(rule, signal))
                .or(() -> around.after()
                        .map(signal -> "no decision then, and no signal is kept from before; on the next one, of "
                                + read(rule, signal)));
    }

    private String read(AlertRule rule, Signal signal) {
        return Amounts.time(signal.at()) + ": "
                + decisions.sentence(rule, signal, evaluator.evaluate(rule, signal, signal.at()));
    }

    private String history(List<Alert> changes, @Nullable ArticleTrace article) {
        String told = changes.get(0).id() + ": "
                + changes.stream()
                        .map(change -> alerts.change(change.change()) + " " + Amounts.time(change.at())
                                + (change.change().ends() ? "" : " (" + change.level() + ")"))
                        .collect(Collectors.joining(", "))
                + ".";
        String corrected = changes.stream()
                .flatMap(change -> alerts.corrections(change).stream())
                .distinct()
                .map(line -> " " + line)
                .collect(Collectors.joining());
        return told
                + corrected
                + (article == null ? "" : article.partIn(changes).words());
    }
}
