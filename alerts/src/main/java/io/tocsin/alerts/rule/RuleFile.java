package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.Rule;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads rule files: YAML, a list of rules or one rule. A file with one error is refused as a whole, with every problem
 * at its line. Immutable; safe for use by any thread.
 */
public final class RuleFile {
    private static final int VERSION_DIGITS = 12;

    private final RuleParser parser;

    public RuleFile(TopicTree topics) {
        this.parser = new RuleParser(topics);
    }

    /**
     * A rule as it was written and as it was understood.
     *
     * @param text the YAML of this one rule
     * @param parsed the rule with every default filled in
     */
    public record Written(AlertRule rule, String text, JsonNode parsed) {

        /** As it travels on the rules topic. */
        public Rule event(Instant appliedAt) {
            return new Rule(rule.id(), rule.version(), text, parsed, appliedAt);
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
            String text = dedented(one.source(yaml));
            AlertRule rule = parser.parse(one, version(text));
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

    /** Without the indentation of a list's item, trailing blank lines and comments that belong to the next rule. */
    private static String dedented(String source) {
        List<String> lines =
                new ArrayList<>(source.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && (lines.get(lines.size() - 1).isBlank() || isComment(lines.get(lines.size() - 1)))) {
            lines.remove(lines.size() - 1);
        }
        int indent = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank() && !isComment(line))
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int from = text.isEmpty()
                    ? 0
                    : Math.min(indent, line.length() - line.stripLeading().length());
            text.append(line.substring(from)).append('\n');
        }
        return text.toString();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    private static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
