package io.tocsin.stream.escalation;

/** What a literal match makes of those that follow it in its sentence. */
enum Governs {
    NOTHING,
    /** "threatened to bomb": no bomb has fallen. */
    HYPOTHETICAL,
    /** "refused to negotiate": nobody negotiates. */
    NEGATED,
    /** "condemned the bombing": it happened, but the news is the condemning. */
    REPORTED
}
