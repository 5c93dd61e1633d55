package io.tocsin.standalone;

import io.tocsin.ingest.IngestConfig;
import io.tocsin.ingest.IngestService;
import io.tocsin.ingest.source.catalogue.Opml;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.catalogue.SourceFile;
import io.tocsin.ingest.source.catalogue.SourceYaml;
import io.tocsin.ingest.source.check.Checked;
import io.tocsin.ingest.source.check.CheckedLine;
import io.tocsin.runtime.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin sources}. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Checks lists of sources, and exchanges them with other readers of feeds.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SourcesCommand.Check.class, SourcesCommand.Import.class, SourcesCommand.Export.class})
final class SourcesCommand {
    private SourcesCommand() {}

    /** Which lists, and under which settings. */
    static final class Lists {
        @Option(
                names = {"-c", "--config"},
                paramLabel = "FILE",
                description = "Settings (default: tocsin.yaml in this folder, if there is one).")
        private @Nullable Path config;

        @Parameters(
                paramLabel = "LIST",
                description = "Lists of sources, 'bundled' among them (default: those of the settings).")
        private List<String> places = List.of();

        IngestConfig settings(Surroundings surroundings) {
            return TocsinConfig.read(config, surroundings.environment(), Path.of("data"))
                    .ingest();
        }

        List<SourceConfig> sources(Surroundings surroundings, IngestConfig settings) {
            return places.isEmpty()
                    ? settings.sources()
                    : SourceFile.load(places, SourceConfig.DEFAULT_INTERVAL, surroundings.environment());
        }
    }

    /** {@code tocsin sources check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Asks each source once, robots.txt included, and says what came of it. Publishes nothing.",
                "Exit code 1 when a source fails, is old or has no dates."
            },
            footer = {
                "",
                "Examples:",
                "  tocsin sources check                     the sources of tocsin.yaml",
                "  tocsin sources check bundled             those that come with Tocsin",
                "  tocsin sources check --jsonl my.yaml     one JSON object a source"
            })
    static final class Check implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private Lists lists = new Lists();

        @Option(names = "--jsonl", description = "One JSON object a line and source, each as soon as it is known.")
        private boolean jsonl;

        Check(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws InterruptedException {
            IngestConfig settings = lists.settings(surroundings);
            List<SourceConfig> sources = lists.sources(surroundings, settings);
            List<Checked> checked = new ArrayList<>();
            IngestService.checks(settings, sources, surroundings.clock(), TocsinCommand.version())
                    .check(sources, one -> {
                        checked.add(one);
                        if (jsonl) {
                            surroundings.out().println(CheckedLine.of(one));
                        } else if (surroundings.terminal()) {
                            surroundings.err().print("\r" + checked.size() + " of " + sources.size());
                        }
                    });
            CheckedTable table =
                    new CheckedTable(sources, checked, surroundings.clock().instant());
            if (!jsonl) {
                if (surroundings.terminal()) {
                    surroundings.err().print("\r");
                }
                table.lines().forEach(surroundings.out()::println);
            }
            return table.isAllWell() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        }
    }

    /** {@code tocsin sources import}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Makes a list of sources out of OPML, as other readers of feeds export it.",
            footer = {"", "Example:", "  tocsin sources import feeds.opml > sources.yaml"})
    static final class Import implements Callable<Integer> {
        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE", description = "OPML; - is standard input.")
        private String file = InputFiles.STANDARD_INPUT;

        Import(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws Exception {
            Opml.Imported imported = Opml.read(new InputFiles(surroundings).bytes(file));
            String name = InputFiles.shown(file);
            imported.skipped().forEach(line -> surroundings.err().println(name + ": left out: " + line));
            if (imported.sources().isEmpty()) {
                throw new InvalidInput(name + ": no feed in it: export it as OPML");
            }
            surroundings.out().writeBytes(SourceYaml.write(imported.sources()).getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE.code();
        }
    }

    /** {@code tocsin sources export}. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes lists of sources as OPML, by country; credentials stay behind.",
            footer = {"", "Examples:", "  tocsin sources export > sources.opml", "  tocsin sources export bundled"})
    static final class Export implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private Lists lists = new Lists();

        Export(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            List<SourceConfig> sources = lists.sources(surroundings, lists.settings(surroundings));
            surroundings
                    .out()
                    .writeBytes(Opml.write(sources, "Tocsin's sources").getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE.code();
        }
    }
}
