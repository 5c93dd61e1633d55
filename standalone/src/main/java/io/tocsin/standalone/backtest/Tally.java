package io.tocsin.standalone.backtest;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what rules did. Mutable; not safe for use by several threads. */
public final class Tally {
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Ring> rings = new LinkedHashMap<>();
    private int changes;
    private int pages;
    private int nearMisses;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * The sums.
     *
     * @param alerts that opened
     * @param alertsADay over the time of the articles, which is taken for a day at least
     * @param changes of alerts, their openings among them
     * @param pages changes for which somebody should look
     * @param nearMisses crossings, or nearly, that a gate stopped
     */
    public record Sums(int alerts, double alertsADay, int changes, int pages, int nearMisses) {}

    /** An article came in at that time. */
    public void passed(Instant seenAt) {
        if (first == null) {
            first = seenAt;
        }
        last = seenAt;
    }

    public void count(Alert change) {
        changes++;
        if (change.pages()) {
            pages++;
        }
        Ring ring = rings.get(change.id());
        if (change.change() == Change.OPENED) {
            rings.put(change.id(), Ring.begin(change));
        } else if (ring != null) {
            rings.put(change.id(), ring.after(change));
        }
    }

    public void count(Decision decision) {
        if (decision.outcome() == Decision.Outcome.BLOCKED) {
            nearMisses++;
        }
    }

    /** The alerts, in the order in which they opened. */
    public List<Ring> rings() {
        return List.copyOf(rings.values());
    }

    /** Days from the first article to the last, 1 at least. */
    public double days() {
        Instant from = first;
        Instant to = last;
        return from == null || to == null
                ? 1
                : Math.max(1, Duration.between(from, to).toMillis() / DAY_MILLIS);
    }

    public Sums sums() {
        return new Sums(rings.size(), rings.size() / days(), changes, pages, nearMisses);
    }
}
