package io.tocsin.alerts.rule;

import io.tocsin.alerts.rule.Threshold.Reading;
import io.tocsin.alerts.rule.Threshold.Verdict;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;

/** Reads a signal under a rule. Without state; safe for use by any thread. */
public final class RuleEvaluator {
    /** What is older than this, or than the rule's horizon if that is longer, is a back-fill. */
    public static final Duration NEWS_FOR_AT_LEAST = Duration.ofHours(24);

    /** Known days of 28 from which on a signal has a probability; the signal stage decides, this is for the words. */
    public static final int BASELINE_DAYS = 14;

    private static final double MINUTES_AN_HOUR = 60;

    /**
     * What the rule says.
     *
     * @param now the processing time
     */
    public Finding evaluate(AlertRule rule, Signal signal, Instant now) {
        if (!rule.watch().covers(signal)) {
            return new Finding.Unwatched();
        }
        Finding finding = read(rule, signal);
        Duration age = Duration.between(signal.at(), now);
        Duration limit = newsFor(rule);
        if (age.compareTo(limit) <= 0) {
            return finding;
        }
        return finding instanceof Finding.Crossing crossing
                ? new Finding.Blocked(Gate.BACKFILL, hours(limit), hours(age), crossing.arithmetic())
                : new Finding.Outdated();
    }

    private static Finding read(AlertRule rule, Signal signal) {
        Threshold threshold = rule.levels().get(0).threshold();
        Reading opening = threshold.read(signal);
        Arithmetic arithmetic = Measures.arithmetic(rule, threshold, opening.by(), signal);
        Signal.Window window = signal.window(rule.horizon());
        Need need = rule.need();
        switch (opening.verdict()) {
            case UNKNOWN -> {
                return need.met(window)
                        ? new Finding.Blocked(
                                Gate.BASELINE,
                                BASELINE_DAYS,
                                signal.window(opening.by().over()).baselineDays(),
                                arithmetic)
                        : new Finding.Unknown(arithmetic);
            }
            case NOT_MET -> {
                return belowOpening(rule, signal, opening, arithmetic);
            }
            case MET -> {
                // Goes on to the gates.
            }
        }
        if (window.stories() < need.stories()) {
            return new Finding.Blocked(Gate.STORIES, need.stories(), window.stories(), arithmetic);
        }
        if (window.owners() < need.owners()) {
            return new Finding.Blocked(Gate.OWNERS, need.owners(), window.owners(), arithmetic);
        }
        return crossing(rule, signal);
    }

    private static Finding belowOpening(AlertRule rule, Signal signal, Reading opening, Arithmetic arithmetic) {
        return switch (rule.allClear().read(signal, rule.levels().get(0).threshold())) {
            case CALM -> new Finding.Quiet(arithmetic);
            case UNKNOWN -> new Finding.Unknown(arithmetic);
            case NOT_CALM ->
                rule.need().met(signal.window(rule.horizon()))
                        ? new Finding.Blocked(Gate.THRESHOLD, opening.needed(), opening.was(), arithmetic)
                        : new Finding.Held(arithmetic);
        };
    }

    private static Finding crossing(AlertRule rule, Signal signal) {
        for (int rank = rule.levels().size() - 1; rank >= 0; rank--) {
            Level level = rule.levels().get(rank);
            Reading reading = level.threshold().read(signal);
            if (reading.verdict() == Verdict.MET) {
                return new Finding.Crossing(
                        rank,
                        level,
                        reading.needed(),
                        reading.was(),
                        Measures.arithmetic(rule, level.threshold(), reading.by(), signal));
            }
        }
        throw new IllegalStateException("rule " + rule.id() + ": the opening level is met and none is");
    }

    private static Duration newsFor(AlertRule rule) {
        Duration horizon = rule.horizon().length();
        return horizon.compareTo(NEWS_FOR_AT_LEAST) > 0 ? horizon : NEWS_FOR_AT_LEAST;
    }

    private static double hours(Duration duration) {
        return duration.toMinutes() / MINUTES_AN_HOUR;
    }
}
