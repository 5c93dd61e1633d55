package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;

/**
 * Why the bell did or did not ring. Topic {@code decisions.v1}, key: {@code rule|country|topic}.
 *
 * @param kind always {@value #KIND}, whatever it is made from: it tells decisions from alerts in a file of both
 * @param needed what the gate asks for
 * @param was what there was
 */
public record Decision(
        @JsonSetter(nulls = Nulls.SET) String kind,
        Instant at,
        String rule,
        String country,
        String topic,
        Outcome outcome,
        Gate gate,
        double needed,
        double was,
        Arithmetic arithmetic,
        String ruleVersion) {

    /** The value of {@link #kind}. */
    public static final String KIND = "decision";

    public Decision {
        kind = KIND;
    }

    /** What came of a crossing. */
    public enum Outcome {
        /** The threshold was crossed and a gate stopped it. */
        @JsonProperty("blocked")
        BLOCKED,
        /** It rang. */
        @JsonProperty("passed")
        PASSED
    }

    /** What a crossing has to pass, in this order. */
    public enum Gate {
        /** The baseline knows enough days. */
        @JsonProperty("baseline")
        BASELINE,
        /** The count or its probability. */
        @JsonProperty("threshold")
        THRESHOLD,
        /** Independent stories. */
        @JsonProperty("stories")
        STORIES,
        /** Independent owners. */
        @JsonProperty("owners")
        OWNERS,
        /** The news is current: a back-fill never pages. Needed and was are hours of age. */
        @JsonProperty("backfill")
        BACKFILL,
        /** The alert's cool-down is over. Needed and was are minutes. */
        @JsonProperty("cool-down")
        COOL_DOWN,
        /** The probability is low enough for all cells of the day together. Needed and was are probabilities. */
        @JsonProperty("false-discovery")
        FALSE_DISCOVERY,
        /** Fewer alerts than the daily budget have opened. Needed is the budget, was what the day has had. */
        @JsonProperty("budget")
        BUDGET
    }
}
