package io.tocsin.stream.signal;

import io.tocsin.events.Correction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article's former version counted for in the cells of a place, to be taken out of them again.
 *
 * @param topics the subjects of those cells
 * @param copy whether it counted as a copy
 * @param voiceAlso by subject, when another report of the same owner last counted there; without an entry there is none
 * @param gone what the signals say of the cells in which the article counts no more
 * @param stands what they say of those in which its new version counts; null when there is nothing to say
 */
public record Taken(
        List<String> topics,
        boolean copy,
        String owner,
        Instant countedAt,
        double escalation,
        boolean threat,
        boolean act,
        Map<String, Instant> voiceAlso,
        Correction gone,
        @Nullable Correction stands) {

    public Taken {
        topics = List.copyOf(topics);
        voiceAlso = Map.copyOf(voiceAlso);
    }

    /** The subjects of all cells that change, in the order in which they are to be counted. */
    public Set<String> touched(Contribution now) {
        Set<String> touched = new LinkedHashSet<>(topics);
        touched.addAll(now.topics());
        return touched;
    }

    /** What the signal of a cell says. */
    public List<Correction> corrections(String topic, Contribution now) {
        if (!topics.contains(topic)) {
            return List.of();
        }
        if (!now.topics().contains(topic)) {
            return List.of(gone);
        }
        return stands == null ? List.of() : List.of(stands);
    }
}
