package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A suppressed article or match, and why. Topic {@code articles.excluded.v1}, key: article id.
 *
 * @param details for people: what exactly was the matter
 */
public record Exclusion(String articleId, Stage stage, Reason reason, String details, Instant at) {

    /** The stage that dropped it. */
    public enum Stage {
        @JsonProperty("tag")
        TAG,
        @JsonProperty("story")
        STORY,
        @JsonProperty("cell")
        CELL,
        @JsonProperty("signal")
        SIGNAL
    }

    /** Why it was dropped; also the label of the stage's counter. */
    public enum Reason {
        /** Neither title nor text holds a word. */
        @JsonProperty("empty")
        EMPTY,
        /** The same article, under the same id, once more. */
        @JsonProperty("repeated")
        REPEATED,
        /** Counted so long ago that the stage has forgotten that time. */
        @JsonProperty("too-late")
        TOO_LATE,
        /** A country or a topic is missing, so there is no cell to count it in. */
        @JsonProperty("no-cell")
        NO_CELL,
        /** Its source has taken it back: what was counted of it is taken out. */
        @JsonProperty("retracted")
        RETRACTED,
        /** Its source is new to the set and counts once it has a baseline. */
        @JsonProperty("on-probation")
        ON_PROBATION
    }
}
