package io.tocsin.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened: independent stories in one cell, beyond what is usual there.
 *
 * @param times of its stories, ascending; of a silence, its begin and its end
 * @param wave 0 for the first event of the cell, 1 for one that hits it five days later, 2 for one weeks later
 */
record PlantedEvent(Cell cell, Shape shape, List<Instant> times, int wave) {
    /** How long after the last story an alert still counts as found. */
    private static final Duration LATE = Duration.ofHours(6);

    /** How long after the last story an alert still is no false one: it tells of what was. */
    private static final Duration AFTERMATH = Duration.ofHours(36);

    PlantedEvent {
        times = List.copyOf(times);
    }

    Instant begin() {
        return times.get(0);
    }

    private Instant end() {
        return times.get(times.size() - 1);
    }

    /** Stories. */
    int size() {
        return times.size();
    }

    /** Whether it lasts at that time. */
    boolean lasts(Instant at) {
        return !at.isBefore(begin()) && !at.isAfter(end());
    }

    /** Whether an alarm at that time is in time. */
    boolean explains(Instant at) {
        return !at.isBefore(begin()) && !at.isAfter(end().plus(LATE));
    }

    /** Whether an alarm at that time is not a false one. */
    boolean excuses(Instant at) {
        return !at.isBefore(begin()) && at.isBefore(end().plus(AFTERMATH));
    }
}
