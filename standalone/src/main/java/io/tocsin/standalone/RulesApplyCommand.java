package io.tocsin.standalone;

import io.tocsin.alerts.RuleChanges;
import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.RuleWording;
import io.tocsin.events.Rule;
import io.tocsin.runtime.ExitCode;
import io.tocsin.stream.query.QueryFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin rules apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the rules and saved queries of files in force, at once and in every process, without a restart.",
            "What is removed takes its open alerts with it."
        },
        footer = {
            "",
            "Examples:",
            "  tocsin rules apply rules/desk.yaml",
            "  tocsin rules apply --remove election-night",
            "  tocsin rules apply rules/ --remove old-rule -b kafka:9092",
            "",
            "A file with one error is refused as a whole and nothing is changed. Rules that the alert service reads",
            "from its own files come back when it starts: change them there."
        })
final class RulesApplyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--remove", paramLabel = "ID", description = "A rule to remove; may be given several times.")
    private List<String> remove = List.of();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Rule files or folders.")
    private List<String> places = List.of();

    RulesApplyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (places.isEmpty() && remove.isEmpty()) {
            throw new InvalidInput("nothing to apply: name rule files, or rules with --remove");
        }
        List<RuleFile.Written> rules = new RuleSet(new RuleFile(TopicTree.bundled())).load(places);
        List<Rule> records = records(rules);
        for (Rule rule : records) {
            if (remove.contains(rule.id())) {
                throw new InvalidInput("'" + rule.id() + "' is in a file and in --remove: choose one");
            }
        }
        TocsinConfig config = options.read(surroundings, Path.of("data"));
        warnOfChannels(rules, config.alerts().channelNames());
        AskedBroker broker = new AskedBroker(surroundings, config);
        return broker.ask(List.of(broker.topics().rules()), () -> apply(broker, records))
                .code();
    }

    /** The rules, and the saved queries that stand beside them in the files. */
    private List<Rule> records(List<RuleFile.Written> rules) {
        List<QueryFile.Written> queries = QueryFiles.load(places);
        RuleSet.checkApart(
                rules, queries.stream().map(query -> query.query().id()).toList());
        Instant now = surroundings.clock().instant();
        return Stream.concat(
                        rules.stream().map(rule -> rule.event(now)),
                        queries.stream().map(query -> query.event(now)))
                .toList();
    }

    private ExitCode apply(AskedBroker broker, List<Rule> rules) {
        RuleTopic topic = new RuleTopic(broker.kafka(), broker.topics(), surroundings.clock());
        Map<String, RuleTopic.Entry> there = topic.read();
        for (String id : remove) {
            if (!there.containsKey(id)) {
                throw new InvalidInput("--remove " + id + ": no such rule; in force are "
                        + (there.isEmpty() ? "none" : String.join(", ", there.keySet())));
            }
        }
        RuleChanges changes = RuleChanges.of(there, rules, remove);
        topic.write(changes.toWrite(), changes.removed(), RuleTopic.APPLIED);
        new RuleWording(TopicTree.bundled()).changes(changes, there).forEach(surroundings.out()::println);
        return ExitCode.DONE;
    }

    /** The alert service may run elsewhere with channels of its own, so this is no error. */
    private void warnOfChannels(List<RuleFile.Written> rules, List<String> channels) {
        for (RuleFile.Written rule : rules) {
            for (String channel : rule.rule().deliverTo()) {
                if (!channels.contains(channel)) {
                    surroundings
                            .err()
                            .println("rule '" + rule.rule().id() + "' delivers to '" + channel
                                    + "', which is no channel of these settings; here are "
                                    + String.join(", ", channels));
                }
            }
        }
    }
}
