package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Prints the figures of a run for people, for a document or for a program. */
final class Report {
    private final List<SetReport> sets;
    private final Bars bars;
    private final Recorded recorded;
    private final String lexicon;

    /**
     * A report.
     *
     * @param recorded what the figures are compared with
     */
    Report(List<SetReport> sets, Bars bars, Recorded recorded, String lexicon) {
        this.sets = List.copyOf(sets);
        this.bars = bars;
        this.recorded = recorded;
        this.lexicon = lexicon;
    }

    /** A table; with {@code details} also a line for each class and language. */
    void print(PrintStream out, boolean details) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("set", "measure", "rows", "looked at", "frozen", "bar", "met", "since the record"));
        for (SetReport set : sets) {
            for (SetReport.Line line : set.lines()) {
                if (details || line.kind() == Figure.Kind.CHIEF) {
                    table.add(cells(set.set(), line));
                }
            }
        }
        out.println("Figures in percent; dictionaries " + lexicon + ".");
        new TextTable(table).print(out);
    }

    private List<String> cells(String set, SetReport.Line line) {
        Optional<Bars.Bar> bar = bars.of(set, line.measure());
        return List.of(
                set,
                (line.kind() == Figure.Kind.DETAIL ? "  " : "") + line.measure(),
                String.valueOf(line.rows()),
                percent(line.lookedAt()),
                percent(line.frozen()),
                bar.map(one -> trimmed(one.percent())).orElse(""),
                bar.map(one -> met(line, one)).orElse(""),
                change(set, line));
    }

    private static String met(SetReport.Line line, Bars.Bar bar) {
        return line.frozen().filter(figure -> figure.percent() >= bar.percent()).isPresent() ? "yes" : "no";
    }

    private String change(String set, SetReport.Line line) {
        List<String> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            OptionalDouble before = recorded.percent(set, line.measure(), part);
            Optional<Figure> now = line.figure(part);
            if (before.isEmpty() || now.isEmpty()) {
                changes.add("new");
                continue;
            }
            double change = Math.round(now.get().percent() * 10) / 10.0 - before.getAsDouble();
            changes.add(Math.abs(change) < 0.05 ? "=" : String.format(Locale.ROOT, "%+.1f", change));
        }
        return String.join(" / ", changes);
    }

    /** The table of the document, with what others have published. */
    void printMarkdown(PrintStream out) {
        out.println("| set | measure | rows | looked at | frozen | to reach | published |");
        out.println("|---|---|---:|---:|---:|---:|---|");
        for (SetReport set : sets) {
            for (SetReport.Line line : set.lines()) {
                if (line.kind() == Figure.Kind.CHIEF) {
                    Optional<Bars.Bar> bar = bars.of(set.set(), line.measure());
                    out.printf(
                            Locale.ROOT,
                            "| %s | %s | %d | %s | %s | %s | %s |%n",
                            set.set(),
                            line.measure(),
                            line.rows(),
                            percent(line.lookedAt()),
                            percent(line.frozen()),
                            bar.map(one -> trimmed(one.percent())).orElse(""),
                            bar.map(Bars.Bar::published).orElse(""));
                }
            }
        }
    }

    /** One JSON object. */
    void printJson(PrintStream out, int errors) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("lexicon", lexicon);
        ArrayNode all = json.putArray("sets");
        for (SetReport set : sets) {
            ObjectNode one = all.addObject().put("set", set.set());
            ArrayNode measures = one.putArray("measures");
            for (SetReport.Line line : set.lines()) {
                ObjectNode measure = measures.addObject()
                        .put("measure", line.measure())
                        .put("chief", line.kind() == Figure.Kind.CHIEF)
                        .put("rows", line.rows());
                line.lookedAt().ifPresent(figure -> measure.put("lookedAtPercent", figure.percent()));
                line.frozen().ifPresent(figure -> measure.put("frozenPercent", figure.percent()));
                bars.of(set.set(), line.measure()).ifPresent(bar -> measure.put("barPercent", bar.percent()));
            }
            ArrayNode misses = one.putArray("errors");
            set.misses().stream().limit(errors).forEach(miss -> {
                ObjectNode row = misses.addObject()
                        .put("id", miss.id())
                        .put("text", miss.text())
                        .put("expected", miss.expected())
                        .put("got", miss.got());
                ArrayNode evidence = row.putArray("evidence");
                miss.evidence().forEach(evidence::add);
            });
        }
        out.println(json);
    }

    /** The worst errors of each set, of the looked-at part alone. */
    void printErrors(PrintStream out, int errors) {
        for (SetReport set : sets) {
            out.printf(
                    "%n%s: %d errors in the looked-at part%n",
                    set.set(), set.misses().size());
            set.misses().stream().limit(errors).forEach(miss -> {
                out.println("  " + miss.id() + "  " + miss.text());
                out.println("      expected: " + miss.expected());
                out.println("      got:      " + miss.got());
                miss.evidence().forEach(line -> out.println("        " + line));
            });
        }
    }

    private static String percent(Optional<Figure> figure) {
        return figure.map(one -> String.format(Locale.ROOT, "%.1f", one.percent()))
                .orElse("–");
    }

    private static String trimmed(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
