package io.tocsin.standalone.why;

import io.tocsin.alerts.wording.Amounts;
import io.tocsin.events.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
                        "gives no probability: its baseline of "
                                + Amounts.count(change.written().baselineDays(), "known day", "known days")
                                + " was too short";
                    case NO_BASIS ->
                        "cannot be computed anew: it was written by a version of Tocsin that did not keep the basis";
                });
        Basis basis = change.written().basis();
        if (basis == null) {
            return lines;
        }
        lines.add("  " + Amounts.count(change.written().observed(), "story", "stories") + " in "
                + Amounts.horizon(change.written().horizon()) + "; the baseline has "
                + Amounts.count(basis.stories(), "story", "stories") + " in "
                + Amounts.count(basis.exposure(), "ordinary day", "ordinary days") + ", its dispersion is "
                + Amounts.number(basis.dispersion()));
        Recomputation.Numbers anew = change.anew();
        if (anew == null) {
            lines.add("  these are no numbers of a baseline");
            return lines;
        }
        lines.add(String.format(Locale.ROOT, "  %-9s %-24s %s", "", "in the alert", "computed anew"));
        lines.add(line("expected", change.written().expected(), anew.expected()));
        lines.add(line("bound", change.written().bound(), anew.bound()));
        lines.add(line("p-value", change.written().pValue(), anew.pValue()));
        return lines;
    }

    private static String line(String name, @Nullable Double written, double anew) {
        return String.format(Locale.ROOT, "  %-9s %-24s %s", name, written == null ? "none" : written.toString(), anew);
    }
}
