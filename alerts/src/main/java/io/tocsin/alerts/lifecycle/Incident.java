package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.alerts.rule.Level;
import io.tocsin.events.Alert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Alerts that rest on the same stories. It lasts while one of them is open. The JSON form is the store's: fields are only
 * added.
 *
 * @param id {@code in-} and the id of the alert that began it
 * @param open ids of its alerts that are open, in the order in which they joined
 * @param ladder the level names of the rule that last paged, mildest first
 * @param peak the place on the ladder of the gravest level that has paged
 * @param stories ids of the stories that its alerts rest on, the latest last; at most {@value #MOST_STORIES}
 */
public record Incident(String id, List<String> open, List<String> ladder, int peak, List<String> stories) {
    private static final int MOST_STORIES = 200;

    public Incident {
        open = List.copyOf(open);
        ladder = List.copyOf(ladder);
        stories = List.copyOf(stories);
    }

    /** The incident that an alert begins. */
    static Incident begin(Alert alert, AlertRule rule, List<String> stories) {
        return new Incident("in-" + alert.id(), List.of(alert.id()), ladder(rule), rule.rank(alert.level()), List.of())
                .resting(stories);
    }

    /** How many of those stories are the incident's. */
    int shared(List<String> some) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(new HashSet<>(stories));
        return both.size();
    }

    /** With the stories that an alert rests on now. */
    Incident resting(List<String> some) {
        if (stories.containsAll(some)) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(stories);
        some.forEach(all::remove);
        all.addAll(some);
        List<String> kept = new ArrayList<>(all);
        return new Incident(id, open, ladder, peak, kept.subList(Math.max(0, kept.size() - MOST_STORIES), kept.size()));
    }

    Incident joinedBy(String alertId) {
        Set<String> all = new LinkedHashSet<>(open);
        all.add(alertId);
        return new Incident(id, List.copyOf(all), ladder, peak, stories);
    }

    Incident leftBy(String alertId) {
        return new Incident(
                id, open.stream().filter(one -> !one.equals(alertId)).toList(), ladder, peak, stories);
    }

    /**
     * Whether a level is graver than all that have paged. Rules that use the same names mean the same by them; other
     * names are compared by their place among their rule's levels.
     */
    boolean isGraver(AlertRule rule, String level) {
        int place = ladder.indexOf(level);
        return (place >= 0 ? place : rule.rank(level)) > peak;
    }

    /** After a page at that level. */
    Incident paged(AlertRule rule, String level) {
        int place = ladder.indexOf(level);
        return place >= 0
                ? new Incident(id, open, ladder, place, stories)
                : new Incident(id, open, ladder(rule), rule.rank(level), stories);
    }

    private static List<String> ladder(AlertRule rule) {
        return rule.levels().stream().map(Level::name).toList();
    }
}
