package io.tocsin.standalone.why;

import io.tocsin.alerts.rule.Measures;
import io.tocsin.alerts.wording.Amounts;
import io.tocsin.events.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows an alert's numbers beside those that were computed anew. English; digits as in the records. */
public final class RecomputationWording {
    private RecomputationWording() {}

    /** A change of an alert. */
    public static List<String> lines(Recomputation change) {
        List<String> lines = new ArrayList<>();
        lines.add("Change " + change.sequence() + ", " + change.change().name().toLowerCase(Locale.ROOT) + " "
                + Amounts.time(change.at()) + ": "
                + switch (change.verdict()) {
                    case AGREES -> "agrees";
                    case DIFFERS -> "differs";
                    case NOTHING_CLAIMED ->
                        change.written().measure().equals(Measures.QUIET_DAYS)
                                ? "gives no number that was computed: it counts the days without news"
                                : "gives no probability: its baseline of "
                                        + Amounts.count(change.written().baselineDays(), "known day", "known days")
                                        + " was too short";
                    case NO_BASIS ->
                        "cannot be computed anew: it was written by a version of Tocsin that did not keep the basis";
                });
        Basis basis = change.written().basis();
        if (basis != null) {
            lines.add("  " + Amounts.count(change.written().observed(), "story", "stories") + " in "
                    + Amounts.horizon(change.written().horizon()) + part(basis) + "; the baseline has "
                    + Amounts.count(basis.stories(), "story", "stories") + " in "
                    + Amounts.count(basis.exposure(), "ordinary day", "ordinary days") + ", its dispersion is "
                    + Amounts.number(basis.dispersion()));
        }
        if (!change.figures().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-9s %-24s %s", "", "in the alert", "computed anew"));
            change.figures().forEach(figure -> lines.add(line(figure)));
        } else if (basis != null) {
            lines.add("  these are no numbers of a baseline");
        }
        return lines;
    }

    private static String part(Basis basis) {
        Basis.Part part = basis.part();
        return part == null
                ? ""
                : ", " + part.stories() + " of them in the last " + Amounts.count(part.hours(), "hour", "hours")
                        + ", the most surprising of " + part.looks() + " parts";
    }

    private static String line(Recomputation.Figure figure) {
        return String.format(
                Locale.ROOT,
                "  %-9s %-24s %s",
                figure.name(),
                figure.written() == null ? "none" : figure.written().toString(),
                figure.anew());
    }
}
