package io.tocsin.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.wording.RuleWording;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.stream.query.QueryFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin rules list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Says which rules are in force, who put them there and how each was understood.",
        footer = {"", "Examples:", "  tocsin rules list", "  tocsin rules list --jsonl -b kafka:9092"})
final class RulesListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--jsonl", description = "One rule a line, as on the topic, with its source.")
    private boolean jsonl;

    RulesListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        AskedBroker broker = new AskedBroker(surroundings, options.read(surroundings, Path.of("data")));
        return broker.ask(List.of(broker.topics().rules()), () -> list(broker)).code();
    }

    private ExitCode list(AskedBroker broker) throws Exception {
        Collection<RuleTopic.Entry> entries = new RuleTopic(broker.kafka(), broker.topics(), surroundings.clock())
                .read()
                .values();
        RuleWording wording = new RuleWording(TopicTree.bundled());
        for (RuleTopic.Entry entry : entries) {
            if (jsonl) {
                ObjectNode line = Json.MAPPER.valueToTree(entry.rule());
                line.put("source", entry.source());
                surroundings.out().write(Json.MAPPER.writeValueAsBytes(line));
                surroundings.out().write('\n');
            } else {
                entry(wording, entry).forEach(surroundings.out()::println);
                surroundings.out().println();
            }
        }
        if (!jsonl) {
            surroundings.out().println(wording.inForce((int) entries.stream()
                    .filter(entry -> entry.rule().kind() == Rule.Kind.RULE)
                    .count()));
        }
        return ExitCode.DONE;
    }

    private static List<String> entry(RuleWording wording, RuleTopic.Entry entry) {
        Rule rule = entry.rule();
        if (rule.kind() == Rule.Kind.RULE) {
            return wording.entry(entry);
        }
        String understood;
        try {
            understood = QueryFile.parse("query " + rule.id(), rule.text()).stream()
                    .map(query -> query.query().sentence())
                    .collect(Collectors.joining("; "));
        } catch (InvalidSettings e) {
            understood = rule.id() + ": refused, the query that was in force before stays: " + e.getMessage();
        }
        return wording.entry(entry, understood);
    }
}
