package io.tocsin.bench.quality;

import io.tocsin.runtime.ExitCode;
import io.tocsin.standalone.Progress;
import io.tocsin.stream.tag.Tagger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin-bench quality}. */
@Command(
        name = "tocsin-bench quality",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Scores the tagger, the page reader and the feed reader on a folder of labelled sets.",
        footer = {
            "",
            "Each set is split in two by a hash of its rows. Figures are given for both",
            "parts, errors for the looked-at part alone: what is mended by them must show",
            "on the frozen part too.",
            "",
            "Examples:",
            "  tocsin-bench quality sets/                  all sets that are there",
            "  tocsin-bench quality --errors 20 sets/ plv  one set with its worst errors",
            "  tocsin-bench quality --record --markdown sets/",
            "                      a new record, and the table of docs/quality.md"
        })
public final class QualityCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Supplier<Tagger> tagger;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the sets are.")
    private Path folder = Path.of("");

    @Parameters(index = "1..*", paramLabel = "SET", description = "Sets to score (default: all).")
    private List<String> names = List.of();

    @Option(names = "--errors", paramLabel = "N", description = "Shows the N worst errors of each set.")
    private int errors;

    @Option(names = "--details", description = "Also shows each class, language and category.")
    private boolean details;

    @Option(names = "--json", description = "One JSON object in place of the table.")
    private boolean json;

    @Option(names = "--markdown", description = "The table as Markdown.")
    private boolean markdown;

    @Option(names = "--record", description = "Keeps the figures, for later runs to compare with.")
    private boolean record;

    @Option(
            names = "--record-file",
            paramLabel = "FILE",
            description = "Where the figures are kept (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:tocsin.home:-.}/benchmarks/quality.json")
    private Path recordFile = Path.of("benchmarks/quality.json");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * A command.
     *
     * @param terminal whether {@code err} is one: then progress is drawn there
     * @param tagger is asked once, when the command runs
     */
    public QualityCommand(PrintStream out, PrintStream err, boolean terminal, Supplier<Tagger> tagger) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.tagger = tagger;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + ": no such folder");
        }
        Recorded recorded = Recorded.read(recordFile);
        Catalogue catalogue = Catalogue.of(folder, tagger.get());
        List<SetReport> reports = new ArrayList<>();
        for (LabelledSet<?> set : chosen(catalogue.sets())) {
            Path file = folder.resolve(set.file());
            if (Files.notExists(file)) {
                err.println("skipped " + set.name() + ": there is no " + file);
                continue;
            }
            try (Progress progress = new Progress(err, terminal, InstantSource.system(), "rows")) {
                reports.add(SetRun.of(set, file, done -> progress.at(done, 0, set.name())));
            }
        }
        Report report = new Report(reports, Bars.bundled(), recorded, catalogue.lexicon());
        if (json) {
            report.printJson(out, errors);
        } else if (markdown) {
            report.printMarkdown(out);
        } else {
            report.print(out, details);
        }
        if (!json && errors > 0) {
            report.printErrors(out, errors);
        }
        if (record) {
            recorded.put(reports);
            recorded.write(recordFile, catalogue.lexicon());
            err.println("recorded in " + recordFile);
        }
        return ExitCode.DONE.code();
    }

    private List<LabelledSet<?>> chosen(List<LabelledSet<?>> sets) {
        List<LabelledSet<?>> chosen = new ArrayList<>();
        for (LabelledSet<?> set : sets) {
            if (names.isEmpty() || names.contains(set.name())) {
                chosen.add(set);
            }
        }
        List<String> known = sets.stream().map(LabelledSet::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "no such set: " + name + "; there are " + String.join(", ", known));
            }
        }
        return chosen;
    }
}
