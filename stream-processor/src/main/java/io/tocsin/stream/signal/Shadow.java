package io.tocsin.stream.signal;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What sources on probation brought to a cell: kept by the day, for the baseline that each will have. At most {@value
 * #SOURCES} sources. Mutable; not safe for use by several threads.
 */
final class Shadow {
    private static final int SOURCES = 20;
    private static final int STORIES = 20;

    private final Map<String, DayCounts> bySource = new TreeMap<>();
    /** Ids of stories that only such sources have told, newest first. */
    private final Deque<String> untold = new ArrayDeque<>();

    void add(String source, long day, String story) {
        if (bySource.size() < SOURCES || bySource.containsKey(source)) {
            bySource.computeIfAbsent(source, s -> new DayCounts()).add(day, 1);
        }
        untold.addFirst(story);
        if (untold.size() > STORIES) {
            untold.removeLast();
        }
    }

    /** Whether only sources on probation have told the story; whoever repeats it now tells it. */
    boolean tell(String story) {
        return !untold.isEmpty() && untold.remove(story);
    }

    /** What a source brought, which is no longer kept here; nothing for one that was not on probation. */
    DayCounts leave(String source) {
        DayCounts days = bySource.remove(source);
        return days == null ? new DayCounts() : days;
    }

    boolean holds(String source) {
        return bySource.containsKey(source);
    }

    /** Forgets sources that brought nothing since that day. */
    void forget(long day) {
        bySource.values().removeIf(days -> days.newest() <= day);
    }

    boolean isEmpty() {
        return bySource.isEmpty();
    }

    void write(ByteWriter out) {
        out.writeNumber(bySource.size());
        bySource.forEach((source, days) -> {
            out.writeUTF(source);
            days.write(out);
        });
        out.writeNumber(untold.size());
        untold.forEach(out::writeUTF);
    }

    void read(DataInputStream in) throws IOException {
        for (int i = CellCountsSerde.read(in); i > 0; i--) {
            DayCounts days = new DayCounts();
            bySource.put(in.readUTF(), days);
            days.read(in);
        }
        for (int i = CellCountsSerde.read(in); i > 0; i--) {
            untold.addLast(in.readUTF());
        }
    }
}
