package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How loudly a change of an alert is told. */
public enum Notice {
    /** Somebody should look now: a new incident, or one that has become graver. */
    @JsonProperty("page")
    PAGE,
    /** News of an incident that was told before. */
    @JsonProperty("update")
    UPDATE
}
