package io.tocsin.alerts.wording;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Finding;
import io.tocsin.alerts.rule.Level;
import io.tocsin.alerts.rule.Measures;
import io.tocsin.alerts.rule.Threshold.Reading;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Decision;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Signal;

/**
 * Says why a rule did or did not ring: what the gate asks for, what there was, and the numbers. English; immutable and
 * safe for use by any thread.
 */
public final class DecisionWording {
    private static final int MINUTES_AN_HOUR = 60;

    private final AlertWording alerts;

    public DecisionWording(AlertWording alerts) {
        this.alerts = alerts;
    }

    /** The decision, without its rule, cell and time. */
    public String sentence(Decision decision) {
        String outcome =
                switch (decision.outcome()) {
                    case BLOCKED -> blocked(decision.gate(), decision.needed(), decision.was(), decision.arithmetic());
                    case PASSED ->
                        "it passed every gate: "
                                + MeasureWording.reached(
                                        decision.arithmetic().measured(), decision.needed(), decision.was())
                                + ".";
                };
        return outcome + " " + alerts.arithmetic(decision.arithmetic());
    }

    /** What a rule finds in a signal. */
    public String sentence(AlertRule rule, Signal signal, Finding finding) {
        if (finding instanceof Finding.Quiet quiet) {
            return "nothing crossed its threshold: " + opening(rule, signal, quiet.arithmetic()) + ". "
                    + alerts.arithmetic(quiet.arithmetic());
        }
        if (finding instanceof Finding.Held held) {
            return "above the closing level and below the opening one, so that it keeps an alert open and opens none: "
                    + opening(rule, signal, held.arithmetic()) + ". " + alerts.arithmetic(held.arithmetic());
        }
        if (finding instanceof Finding.Unknown unknown) {
            return "too little is known of this cell to say anything. " + alerts.arithmetic(unknown.arithmetic());
        }
        if (finding instanceof Finding.Blocked blocked) {
            return blocked(blocked.gate(), blocked.needed(), blocked.was(), blocked.arithmetic()) + " "
                    + alerts.arithmetic(blocked.arithmetic());
        }
        if (finding instanceof Finding.Crossing crossing) {
            return "level '" + crossing.level().name() + "' is reached: "
                    + MeasureWording.reached(crossing.arithmetic().measured(), crossing.needed(), crossing.was())
                    + ". "
                    + alerts.arithmetic(crossing.arithmetic());
        }
        return "the rule has nothing to say about it.";
    }

    private static String opening(AlertRule rule, Signal signal, Arithmetic numbers) {
        Level first = rule.levels().get(0);
        Reading reading = first.threshold().read(signal);
        return "level '" + first.name() + "' needs "
                + MeasureWording.needed(numbers.measure(), reading.needed(), reading.was());
    }

    private static String blocked(Gate gate, double needed, double was, Arithmetic numbers) {
        return "blocked by the gate '" + name(gate) + "': it needs "
                + switch (gate) {
                    case BASELINE ->
                        was < needed
                                ? amounts(needed, was, "known day", "known days")
                                : "more of the usual sources: too many were silent to say anything";
                    case THRESHOLD -> MeasureWording.needed(numbers.measure(), needed, was);
                    case STORIES -> amounts(needed, was, "story", "stories");
                    case OWNERS -> amounts(needed, was, "owner", "owners");
                    case BACKFILL ->
                        "news of the last " + Amounts.count(needed, "hour", "hours") + " and this was "
                                + Amounts.count(was, "hour", "hours") + " old";
                    case COOL_DOWN ->
                        Amounts.count(needed / MINUTES_AN_HOUR, "hour", "hours")
                                + " after the last alert's end and it was "
                                + Amounts.count(was / MINUTES_AN_HOUR, "hour", "hours");
                    case FALSE_DISCOVERY ->
                        MeasureWording.needed(Measures.STORIES, needed, was)
                                + " (the budget of false alarms, shared among all cells)";
                    case BUDGET ->
                        "fewer than " + Amounts.count(needed, "alert", "alerts") + " of the rule on one day and there "
                                + (was == 1 ? "was " : "were ") + Amounts.number(was);
                }
                + ".";
    }

    private static String name(Gate gate) {
        return gate.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String amounts(double needed, double was, String one, String many) {
        return Amounts.count(needed, one, many) + " and there " + (was == 1 ? "was " : "were ") + Amounts.number(was);
    }
}
