package io.tocsin.standalone;

import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.rule.RuleEcho;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.runtime.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks rule files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RulesCommand.Check.class)
final class RulesCommand {
    private RulesCommand() {}

    /** {@code tocsin rules check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads rule files and says how each rule was understood, or what is wrong at which line.",
            footer = {
                "",
                "Examples:",
                "  tocsin rules check rules/my.yaml",
                "  tocsin rules check                the rules that come with Tocsin"
            })
    static final class Check implements Callable<Integer> {
        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE", description = "Rule files or folders.")
        private List<String> places = List.of(RuleSet.BUNDLED);

        Check(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            TopicTree tree = TopicTree.bundled();
            RuleEcho echo = new RuleEcho(tree);
            List<RuleFile.Written> rules = new RuleSet(new RuleFile(tree)).load(places);
            for (RuleFile.Written rule : rules) {
                surroundings.out().println(echo.sentence(rule.rule()));
                surroundings.out().println();
            }
            surroundings.out().println(rules.size() + (rules.size() == 1 ? " rule" : " rules") + ", no errors");
            return ExitCode.DONE.code();
        }
    }
}
