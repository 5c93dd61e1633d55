package io.tocsin.stream.signal;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Points of conflict that a cell saw: the positive escalation scores of its stories, kept in tenths, by the hour for seven
 * days and by the day for a baseline. Cooperation does not take points away. Mutable; not safe for use by several threads.
 */
final class ConflictPoints {
    private static final double TENTHS = 10;

    private final NavigableMap<Long, Integer> hours = new TreeMap<>();
    private final NavigableMap<Long, Integer> days = new TreeMap<>();

    /** Counts a story. */
    void count(long hour, double escalation) {
        int tenths = (int) Math.round(TENTHS * escalation);
        if (tenths > 0) {
            hours.merge(hour, tenths, Integer::sum);
            days.merge(Math.floorDiv(hour, 24), tenths, Integer::sum);
        }
    }

    /** A story that was counted is none any more. */
    void takeOut(long hour, double escalation) {
        int tenths = (int) Math.round(TENTHS * escalation);
        if (tenths > 0) {
            hours.computeIfPresent(hour, (key, points) -> points > tenths ? points - tenths : null);
            days.computeIfPresent(Math.floorDiv(hour, 24), (key, points) -> points > tenths ? points - tenths : null);
        }
    }

    /** Forgets what lies too far before that hour. */
    void expire(long nowHour) {
        hours.headMap(nowHour - CellCounts.HOURS, true).clear();
        days.headMap(Math.floorDiv(nowHour, 24) - CellCounts.DAYS, true).clear();
    }

    /** Points of the hours {@code (nowHour - length, nowHour]}. */
    double sum(long nowHour, int length) {
        long tenths = 0;
        for (int hour : hours.subMap(nowHour - length, false, nowHour, true).values()) {
            tenths += hour;
        }
        return tenths / TENTHS;
    }

    /** Points of a day. */
    double onDay(long day) {
        return days.getOrDefault(day, 0) / TENTHS;
    }

    void write(ByteWriter out) {
        write(hours, out);
        write(days, out);
    }

    private static void write(Map<Long, Integer> points, ByteWriter out) {
        out.writeNumber(points.size());
        long before = 0;
        for (Map.Entry<Long, Integer> one : points.entrySet()) {
            out.writeNumber((int) (one.getKey() - before));
            before = one.getKey();
            out.writeNumber(one.getValue());
        }
    }

    void read(DataInputStream in) throws IOException {
        read(hours, in);
        read(days, in);
    }

    private static void read(Map<Long, Integer> points, DataInputStream in) throws IOException {
        long at = 0;
        for (int i = CellCountsSerde.read(in); i > 0; i--) {
            at += CellCountsSerde.read(in);
            points.put(at, CellCountsSerde.read(in));
        }
    }
}
