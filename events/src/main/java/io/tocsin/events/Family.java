package io.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** PLOVER's event families, each in its quad. The names are PLOVER's; sanctions count as material conflict here. */
public enum Family {
    @JsonProperty("agree")
    AGREE(Quad.VERBAL_COOPERATION),
    @JsonProperty("consult")
    CONSULT(Quad.VERBAL_COOPERATION),
    @JsonProperty("support")
    SUPPORT(Quad.VERBAL_COOPERATION),
    @JsonProperty("concede")
    CONCEDE(Quad.VERBAL_COOPERATION),
    @JsonProperty("cooperate")
    COOPERATE(Quad.MATERIAL_COOPERATION),
    @JsonProperty("aid")
    AID(Quad.MATERIAL_COOPERATION),
    @JsonProperty("retreat")
    RETREAT(Quad.MATERIAL_COOPERATION),
    @JsonProperty("investigate")
    INVESTIGATE(Quad.MATERIAL_COOPERATION),
    @JsonProperty("demand")
    DEMAND(Quad.VERBAL_CONFLICT),
    @JsonProperty("disapprove")
    DISAPPROVE(Quad.VERBAL_CONFLICT),
    @JsonProperty("reject")
    REJECT(Quad.VERBAL_CONFLICT),
    @JsonProperty("threaten")
    THREATEN(Quad.VERBAL_CONFLICT),
    @JsonProperty("protest")
    PROTEST(Quad.MATERIAL_CONFLICT),
    @JsonProperty("crime")
    CRIME(Quad.MATERIAL_CONFLICT),
    @JsonProperty("sanction")
    SANCTION(Quad.MATERIAL_CONFLICT),
    @JsonProperty("mobilize")
    MOBILIZE(Quad.MATERIAL_CONFLICT),
    @JsonProperty("coerce")
    COERCE(Quad.MATERIAL_CONFLICT),
    @JsonProperty("assault")
    ASSAULT(Quad.MATERIAL_CONFLICT),
    @JsonProperty("fight")
    FIGHT(Quad.MATERIAL_CONFLICT);

    private final Quad quad;

    Family(Quad quad) {
        this.quad = quad;
    }

    public Quad quad() {
        return quad;
    }
}
