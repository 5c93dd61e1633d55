package io.tocsin.stream.escalation;

import io.tocsin.events.Family;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Sense;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an escalation dictionary: parts that follow each other in one sentence.
 *
 * @param language number of the language
 * @param family null in a phrase that only gives a sense to the matches that it overlaps
 * @param kind null as family
 * @param strength 0 to 10
 * @param sense {@link Sense#LITERAL}, or what it makes of the matches that it overlaps
 * @param emphasis how surely it is the news rather than its background: 1 verb, less for a noun
 * @param bare a single weak word, which needs company in the article
 * @param parts in order
 */
record EscalationPattern(
        int language,
        @Nullable Family family,
        @Nullable MatchKind kind,
        double strength,
        Sense sense,
        Governs governs,
        double emphasis,
        boolean bare,
        List<Part> parts) {

    /**
     * A part of a pattern.
     *
     * @param set number of the set of phrases that it may be
     * @param window tokens that may stand between it and the part before
     * @param anyOrder whether it may also stand before the part before
     */
    record Part(int set, int window, boolean anyOrder) {}

    EscalationPattern {
        parts = List.copyOf(parts);
    }

    /** Whether it only gives a sense to the matches that it overlaps. */
    boolean isCover() {
        return sense != Sense.LITERAL;
    }
}
