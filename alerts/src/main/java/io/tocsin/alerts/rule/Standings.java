package io.tocsin.alerts.rule;

import io.tocsin.alerts.rule.Finding.Standing;
import io.tocsin.events.Decision;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.List;

/**
 * Compares a finding with the last one of the same rule and cell, so that what has not changed is not said again.
 * Without state; safe for use by any thread.
 */
public final class Standings {

    /** What becomes of a finding. */
    public enum Passage {
        /** The lifecycle has to see it. */
        HAND_ON,
        /** Nothing that the lifecycle does not know. */
        STOP
    }

    /**
     * A finding after the comparison.
     *
     * @param standing what to remember; {@link Standing#QUIET} need not be stored
     * @param decisions the near miss, when it is a new one
     */
    public record Judgement(Passage passage, Standing standing, List<Decision> decisions) {
        public Judgement {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * The comparison.
     *
     * @param before how the cell stood, {@link Standing#QUIET} when nothing is remembered
     */
    public Judgement judge(Standing before, AlertRule rule, Signal signal, Finding finding, Instant now) {
        Standing standing = finding.standing();
        return switch (standing) {
            case UNWATCHED, OUTDATED -> new Judgement(Passage.STOP, before, List.of());
            case QUIET, UNKNOWN ->
                new Judgement(standing == before ? Passage.STOP : Passage.HAND_ON, standing, List.of());
            case BACKFILLED -> new Judgement(Passage.STOP, standing, nearMiss(before, rule, signal, finding, now));
            case HELD, SHORT_OF_BASELINE, SHORT_OF_THRESHOLD, SHORT_OF_STORIES, SHORT_OF_OWNERS ->
                new Judgement(Passage.HAND_ON, standing, nearMiss(before, rule, signal, finding, now));
            case CROSSED -> new Judgement(Passage.HAND_ON, standing, List.of());
        };
    }

    private static List<Decision> nearMiss(
            Standing before, AlertRule rule, Signal signal, Finding finding, Instant now) {
        if (before == finding.standing() || !(finding instanceof Finding.Blocked blocked)) {
            return List.of();
        }
        return List.of(new Decision(
                Decision.KIND,
                now,
                rule.id(),
                signal.country(),
                signal.topic(),
                Decision.Outcome.BLOCKED,
                blocked.gate(),
                blocked.needed(),
                blocked.was(),
                blocked.arithmetic(),
                rule.version()));
    }
}
