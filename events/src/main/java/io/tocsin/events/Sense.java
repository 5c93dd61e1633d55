package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which sense the words of a match are meant. Only {@link #LITERAL} ones count; the others stay visible. */
public enum Sense {
    @JsonProperty("literal")
    LITERAL,
    /** "no sign of", "denied striking". */
    @JsonProperty("negated")
    NEGATED,
    /** "if war breaks out". */
    @JsonProperty("hypothetical")
    HYPOTHETICAL,
    /** Anniversaries, "in 1973". */
    @JsonProperty("historical")
    HISTORICAL,
    @JsonProperty("sport")
    SPORT,
    /** Films, books, games. */
    @JsonProperty("fiction")
    FICTION,
    /** "war of words". */
    @JsonProperty("idiom")
    IDIOM,
    /** "strike price", "price war". */
    @JsonProperty("commerce")
    COMMERCE,
    @JsonProperty("drill")
    DRILL
}
