package io.tocsin.standalone;

import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.tag.LexiconLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin lexicon}. */
@Command(
        name = "lexicon",
        mixinStandardHelpOptions = true,
        description = "Checks dictionaries.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = LexiconCommand.Check.class)
final class LexiconCommand {
    private LexiconCommand() {}

    /** {@code tocsin lexicon check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what is wrong in dictionaries, at which line, and what to do.",
            footer = {
                "",
                "Examples:",
                "  tocsin lexicon check                    the dictionaries that come with Tocsin",
                "  tocsin lexicon check topic/fr.txt       a file; its folder is topic or escalation, its name the language"
            })
    static final class Check implements Callable<Integer> {
        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE", description = "Dictionary files.")
        private List<Path> files = List.of();

        Check(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            LexiconLint.Findings findings = files.isEmpty() ? LexiconLint.check() : LexiconLint.check(read());
            findings.errors().forEach(surroundings.out()::println);
            findings.advice().forEach(advice -> surroundings.out().println("advice: " + advice));
            surroundings
                    .out()
                    .println(findings.errors().size() + " errors, "
                            + findings.advice().size() + " pieces of advice");
            return (findings.errors().isEmpty() ? ExitCode.DONE : ExitCode.INVALID_INPUT).code();
        }

        private List<DictionaryFile> read() throws IOException {
            List<DictionaryFile> read = new ArrayList<>();
            for (Path file : files) {
                Path folder = file.toAbsolutePath().normalize().getParent();
                String kind = folder == null ? "" : String.valueOf(folder.getFileName());
                if (!kind.equals("topic") && !kind.equals("escalation")) {
                    throw new InvalidInput(file + ": the folder of a dictionary is 'topic' or 'escalation'");
                }
                read.add(new DictionaryFile(kind + "/" + file.getFileName(), Files.readString(file)));
            }
            return read;
        }
    }
}
