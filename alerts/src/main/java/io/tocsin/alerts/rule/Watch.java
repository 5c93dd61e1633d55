package io.tocsin.alerts.rule;

import io.tocsin.events.CellName;
import io.tocsin.events.Scope;
import io.tocsin.events.Signal;
import java.util.List;

/**
 * The cells that a rule looks at.
 *
 * @param topics qcodes as written; empty when the rule names none
 * @param narrower whether topics below those are watched too, each as a cell of its own
 * @param scope the cells themselves
 */
public record Watch(List<String> topics, boolean narrower, Scope scope) {

    public Watch {
        topics = List.copyOf(topics);
    }

    boolean covers(Signal signal) {
        return covers(signal.country(), signal.topic());
    }

    /** Whether it looks at that cell. */
    public boolean covers(String country, String topic) {
        return scope.covers(country, topic);
    }

    /** The countries of a place: itself, the two of a pair, the members of a group; none of the world. */
    public List<String> countries(String place) {
        return scope.groups().stream()
                .filter(group -> group.name().equals(place))
                .findFirst()
                .map(Scope.Group::countries)
                .orElseGet(() -> CellName.countries(place));
    }
}
