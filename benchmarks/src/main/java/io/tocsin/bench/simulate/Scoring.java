package io.tocsin.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Sorts alarms into found events and false alarms. An alarm in an event's aftermath is neither. */
final class Scoring {
    private static final double MINUTES_AN_HOUR = 60;

    private final Map<Integer, List<PlantedEvent>> events = new HashMap<>();
    private final List<PlantedEvent> all;
    private final Instant judgedFrom;
    private final Map<String, Integer> falseAlarms = new HashMap<>();
    private final Map<String, Map<PlantedEvent, Instant>> found = new HashMap<>();

    Scoring(List<PlantedEvent> events, Instant judgedFrom) {
        this.all = List.copyOf(events);
        this.judgedFrom = judgedFrom;
        for (PlantedEvent event : events) {
            this.events
                    .computeIfAbsent(event.cell().country(), country -> new ArrayList<>())
                    .add(event);
        }
    }

    void take(Alarm alarm) {
        if (alarm.at().isBefore(judgedFrom)) {
            return;
        }
        List<PlantedEvent> here = events.getOrDefault(alarm.cell().country(), List.of()).stream()
                .filter(event -> alarm.cell().holds(event.cell()))
                .toList();
        here.stream().filter(event -> event.explains(alarm.at())).findFirst().ifPresent(event -> found.computeIfAbsent(
                        alarm.method(), method -> new HashMap<>())
                .putIfAbsent(event, alarm.at()));
        if (here.stream().noneMatch(event -> event.excuses(alarm.at()))) {
            falseAlarms.merge(alarm.method(), 1, Integer::sum);
        }
    }

    int falseAlarms(String method) {
        return falseAlarms.getOrDefault(method, 0);
    }

    /**
     * What a method found.
     *
     * @param events how many there were
     * @param hours median time from an event's first story to the alarm; not a number when none was found
     */
    record Found(int events, int found, double hours) {
        /** 0 to 100. */
        double percent() {
            return 100.0 * found / events;
        }
    }

    /** What a method found of some events. */
    Found found(String method, Predicate<PlantedEvent> which) {
        Map<PlantedEvent, Instant> hits = found.getOrDefault(method, Map.of());
        List<PlantedEvent> some = all.stream().filter(which).toList();
        List<Double> delays = some.stream()
                .filter(hits::containsKey)
                .map(event -> Duration.between(event.begin(), hits.get(event)).toMinutes() / MINUTES_AN_HOUR)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Found(some.size(), delays.size(), delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2));
    }
}
