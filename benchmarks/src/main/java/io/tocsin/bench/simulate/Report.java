package io.tocsin.bench.simulate;

import io.tocsin.alerts.rule.AlertRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** {@code tocsin-bench simulate}: how often rules ring in a made-up world, beside the methods of others. */
public final class Report {
    private static final String NAME = "%-36s";
    private static final String ABSENCE = "absence";

    /** Rules that listen for something else than the events of the first table. */
    private static final Set<String> OF_OTHERS = Set.of("first", ABSENCE);

    private final long seed;
    private final double missed;
    private final Simulation simulation;
    private final PrintStream out;

    /**
     * A report.
     *
     * @param missed the share of the copies that the story stage takes for stories of their own, 0 to 1
     */
    public Report(long seed, double missed, PrintStream out) {
        this.seed = seed;
        this.missed = missed;
        this.simulation = new Simulation(seed, missed);
        this.out = out;
    }

    private static List<String> methods() {
        List<String> methods = new ArrayList<>();
        Simulation.rules().stream().map(AlertRule::id).forEach(methods::add);
        for (Peer peer : Peer.values()) {
            methods.add(peer.title());
        }
        return methods;
    }

    /** Runs everything and prints it; a minute or two. */
    public void print(int days) {
        Calibration calibration = new Calibration();
        Simulation.Run quiet = simulation.quiet(days, calibration::take);
        line(
                "%d countries x %d topics, %d quiet days after %d of warm-up, %d articles, %.0f %% of copies missed, seed %d",
                World.COUNTRIES, World.TOPICS, days, Simulation.WARM_UP, quiet.articles(), 100 * missed, seed);
        line("state: %d cells of %.0f bytes in the mean", quiet.cells(), (double) quiet.bytes() / quiet.cells());
        line("");
        line(NAME + " %8s", "false alarms a day", "quiet");
        for (String method : methods()) {
            line(NAME + " %8.2f", method, (double) quiet.scoring().falseAlarms(method) / days);
        }
        line("");
        calibration.print(this::line);
        changes();
        events();
    }

    private void changes() {
        List<Scoring> scorings = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, NAME, "false alarms a day, week after"));
        for (Change change : Change.values()) {
            head.append(String.format(Locale.ROOT, " %12s", change.title()));
            scorings.add(simulation.changed(change).scoring());
        }
        line("");
        line("%s", head);
        for (String method : methods()) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, NAME, method));
            for (Scoring scoring : scorings) {
                row.append(String.format(
                        Locale.ROOT, " %12.2f", (double) scoring.falseAlarms(method) / Simulation.CHANGED_DAYS));
            }
            line("%s", row);
        }
    }

    private void events() {
        Scoring scoring = simulation.events().scoring();
        Predicate<PlantedEvent> often = event -> simulation.world().rate(event.cell()) > Simulation.SPARSEST;
        line("");
        line(
                "planted events in cells of one story a day: found, median delay from the first story, by number of stories");
        header();
        for (String method : methods()) {
            if (OF_OTHERS.contains(method)) {
                continue;
            }
            row(method, method, scoring, often);
            for (Shape shape : Shape.values()) {
                row("  " + shape.title(), method, scoring, often.and(event -> event.shape() == shape));
            }
            row("  second within a week", method, scoring, often.and(event -> event.wave() == 1));
        }
        line("");
        line("planted events over six hours in cells of one story in fifty days");
        header();
        for (String method : methods()) {
            if (!method.equals(ABSENCE)) {
                row(method, method, scoring, often.negate());
            }
        }
        Scoring silences = simulation.silences().scoring();
        Scoring.Found found = silences.found(ABSENCE, event -> true);
        line("");
        line(
                "countries of 15 stories a day and more that fall silent for a day and a half: %d, found %.1f%%, median"
                        + " delay %.1f h",
                found.events(), found.percent(), found.hours());
    }

    private void header() {
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, NAME + " %15s", "stories", "all"));
        for (int size : Simulation.SIZES) {
            head.append(String.format(Locale.ROOT, " %15d", size));
        }
        line("%s", head);
    }

    private void row(String name, String method, Scoring scoring, Predicate<PlantedEvent> which) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, NAME, name));
        row.append(figures(scoring.found(method, which)));
        for (int size : Simulation.SIZES) {
            row.append(figures(scoring.found(method, which.and(event -> event.size() == size))));
        }
        line("%s", row);
    }

    private static String figures(Scoring.Found found) {
        return Double.isNaN(found.hours())
                ? String.format(Locale.ROOT, " %6.1f%%       -", found.percent())
                : String.format(Locale.ROOT, " %6.1f%% %5.1f h", found.percent(), found.hours());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
