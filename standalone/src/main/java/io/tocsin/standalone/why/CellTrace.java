package io.tocsin.standalone.why;

import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was known and decided of a cell around a time.
 *
 * @param country ISO 3166-1 alpha-2 or {@code XK}
 * @param topic qcode
 * @param from begin of the time that is asked for
 * @param to its end, included; the same as {@code from} for a moment
 * @param signals of this cell, any time, oldest first
 * @param decisions likewise
 * @param alerts changes of its alerts, likewise
 */
public record CellTrace(
        String country,
        String topic,
        Instant from,
        Instant to,
        List<Signal> signals,
        List<Decision> decisions,
        List<Alert> alerts) {

    public CellTrace {
        signals = sorted(signals, Comparator.comparing(Signal::at));
        decisions = sorted(decisions, Comparator.comparing(Decision::at));
        alerts = sorted(alerts, Comparator.comparing(Alert::at).thenComparingInt(Alert::sequence));
    }

    private static <T> List<T> sorted(List<T> records, Comparator<T> order) {
        return records.stream().sorted(order).toList();
    }

    /** What stands before, within and after the time that is asked for; before and after only the nearest. */
    public record Around<T>(Optional<T> before, List<T> within, Optional<T> after) {
        public Around {
            within = List.copyOf(within);
        }
    }

    private <T> Around<T> around(List<T> sorted, Function<T, Instant> at) {
        return new Around<>(
                sorted.stream().filter(one -> at.apply(one).isBefore(from)).reduce((earlier, later) -> later),
                sorted.stream()
                        .filter(one ->
                                !at.apply(one).isBefore(from) && !at.apply(one).isAfter(to))
                        .toList(),
                sorted.stream().filter(one -> at.apply(one).isAfter(to)).findFirst());
    }

    /** The cell's signals. */
    public Around<Signal> around() {
        return around(signals, Signal::at);
    }

    /** A rule's decisions. */
    public Around<Decision> decisions(String rule) {
        return around(
                decisions.stream()
                        .filter(decision -> decision.rule().equals(rule))
                        .toList(),
                Decision::at);
    }

    /** A rule's alerts, each with its changes: those open within the time, and the nearest before and after. */
    public Around<List<Alert>> alerts(String rule) {
        Map<String, List<Alert>> byId = new LinkedHashMap<>();
        for (Alert change : alerts) {
            if (change.rule().equals(rule)) {
                byId.computeIfAbsent(change.id(), id -> new java.util.ArrayList<>())
                        .add(change);
            }
        }
        List<List<Alert>> all = List.copyOf(byId.values());
        return new Around<>(
                all.stream().filter(this::isOver).reduce((earlier, later) -> later),
                all.stream().filter(one -> !isOver(one) && !isLater(one)).toList(),
                all.stream().filter(this::isLater).findFirst());
    }

    private boolean isOver(List<Alert> changes) {
        Instant closed = changes.get(changes.size() - 1).closedAt();
        return closed != null && closed.isBefore(from);
    }

    private boolean isLater(List<Alert> changes) {
        return changes.get(0).openedAt().isAfter(to);
    }
}
