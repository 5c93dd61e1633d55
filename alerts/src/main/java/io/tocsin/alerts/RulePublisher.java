package io.tocsin.alerts;

import io.tocsin.alerts.RuleTopic.Entry;
import io.tocsin.events.Rule;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the rules and saved queries of the files on the rules topic when the process starts, and removes those that it put there before and
 * that are gone from the files. What others have put there it leaves alone; a rule of the same id it replaces.
 */
public final class RulePublisher implements Component {
    /** The {@code ce_source} of the rules that come from this process's files. */
    public static final String SOURCE = "/tocsin/alert/files";

    private static final Logger LOG = LoggerFactory.getLogger(RulePublisher.class);

    private final RuleTopic topic;
    private final List<Rule> rules;
    private volatile CheckResult health = CheckResult.unavailable("not started");

    public RulePublisher(RuleTopic topic, List<Rule> rules) {
        this.topic = topic;
        this.rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public void start() {
        Map<String, Entry> there = topic.read();
        List<Rule> changed = rules.stream()
                .filter(rule -> !isThere(there.get(rule.id()), rule))
                .toList();
        Set<String> ids = rules.stream().map(rule -> rule.id()).collect(Collectors.toSet());
        List<String> gone = there.entrySet().stream()
                .filter(entry -> entry.getValue().source().equals(SOURCE) && !ids.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        topic.write(changed, gone, SOURCE);
        LOG.info("{} rules from files: {} new or changed, {} removed", rules.size(), changed.size(), gone.size());
        health = CheckResult.ok(rules.size() + " rules published");
    }

    private static boolean isThere(@Nullable Entry entry, Rule rule) {
        return entry != null && entry.source().equals(SOURCE) && entry.holds(rule);
    }

    @Override
    public CheckResult check() {
        return health;
    }

    @Override
    public void close() {
        health = CheckResult.unavailable("stopped");
    }
}
