package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Announced or done: threats and acts are two series (Caldara and Iacoviello, GPR). */
public enum MatchKind {
    @JsonProperty("threat")
    THREAT,
    @JsonProperty("act")
    ACT
}
