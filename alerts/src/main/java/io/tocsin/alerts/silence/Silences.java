package io.tocsin.alerts.silence;

import io.tocsin.events.Alert;
import io.tocsin.events.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All silences that are known, also those that are over. Not safe for use by several threads. */
public final class Silences {
    private final Map<String, Silence> silences = new TreeMap<>();

    /** Where a silence is in its life. */
    public enum Phase {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    public void enter(Silence silence) {
        silences.put(silence.id(), silence);
    }

    public void remove(String id) {
        silences.remove(id);
    }

    /** By id. */
    public List<Silence> all() {
        return List.copyOf(silences.values());
    }

    public Optional<Silence> find(String id) {
        return Optional.ofNullable(silences.get(id));
    }

    /** The silence that keeps a change of an alert from being delivered; of several the first by id. */
    public Optional<Silence> stopping(Alert alert, Instant at) {
        return silences.values().stream()
                .filter(silence -> phase(silence, at) == Phase.ACTIVE)
                .filter(silence -> stops(silence, alert))
                .findFirst();
    }

    /** Where a silence is at a moment. */
    public static Phase phase(Silence silence, Instant at) {
        if (at.isBefore(silence.startsAt())) {
            return Phase.PENDING;
        }
        return at.isBefore(silence.endsAt()) ? Phase.ACTIVE : Phase.EXPIRED;
    }

    private static boolean stops(Silence silence, Alert alert) {
        boolean within =
                switch (silence.stops()) {
                    case EVERYTHING -> true;
                    case UPDATES -> !alert.pages() && !alert.change().ends();
                };
        return within
                && !silence.matchers().isEmpty()
                && silence.matchers().stream().allMatch(matcher -> Matching.matches(matcher, alert));
    }

    /** What the ledger says of a delivery that a silence has stopped. */
    public static String reason(Silence silence) {
        return "silence " + silence.id() + " by " + silence.createdBy()
                + (silence.comment().isBlank() ? "" : ": " + silence.comment());
    }
}
