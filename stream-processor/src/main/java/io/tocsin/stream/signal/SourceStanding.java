package io.tocsin.stream.signal;

/** Whether a source's stories count. */
public enum SourceStanding {
    /** It was there when the set began, or has a baseline of its own by now. */
    SETTLED,
    /** It is new and has told next to nothing yet: it may be one that is seen once. Its first stories count. */
    NEWCOMER,
    /** It is new to the set and goes on telling: its stories are kept for its baseline and count nowhere else. */
    ON_PROBATION
}
