package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which clock an article is counted by. */
public enum CountedBy {
    /** What the source says, if it is plausible. */
    @JsonProperty("publishedAt")
    PUBLISHED_AT,
    /** When ingest had it, if what the source says is missing or implausible. */
    @JsonProperty("firstSeenAt")
    FIRST_SEEN_AT
}
