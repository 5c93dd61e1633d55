package io.tocsin.standalone.backtest;

import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.alerts.wording.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a comparison found. English; immutable and safe for use by any thread. */
public final class ComparisonWording {
    private final AlertWording wording;

    public ComparisonWording(TopicTree topics) {
        this.wording = new AlertWording(topics);
    }

    /**
     * A table of the sums, then the rings of one side alone.
     *
     * @param against what the other rules are called
     */
    public List<String> lines(Comparison comparison, String against) {
        Tally.Sums given = comparison.given();
        Tally.Sums others = comparison.against();
        List<String> lines = new ArrayList<>();
        lines.add(row("", "given", against));
        lines.add(row("alerts", Integer.toString(given.alerts()), Integer.toString(others.alerts())));
        lines.add(row("alerts a day", rate(given.alertsADay()), rate(others.alertsADay())));
        lines.add(row("alert changes", Integer.toString(given.changes()), Integer.toString(others.changes())));
        lines.add(row("pages", Integer.toString(given.pages()), Integer.toString(others.pages())));
        lines.add(row("near misses", Integer.toString(given.nearMisses()), Integer.toString(others.nearMisses())));
        lines.add("");
        lines.add(comparison.same().size() + " alerts of both, "
                + comparison.fresh().size() + " new, " + comparison.gone().size() + " gone");
        comparison.fresh().forEach(ring -> lines.add("new   " + ring(ring)));
        comparison.gone().forEach(ring -> lines.add("gone  " + ring(ring)));
        return lines;
    }

    private static String row(String name, String given, String against) {
        return String.format(Locale.ROOT, "%-14s %10s  %10s", name, given, against)
                .stripTrailing();
    }

    /** With two decimals. */
    static String rate(double aDay) {
        return String.format(Locale.ROOT, "%.2f", aDay);
    }

    private String ring(Ring ring) {
        String place = ring.countries().isEmpty()
                ? "The world"
                : ring.countries().stream().map(Amounts::country).collect(Collectors.joining(", "));
        String subject = ring.topics().isEmpty()
                ? ""
                : ": " + ring.topics().stream().map(wording::subject).collect(Collectors.joining("; "));
        return Amounts.time(ring.openedAt()) + "  " + ring.level() + "  " + place + subject + "  (" + ring.rule()
                + ")  " + wording.printable(ring.headline());
    }
}
