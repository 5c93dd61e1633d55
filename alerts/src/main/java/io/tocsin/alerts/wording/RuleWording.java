package io.tocsin.alerts.wording;

import io.tocsin.alerts.RuleChanges;
import io.tocsin.alerts.RulePublisher;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.RuleTopic.Entry;
import io.tocsin.alerts.rule.RuleEcho;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Rule;
import io.tocsin.runtime.InvalidSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says which rules are in force and what has become of them. English; immutable and safe for use by any thread. */
public final class RuleWording {
    private static final String COMES_BACK = "; it is in the alert service's files too, and their form comes back when"
            + " that starts: change it there";

    private final RuleEcho echo;
    private final RuleFile reader;

    public RuleWording(TopicTree topics) {
        this.echo = new RuleEcho(topics);
        this.reader = new RuleFile(topics);
    }

    /** What applying rules changed, a line for each rule and a sum. */
    public List<String> changes(RuleChanges changes, Map<String, Entry> before) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : changes.added()) {
            lines.add("new        " + named(rule));
        }
        for (Rule rule : changes.changed()) {
            Entry earlier = before.get(rule.id());
            lines.add("changed    " + named(rule)
                    + (earlier == null ? "" : ", was version " + earlier.rule().version())
                    + comesBack(earlier));
        }
        for (Rule rule : changes.unchanged()) {
            lines.add("unchanged  " + named(rule));
        }
        for (String id : changes.removed()) {
            lines.add("removed    " + id + comesBack(before.get(id)));
        }
        lines.add(changes.added().size() + " new, " + changes.changed().size() + " changed, "
                + changes.unchanged().size() + " unchanged, "
                + changes.removed().size() + " removed");
        return lines;
    }

    private static String named(Rule rule) {
        return rule.id() + " (version " + rule.version() + ")";
    }

    private static String comesBack(@org.jspecify.annotations.Nullable Entry earlier) {
        return earlier != null && earlier.source().equals(RulePublisher.SOURCE) ? COMES_BACK : "";
    }

    /** A rule of the topic: how it was understood, and where it comes from. */
    public List<String> entry(Entry entry) {
        String understood;
        try {
            understood = echo.sentence(reader.read(entry.rule()));
        } catch (InvalidSettings e) {
            understood = entry.rule().id() + ": refused, the rule that was in force before stays: " + e.getMessage();
        }
        return entry(entry, understood);
    }

    /** A rule or a saved query of the topic, where it comes from, and how it was understood by whoever knows. */
    public List<String> entry(Entry entry, String understood) {
        return List.of(
                understood,
                "    version " + entry.rule().version() + ", " + origin(entry.source()) + " at "
                        + Amounts.time(entry.rule().appliedAt()));
    }

    private static String origin(String source) {
        return switch (source) {
            case RulePublisher.SOURCE -> "from the alert service's files";
            case RuleTopic.APPLIED -> "from 'tocsin rules apply'";
            case "" -> "from somebody who does not say";
            default -> "from " + source;
        };
    }

    /** How many there are. */
    public String inForce(int rules) {
        return rules == 0
                ? "no rule is in force: nothing can ring"
                : rules + (rules == 1 ? " rule" : " rules") + " in force";
    }
}
