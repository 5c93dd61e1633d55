package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.alerts.wording.Amounts;
import io.tocsin.events.Alert;
import io.tocsin.events.codec.Json;
import io.tocsin.standalone.backtest.Ring;
import io.tocsin.standalone.backtest.Tally;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a backtest of an archive as a Markdown table with a column for a reader's verdict. Verdicts that stand in
 * an older table of the same archive are kept, by day, place and subject.
 */
final class VerdictTable {
    private static final int COLUMNS = 6;
    private static final int PLACE = 1;

    private final Path folder;
    private final TocsinCommandLine tocsin;
    private final AlertWording wording = new AlertWording(TopicTree.bundled());

    VerdictTable(Path folder, TocsinCommandLine tocsin) {
        this.folder = folder;
        this.tocsin = tocsin;
    }

    /**
     * Prints the table.
     *
     * @param older a Markdown file with a table whose verdicts are kept; null for none
     * @return whether the backtest ended well
     */
    boolean print(Path archive, @Nullable Path older, PrintStream out) throws IOException, InterruptedException {
        Path output = folder.resolve("alerts.jsonl");
        int code = tocsin.start(
                        List.of("backtest", "--jsonl", archive.toString()), ProcessBuilder.Redirect.to(output.toFile()))
                .waitFor();
        if (code != 0) {
            out.println("tocsin backtest ended with " + code);
            return false;
        }
        Map<String, String> verdicts = older == null ? Map.of() : verdicts(Files.readAllLines(older));
        out.println("| opened | place | subject | level | verdict | what it was |");
        out.println("|---|---|---|---|---|---|");
        for (Ring ring : rings(output)) {
            String row = row(ring);
            out.println(row + verdicts.getOrDefault(key(row), "  |  |"));
        }
        return true;
    }

    private static List<Ring> rings(Path output) throws IOException {
        Tally tally = new Tally();
        for (String line : Files.readAllLines(output)) {
            JsonNode event = Json.MAPPER.readTree(line);
            if (event.path("kind").asText().equals(Alert.KIND)) {
                tally.count(Json.MAPPER.treeToValue(event, Alert.class));
            }
        }
        return tally.rings();
    }

    private String row(Ring ring) {
        List<String> cells = new ArrayList<>();
        cells.add(ring.openedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
        cells.add(
                ring.countries().isEmpty()
                        ? "the world"
                        : ring.countries().stream().map(Amounts::country).collect(Collectors.joining(", ")));
        cells.add(
                ring.topics().isEmpty()
                        ? ring.rule()
                        : ring.topics().stream().map(wording::subject).collect(Collectors.joining(", ")));
        cells.add(ring.level());
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Day, place and subject: a level may be another after a change of the rules. */
    private static String key(String row) {
        String[] cells = row.split("\\|", -1);
        return cells[PLACE].strip() + '|' + cells[PLACE + 1].strip() + '|' + cells[PLACE + 2].strip();
    }

    /** The last two cells of each row of a table of six columns. */
    static Map<String, String> verdicts(List<String> lines) {
        Map<String, String> verdicts = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("|") && cells.length == COLUMNS + 2) {
                verdicts.put(key(line), cells[COLUMNS - 1] + "|" + cells[COLUMNS] + "|");
            }
        }
        return verdicts;
    }
}
