package io.tocsin.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks the methods of others, after each story, about the last 24 hours against the days before. They get the stories that
 * Tocsin counts, not the articles, which is kinder than their own practice. An alarm lasts until the method has found
 * nothing for a day.
 */
final class PeerDesk {
    private static final int HOUR = 3600;
    private static final int HOURS = 24;
    private static final Duration LASTS = Duration.ofDays(1);

    private final Consumer<Alarm> onAlarm;
    /** Hours of a cell's stories, ascending. */
    private final Map<Cell, Deque<Long>> stories = new HashMap<>();

    private final Map<Cell, Map<Peer, Instant>> lastAlarm = new HashMap<>();

    PeerDesk(Consumer<Alarm> onAlarm) {
        this.onAlarm = onAlarm;
    }

    void read(Article article) {
        if (article.copy()) {
            return;
        }
        long hour = Math.floorDiv(article.at().getEpochSecond(), (long) HOUR);
        Deque<Long> hours = stories.computeIfAbsent(article.cell(), cell -> new ArrayDeque<>());
        hours.addLast(hour);
        while (hours.getFirst() <= hour - HOURS * (Peer.DAYS + 1)) {
            hours.removeFirst();
        }
        int[] before = new int[Peer.DAYS];
        int today = 0;
        for (long at : hours) {
            int back = (int) ((hour - at) / HOURS);
            if (back == 0) {
                today++;
            } else {
                before[back - 1]++;
            }
        }
        Map<Peer, Instant> last = lastAlarm.computeIfAbsent(article.cell(), cell -> new EnumMap<>(Peer.class));
        for (Peer peer : Peer.values()) {
            if (peer.alarms(before, today)) {
                Instant earlier = last.put(peer, article.at());
                if (earlier == null || earlier.plus(LASTS).isBefore(article.at())) {
                    onAlarm.accept(new Alarm(peer.title(), article.cell(), article.at()));
                }
            }
        }
    }
}
