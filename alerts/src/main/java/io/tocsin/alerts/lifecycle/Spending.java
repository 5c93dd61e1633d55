package io.tocsin.alerts.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many alerts have opened, by day and rule. Keeps {@value #DAYS} days: in a replay the cells are somewhat out of
 * step. The JSON form is the store's: fields are only added. Immutable.
 *
 * @param days the days of which something is known
 */
public record Spending(List<Day> days) {
    /** Nothing has opened. */
    public static final Spending NONE = new Spending(List.of());

    private static final int DAYS = 3;
    private static final long DAY_SECONDS = 86_400;

    /**
     * One day.
     *
     * @param day days since the Unix epoch, UTC
     * @param opened alerts by rule
     */
    public record Day(long day, Map<String, Integer> opened) {
        public Day {
            opened = Map.copyOf(opened);
        }
    }

    public Spending {
        days = List.copyOf(days);
    }

    /** How many alerts of the rule have opened on the day of that moment. */
    int opened(String rule, Instant at) {
        long day = day(at);
        return days.stream()
                .filter(one -> one.day() == day)
                .mapToInt(one -> one.opened().getOrDefault(rule, 0))
                .sum();
    }

    /** With one more. */
    Spending with(String rule, Instant at) {
        TreeMap<Long, Day> all = new TreeMap<>();
        days.forEach(one -> all.put(one.day(), one));
        Map<String, Integer> opened = new TreeMap<>(
                all.getOrDefault(day(at), new Day(day(at), Map.of())).opened());
        opened.merge(rule, 1, Integer::sum);
        all.put(day(at), new Day(day(at), opened));
        while (all.size() > DAYS) {
            all.pollFirstEntry();
        }
        return new Spending(List.copyOf(all.values()));
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
    }
}
