package io.tocsin.alerts.rule;

import io.tocsin.events.Signal;
import java.util.List;
import java.util.Set;

/**
 * The cells that a rule looks at.
 *
 * @param countries ISO 3166-1 alpha-2 or {@code XK}; empty for all
 * @param topics qcodes as written; empty for all
 * @param narrower whether topics below those are watched too, each as a cell of its own
 * @param covered the topics and, when asked for, all below them; empty for all
 */
public record Watch(List<String> countries, List<String> topics, boolean narrower, Set<String> covered) {

    public Watch {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        covered = Set.copyOf(covered);
    }

    boolean covers(Signal signal) {
        return covers(signal.country(), signal.topic());
    }

    /** Whether it looks at that cell. */
    public boolean covers(String country, String topic) {
        return (countries.isEmpty() || countries.contains(country)) && (covered.isEmpty() || covered.contains(topic));
    }
}
