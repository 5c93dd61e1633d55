package io.tocsin.standalone;

import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.rule.RuleEcho;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.query.QueryFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks files of rules and saved queries, puts them in force and shows those that are.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesCommand.Check.class, RulesApplyCommand.class, RulesListCommand.class})
final class RulesCommand {
    private RulesCommand() {}

    /** {@code tocsin rules check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads rule files and says how each rule and saved query was understood, or what is wrong where.",
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
            List<QueryFile.Written> queries = QueryFiles.load(places);
            RuleSet.checkApart(
                    rules, queries.stream().map(query -> query.query().id()).toList());
            for (RuleFile.Written rule : rules) {
                surroundings.out().println(echo.sentence(rule.rule()));
                surroundings.out().println();
            }
            for (QueryFile.Written query : queries) {
                surroundings.out().println(query.query().sentence());
                surroundings.out().println();
            }
            surroundings
                    .out()
                    .println(rules.size() + (rules.size() == 1 ? " rule" : " rules")
                            + (queries.isEmpty()
                                    ? ""
                                    : ", " + queries.size() + (queries.size() == 1 ? " saved query" : " saved queries"))
                            + ", no errors");
            return ExitCode.DONE.code();
        }
    }
}
