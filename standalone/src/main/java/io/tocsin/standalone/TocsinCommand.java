package io.tocsin.standalone;

import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.InvalidSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit codes: {@link ExitCode}. */
@Command(
        name = "tocsin",
        mixinStandardHelpOptions = true,
        versionProvider = TocsinCommand.Version.class,
        description = "Reads the world's news as it is published and rings when something escalates.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            RunCommand.class,
            DemoCommand.class,
            ServiceCommands.IngestCommand.class,
            ServiceCommands.ProcessCommand.class,
            ServiceCommands.AlertCommand.class,
            TagCommand.class,
            ExtractCommand.class,
            FeedCommand.class,
            SourcesCommand.class,
            StoriesCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            RulesCommand.class,
            SilenceCommand.class,
            AckCommand.class,
            LexiconCommand.class,
            WhyCommand.class,
            TailCommand.class,
            PushTokenCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  tocsin demo                          see alerts ring within a minute",
            "  tocsin run --config tocsin.yaml      watch your own feeds under your own rules",
            "  tocsin tag page.html                 what Tocsin reads in a page",
            "  tocsin backtest --rules my.yaml archive.jsonl",
            "                                       what a rule would have done",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or invalid input, 3 no broker, 130 interrupted."
        })
final class TocsinCommand {
    private static final Logger LOG = LoggerFactory.getLogger(TocsinCommand.class);

    private TocsinCommand() {}

    /** Runs a command line to its end and answers the exit code. */
    static int execute(Surroundings surroundings, String... args) {
        CommandLine commandLine = new CommandLine(new TocsinCommand(), new Commands(surroundings));
        commandLine.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((e, command, result) -> failure(e, surroundings));
        int code = commandLine.execute(args);
        surroundings.out().flush();
        return code;
    }

    private static int failure(Exception e, Surroundings surroundings) {
        if (e instanceof InvalidSettings invalid) {
            invalid.problems().forEach(surroundings.err()::println);
            return ExitCode.INVALID_INPUT.code();
        }
        if (e instanceof InvalidInput invalid) {
            surroundings.err().println(invalid.getMessage());
            return ExitCode.INVALID_INPUT.code();
        }
        if (e instanceof InterruptedException) {
            return ExitCode.INTERRUPTED.code();
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            surroundings.err().println("tocsin: " + e.getMessage());
            return ExitCode.FAILED.code();
        }
        LOG.error("failed", e);
        surroundings.err().println("tocsin: failed: " + e);
        return ExitCode.FAILED.code();
    }

    /** Gives commands their surroundings. */
    private record Commands(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Surroundings.class).newInstance(surroundings);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    /** The version that the build wrote into the jar. */
    static String version() {
        String version = TocsinCommand.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** For {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tocsin " + version()};
        }
    }
}
