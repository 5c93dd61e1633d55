package io.tocsin.alerts;

import io.tocsin.alerts.RuleTopic.Entry;
import io.tocsin.events.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What applying rules and saved queries changes on the rules topic.
 *
 * @param added rules that were not there
 * @param changed rules that were there under the same id and read differently
 * @param unchanged rules that are there as they are, whoever put them there
 * @param removed ids
 */
public record RuleChanges(List<Rule> added, List<Rule> changed, List<Rule> unchanged, List<String> removed) {

    public RuleChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        removed = List.copyOf(removed);
    }

    /** Compares rules with those that are there. */
    public static RuleChanges of(Map<String, Entry> there, List<Rule> rules, List<String> remove) {
        List<Rule> added = new ArrayList<>();
        List<Rule> changed = new ArrayList<>();
        List<Rule> unchanged = new ArrayList<>();
        for (Rule rule : rules) {
            Entry entry = there.get(rule.id());
            if (entry == null) {
                added.add(rule);
            } else if (entry.holds(rule)) {
                unchanged.add(rule);
            } else {
                changed.add(rule);
            }
        }
        return new RuleChanges(
                added, changed, unchanged, remove.stream().distinct().toList());
    }

    /** The rules that have to be written. */
    public List<Rule> toWrite() {
        List<Rule> all = new ArrayList<>(added);
        all.addAll(changed);
        return all;
    }
}
