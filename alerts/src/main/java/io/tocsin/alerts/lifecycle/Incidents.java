package io.tocsin.alerts.lifecycle;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Notice;
import io.tocsin.events.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open incidents: which alert belongs to which, and which change is a page. An alert joins the incident that holds at
 * least half of the stories that it rests on, the one with most of them; else it begins one of its own, and stays there
 * for life. A page is what begins an incident, and a level that is graver than all that the incident has paged; the rest
 * is news of it. Not safe for use by several threads.
 */
public final class Incidents {
    private final Ledger ledger;
    private final Map<String, Incident> incidents = new TreeMap<>();
    /** The incident of an open alert. */
    private final Map<String, String> byAlert = new HashMap<>();

    /** Where the incidents are kept, by id. */
    public interface Ledger {
        List<Incident> incidents();

        void put(Incident incident);

        void removeIncident(String id);
    }

    public Incidents(Ledger ledger) {
        this.ledger = ledger;
        for (Incident incident : ledger.incidents()) {
            incidents.put(incident.id(), incident);
            incident.open().forEach(alert -> byAlert.put(alert, incident.id()));
        }
    }

    /** An open alert has been seen with a signal: its stories are the incident's. */
    void seen(Alert alert, AlertRule rule, Signal signal) {
        Incident incident = of(alert);
        if (incident != null) {
            keep(incident, incident.resting(stories(rule, signal)));
        }
    }

    /**
     * A change as a part of its incident.
     *
     * @param rule the alert's; null when it is no more
     * @param signal what changed it; null when only time has passed
     */
    Alert told(Alert alert, @Nullable AlertRule rule, @Nullable Signal signal) {
        Incident incident = of(alert);
        if (incident == null) {
            if (rule == null || signal == null || alert.change() != Change.OPENED) {
                return alert; // opened before there were incidents
            }
            return opened(alert, rule, stories(rule, signal));
        }
        Notice notice = Notice.UPDATE;
        Incident after = incident;
        if (alert.change() == Change.RAISED && rule != null && incident.isGraver(rule, alert.level())) {
            notice = Notice.PAGE;
            after = incident.paged(rule, alert.level());
        }
        if (alert.change().ends()) {
            byAlert.remove(alert.id());
            after = after.leftBy(alert.id());
        }
        keep(incident, after);
        return alert.in(incident.id(), notice);
    }

    private Alert opened(Alert alert, AlertRule rule, List<String> stories) {
        Incident joins = null;
        int most = 0;
        for (Incident incident : incidents.values()) {
            int shared = incident.shared(stories);
            if (shared > most && 2 * shared >= stories.size()) {
                most = shared;
                joins = incident;
            }
        }
        if (joins == null) {
            Incident begun = Incident.begin(alert, rule, stories);
            put(begun);
            byAlert.put(alert.id(), begun.id());
            return alert.in(begun.id(), Notice.PAGE);
        }
        boolean graver = joins.isGraver(rule, alert.level());
        Incident joined = joins.joinedBy(alert.id()).resting(stories);
        put(graver ? joined.paged(rule, alert.level()) : joined);
        byAlert.put(alert.id(), joins.id());
        return alert.in(joins.id(), graver ? Notice.PAGE : Notice.UPDATE);
    }

    /** The stories of the rule's own window: a signal names the newest first, and older ones of its longest horizon too. */
    private static List<String> stories(AlertRule rule, Signal signal) {
        return signal.stories().stream()
                .distinct()
                .limit(signal.window(rule.horizon()).stories())
                .toList();
    }

    private @Nullable Incident of(Alert alert) {
        String id = byAlert.get(alert.id());
        return id == null ? null : Objects.requireNonNull(incidents.get(id));
    }

    private void keep(Incident before, Incident after) {
        if (after.open().isEmpty()) {
            incidents.remove(after.id());
            ledger.removeIncident(after.id());
        } else if (!after.equals(before)) {
            put(after);
        }
    }

    private void put(Incident incident) {
        incidents.put(incident.id(), incident);
        ledger.put(incident);
    }
}
