package io.tocsin.standalone;

import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.check.Checked;
import io.tocsin.ingest.source.check.Checked.Failing;
import io.tocsin.ingest.source.check.Checked.Freshness;
import io.tocsin.ingest.source.check.Checked.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of checking sources, for a terminal: one line a source in the order of the list, then the sums. */
final class CheckedTable {
    private final List<SourceConfig> sources;
    private final Map<String, Checked> byId = new HashMap<>();
    private final Instant now;

    CheckedTable(List<SourceConfig> sources, List<Checked> checked, Instant now) {
        this.sources = sources;
        this.now = now;
        checked.forEach(one -> byId.put(one.source().id(), one));
    }

    /** Whether every source can be read and has something new. */
    boolean isAllWell() {
        return byId.values().stream()
                .allMatch(one -> one.finding() instanceof Read read
                        && (read.freshness() == Freshness.FRESH || read.freshness() == Freshness.EMPTY));
    }

    List<String> lines() {
        int width =
                sources.stream().mapToInt(source -> source.id().length()).max().orElse(0);
        String row = "%-8s %-" + Math.max(2, width) + "s %-7s %-13s %7s %7s %9s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, row, "state", "id", "country", "kind", "entries", "undated", "newest", "")
                .stripTrailing());
        Map<String, Integer> sums = new TreeMap<>();
        for (SourceConfig source : sources) {
            Checked checked = byId.get(source.id());
            if (checked != null) {
                lines.add(line(row, checked).stripTrailing());
                sums.merge(state(checked), 1, Integer::sum);
            }
        }
        lines.add("");
        StringBuilder sum = new StringBuilder(sources.size() + (sources.size() == 1 ? " source" : " sources"));
        sums.forEach(
                (state, count) -> sum.append(", ").append(count).append(' ').append(state));
        lines.add(sum.toString());
        return lines;
    }

    private static String state(Checked checked) {
        return checked.finding() instanceof Read read ? read.freshness().toString() : "failing";
    }

    private String line(String row, Checked checked) {
        SourceConfig source = checked.source();
        String country = source.country() == null ? "-" : source.country();
        if (checked.finding() instanceof Read read) {
            return String.format(
                    Locale.ROOT,
                    row,
                    read.freshness(),
                    source.id(),
                    country,
                    read.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    read.entries(),
                    read.undated(),
                    age(read),
                    "");
        }
        if (checked.finding() instanceof Failing failing) {
            return String.format(
                    Locale.ROOT,
                    row,
                    "failing",
                    source.id(),
                    country,
                    "-",
                    "-",
                    "-",
                    "-",
                    failing.reason() + ": " + failing.detail().replaceAll("\\s+", " "));
        }
        throw new IllegalStateException("no such finding: " + checked.finding());
    }

    private String age(Read read) {
        if (read.newestAt() == null) {
            return "-";
        }
        Duration age = Duration.between(read.newestAt(), now);
        return age.toDays() > 1
                ? age.toDays() + " d"
                : age.toHours() > 1 ? age.toHours() + " h" : age.toMinutes() + " min";
    }
}
