package io.tocsin.stream.escalation;

/** What a word tells about the sense of the matches around it. */
enum Cue {
    /** Denies what follows it: "not", "denied". */
    NEGATED,
    /** Denies what stands before it: "was averted". */
    NEGATED_AFTER,
    /** Makes what follows it a thought: "if", "could". */
    HYPOTHETICAL,
    /** Makes what follows it an announcement: "will", "plans to". */
    FUTURE,
    /** Puts the sentence into the past: "anniversary", "World War II". */
    HISTORICAL,
    /** Two of them put the sentence into the past: "museum", "veterans". */
    HISTORICAL_HINT,
    /** A sentence about sport. */
    SPORT,
    /** A sentence about a film, a book, a game. */
    FICTION,
    /** A sentence about business. */
    COMMERCE,
    /** A sentence about an exercise. */
    DRILL,
    /** Blood, weapons, police: whatever else the sentence is about, this is meant. */
    GRAVITY,
    /** Looks like a cue and is none ("not only", "no longer"); hides the cues inside it. */
    NONE,
    /** A number from 1900 to 2035. */
    YEAR
}
