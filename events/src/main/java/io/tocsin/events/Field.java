package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The part of an article that an offset counts in. */
public enum Field {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("text")
    TEXT
}
