package io.tocsin.alerts.lifecycle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.Notice;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of one rule and cell. The JSON form is the store's: fields are only added. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertState.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = AlertState.Open.class, name = "open"),
    @JsonSubTypes.Type(value = AlertState.Cooling.class, name = "cooling"),
    @JsonSubTypes.Type(value = AlertState.Stopped.class, name = "stopped")
})
public sealed interface AlertState {

    /** No alert and nothing to wait for; not stored. */
    record Idle() implements AlertState {}

    /**
     * An alert is open.
     *
     * @param alert its last change
     * @param peak the highest level that it has had
     * @param left since when the standing has been below a level, by the level's rank; a level that it stands at or
     *     above is not in the map
     * @param signalAt when the cell was last seen
     * @param known whether the cell was then known: an unknown one neither eases nor closes
     */
    record Open(Alert alert, String peak, Map<Integer, Instant> left, Instant signalAt, boolean known)
            implements AlertState {
        public Open {
            left = Map.copyOf(left);
        }

        /** With the standing at a rank, -1 for quiet, since a moment. */
        Open standing(int rank, int levels, Instant since) {
            Map<Integer, Instant> next = new TreeMap<>(left);
            for (int level = 0; level < levels; level++) {
                if (level <= rank) {
                    next.remove(level);
                } else {
                    next.putIfAbsent(level, since);
                }
            }
            return new Open(alert, peak, next, signalAt, known);
        }

        Open seen(Instant at, boolean nowKnown) {
            return new Open(alert, peak, left, at.isAfter(signalAt) ? at : signalAt, nowKnown);
        }

        /** The same alert as a part of the incident of one of its changes. */
        Open in(Alert change) {
            String incident = change.incident();
            Notice notice = change.notice();
            return incident == null || notice == null ? this : changed(alert.in(incident, notice), peak);
        }

        Open changed(Alert to, String highest) {
            return new Open(to, highest, left, signalAt, known);
        }
    }

    /**
     * An alert has closed, and the cell may not open another one yet.
     *
     * @param peak the highest level that it had: what is higher rings all the same
     * @param toldLevel the level of the crossing that the cool-down has stopped, as the decisions say; null for none
     */
    record Cooling(
            String alertId,
            String peak,
            Instant closedAt,
            Instant until,
            @Nullable String toldLevel) implements AlertState {}

    /**
     * A budget has stopped a crossing, and the decisions have been told. The next crossing may open an alert if the budget
     * lets it pass.
     *
     * @param gate the budget's
     * @param level the level of the crossing that was told
     * @param until when it is told again, if it is stopped still
     */
    record Stopped(Decision.Gate gate, String level, Instant until) implements AlertState {}
}
