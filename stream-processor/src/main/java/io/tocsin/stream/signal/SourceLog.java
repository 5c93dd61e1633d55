package io.tocsin.stream.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one source brought to all countries together, by the day, and to each. Mutable. */
final class SourceLog {
    private static final DayCounts NOWHERE = new DayCounts();

    /** The day on which its first article arrived. */
    final long since;

    /** Ids of its first stories. */
    final List<String> first = new ArrayList<>();

    private final DayCounts days = new DayCounts();
    private final Map<String, DayCounts> byCountry = new HashMap<>();

    SourceLog(long since) {
        this.since = since;
    }

    /** Adds a story; what it brought to the country stands in the answer. */
    DayCounts add(String country, long day) {
        days.add(day, 1);
        DayCounts there = byCountry.computeIfAbsent(country, c -> new DayCounts());
        there.add(day, 1);
        return there;
    }

    /** What it is known to have brought to a country. */
    void remember(String country, DayCounts there) {
        days.add(there);
        byCountry.put(country, there);
    }

    /** Countries of which it told something. */
    Iterable<String> countries() {
        return byCountry.keySet();
    }

    /** The latest day that had a story of it; 0 before the first. */
    long newest() {
        return days.newest();
    }

    /** Stories of a day about anything but one country, so that a crisis there does not explain itself away. */
    int elsewhere(String country, long day) {
        return days.on(day) - byCountry.getOrDefault(country, NOWHERE).on(day);
    }

    boolean spoke(long day) {
        return days.on(day) > 0;
    }
}
