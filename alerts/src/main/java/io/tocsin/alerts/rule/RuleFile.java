package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.Json;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads rule files: YAML, a list of rules or one rule. Saved queries ({@code kind: query}) are left to whoever knows them. A file with one error is refused as a whole, with every problem
 * at its line. Immutable; safe for use by any thread.
 */
public final class RuleFile {
    private final RuleParser parser;

    public RuleFile(TopicTree topics) {
        this.parser = new RuleParser(topics, CountryGroups.bundled());
    }

    /**
     * A rule as it was written and as it was understood.
     *
     * @param text the YAML of this one rule
     * @param parsed the rule with every default filled in
     */
    public record Written(AlertRule rule, String text, ObjectNode parsed) {

        /** As it travels on the rules topic: with the cells that are to be counted for it. */
        public Rule event(Instant appliedAt) {
            ObjectNode withCells = parsed.deepCopy();
            withCells.set("cells", Json.MAPPER.valueToTree(rule.watch().scope()));
            return new Rule(rule.id(), rule.version(), text, withCells, appliedAt);
        }
    }

    /**
     * The rules of a text.
     *
     * @param name what messages call it: a file's path
     * @throws InvalidSettings with every problem, each with its line and the remedy
     */
    public List<Written> parse(String name, String yaml) {
        List<Written> rules = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        List<Settings> all = Settings.list(name, yaml);
        for (Settings one : all) {
            if (one.choice("kind", Rule.Kind.class, Rule.Kind.RULE) == Rule.Kind.QUERY) {
                one.leave();
                continue;
            }
            String text = one.source(yaml);
            AlertRule rule = parser.parse(one, Rule.versionOf(text));
            Integer earlier = lines.putIfAbsent(rule.id(), one.line());
            if (earlier != null) {
                one.problem("id", "'" + rule.id() + "' is the rule at line " + earlier + " too: choose another");
            }
            rules.add(new Written(rule, text, RuleEcho.json(rule)));
        }
        if (!all.isEmpty()) {
            all.get(0).finish();
        }
        return rules;
    }

    /** The rule of a record on the rules topic. */
    public AlertRule read(Rule record) {
        List<Written> rules = parse("rule " + record.id(), record.text());
        if (rules.size() != 1 || !rules.get(0).rule().id().equals(record.id())) {
            throw new InvalidSettings(
                    List.of("rule " + record.id() + ":1: the text is not this one rule: apply its file again"));
        }
        return rules.get(0).rule();
    }
}
