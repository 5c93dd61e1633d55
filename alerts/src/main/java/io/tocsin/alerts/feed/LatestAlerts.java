package io.tocsin.alerts.feed;

import io.tocsin.events.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alerts that changed last, each as of its last change. Safe for use by any thread. */
final class LatestAlerts {
    private static final Comparator<Alert> NEWEST_FIRST =
            Comparator.comparing(Alert::at).reversed().thenComparing(Alert::id);

    private final int most;
    private final Map<String, Alert> alerts = new HashMap<>();

    LatestAlerts(int most) {
        this.most = most;
    }

    /** Takes a change; one that is older than what is known changes nothing. */
    synchronized void take(Alert alert) {
        alerts.merge(alert.id(), alert, (known, next) -> next.sequence() >= known.sequence() ? next : known);
        if (alerts.size() > most) {
            alerts.values().stream().max(NEWEST_FIRST).map(Alert::id).ifPresent(alerts::remove);
        }
    }

    synchronized void remove(String id) {
        alerts.remove(id);
    }

    /** Newest change first. */
    synchronized List<Alert> newestFirst() {
        return alerts.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** When the newest change was; the epoch when there is none. */
    synchronized Instant updatedAt() {
        return alerts.values().stream()
                .map(Alert::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
