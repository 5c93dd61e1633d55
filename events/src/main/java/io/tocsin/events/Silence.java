package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Keeps alerts from being delivered for a time. Topic {@code silences.v1}, key: {@link #id}; the last record of an id is
 * in force, a tombstone removes it. The words are Alertmanager's.
 *
 * @param matchers all must match; never empty
 * @param stops what is kept from being delivered
 * @param startsAt from here on
 * @param endsAt until here, exclusive; a silence is ended early by writing it anew with an earlier end
 * @param createdBy who
 * @param comment why
 */
public record Silence(
        String id,
        List<Matcher> matchers,
        Stops stops,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment) {

    public Silence {
        matchers = List.copyOf(matchers);
    }

    /** What a silence keeps from being delivered. */
    public enum Stops {
        /** Every change of the alerts that match. */
        @JsonProperty("everything")
        EVERYTHING,
        /** What is no page: an acknowledged incident is heard of again when it becomes graver. */
        @JsonProperty("updates")
        UPDATES
    }

    /**
     * A condition on an alert.
     *
     * @param name {@code alert}, {@code incident}, {@code rule}, {@code level}, {@code country} or {@code topic}
     * @param value what it is compared with
     * @param isRegex whether the value is a regular expression that must match the whole
     * @param isEqual whether it must match; false: must not
     */
    public record Matcher(String name, String value, boolean isRegex, boolean isEqual) {}

    /** The same with another end. */
    public Silence until(Instant end) {
        return new Silence(id, matchers, stops, startsAt, end, createdBy, comment);
    }
}
