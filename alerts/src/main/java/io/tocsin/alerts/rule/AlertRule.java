package io.tocsin.alerts.rule;

import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Horizon;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule with every default filled in.
 *
 * @param id lower case, digits and hyphens; part of the keys of alerts and decisions
 * @param version short hash of the rule's text
 * @param horizon the window that it looks at; of several the longest
 * @param levels mildest first, never empty; the first is the opening level
 * @param coolDown after an alert has closed, how long the same cell may not open another one of the same level or lower
 * @param updateEvery an open alert with new stories is updated at most this often
 * @param dailyBudget how many of its alerts may open on one day (UTC); a level above that of a cooling cell's last alert is
 *     not stopped by it; null for any number
 * @param deliverTo names of channels; empty for all
 */
public record AlertRule(
        String id,
        String version,
        String title,
        Watch watch,
        Horizon horizon,
        List<Level> levels,
        Need need,
        AllClear allClear,
        Duration coolDown,
        Duration updateEvery,
        @Nullable Integer dailyBudget,
        List<String> deliverTo) {

    public AlertRule {
        levels = List.copyOf(levels);
        deliverTo = List.copyOf(deliverTo);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " has no level");
        }
    }

    /** Whether it rings because nothing is heard: then a cell's silence does not end it. */
    public boolean ringsInSilence() {
        return levels.get(0).threshold() instanceof Threshold.Absence;
    }

    /** What its alert on a signal is told by: the signal's articles, but none tells of a silence. */
    public List<EvidenceArticle> tellers(Signal signal) {
        return ringsInSilence() ? List.of() : signal.evidence();
    }

    /** The place of a level, 0 for the mildest; also for a name that the rule no longer has. */
    public int rank(String levelName) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(levelName)) {
                return i;
            }
        }
        return 0;
    }

    /** What a cell is called in stores and on the decisions topic: {@code rule|country|topic}. */
    public static String cell(String rule, String country, String topic) {
        return rule + '|' + country + '|' + topic;
    }

    /** The rule's id out of a {@link #cell}. */
    public static String ruleOf(String cell) {
        int bar = cell.indexOf('|');
        return bar < 0 ? cell : cell.substring(0, bar);
    }
}
