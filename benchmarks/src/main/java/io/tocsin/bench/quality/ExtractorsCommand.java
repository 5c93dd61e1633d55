package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.ProcessorTime;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.RawDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ours and other readers of main text, on the same pages with the same scores in the same run. */
public final class ExtractorsCommand {
    private final Path folder;
    private final PrintStream out;

    /**
     * A command.
     *
     * @param folder of the labelled sets, as for {@code quality}
     */
    public ExtractorsCommand(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Prints a Markdown table. */
    public void run() throws IOException {
        Map<String, Supplier<Scorer<ParseOutcome>>> sets = new LinkedHashMap<>();
        sets.put("scrapinghub-aeb", BodyScorer::new);
        sets.put("trafilatura-eval", SegmentScorer::new);
        sets.put("fundus", BodyScorer::new);
        sets.put("readability-test-pages", BodyScorer::new);
        out.println("| set | measure | extractor | looked at | frozen | ms of processor time a page |");
        out.println("|---|---|---|---:|---:|---:|");
        for (var set : sets.entrySet()) {
            Path file = folder.resolve("extraction").resolve(set.getKey() + ".jsonl");
            if (Files.exists(file)) {
                for (var extractor : Extractor.all().entrySet()) {
                    score(set.getKey(), file, set.getValue(), extractor.getKey(), extractor.getValue());
                }
            }
        }
    }

    private void score(
            String set,
            Path file,
            Supplier<Scorer<ParseOutcome>> scorers,
            String name,
            Function<RawDocument, ParseOutcome> extractor)
            throws IOException {
        PageSet read = new PageSet(set, "extraction/" + file.getFileName(), folder, extractor, scorers);
        SetReport report = SetRun.of(read, file, done -> {});
        SetReport.Line line = report.lines().stream()
                .filter(one -> one.kind() == Figure.Kind.CHIEF)
                .findFirst()
                .orElseThrow();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.1f | %.1f | %.1f |%n",
                set,
                line.measure(),
                name,
                line.lookedAt().map(Figure::percent).orElse(Double.NaN),
                line.frozen().map(Figure::percent).orElse(Double.NaN),
                millis(read, file));
    }

    /** A page, once all were read before, with unpacking it. */
    private static double millis(PageSet set, Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(Json.MAPPER.readTree(line));
        }
        ProcessorTime time = new ProcessorTime();
        rows.forEach(set::read);
        return time.seconds() * 1000 / Math.max(1, rows.size());
    }
}
