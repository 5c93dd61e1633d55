package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of an alert. */
public enum Change {
    @JsonProperty("opened")
    OPENED,
    @JsonProperty("raised")
    RAISED,
    @JsonProperty("eased")
    EASED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("amended")
    AMENDED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("closed")
    CLOSED;

    /** After these an alert is over; a new crossing opens a new one. */
    public boolean ends() {
        return this == WITHDRAWN || this == CLOSED;
    }
}
