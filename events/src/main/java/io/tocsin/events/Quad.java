package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The four classes of PLOVER: said or done, together or against. */
public enum Quad {
    @JsonProperty("verbal_cooperation")
    VERBAL_COOPERATION,
    @JsonProperty("material_cooperation")
    MATERIAL_COOPERATION,
    @JsonProperty("verbal_conflict")
    VERBAL_CONFLICT,
    @JsonProperty("material_conflict")
    MATERIAL_CONFLICT;

    /** Conflict escalates, cooperation de-escalates. */
    public boolean escalates() {
        return this == VERBAL_CONFLICT || this == MATERIAL_CONFLICT;
    }
}
