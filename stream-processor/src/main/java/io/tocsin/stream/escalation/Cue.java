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
    /** Says alone that what the sentence tells is made up: "in the novel". */
    FICTION,
    /** Several of them make a sentence about a film, a book, a game: "actor", "premiere". */
    FICTION_HINT,
    /** A sentence about business. */
    COMMERCE,
    /** A sentence about an exercise. */
    DRILL,
    /** Weapons, armed men, police: whatever else the sentence is about, this is meant. */
    GRAVITY,
    /** Dead and hurt: as grave, but a disaster has them too. */
    TOLL,
    /** An earthquake, a storm, a crash: nobody attacked. */
    DISASTER,
    /** What follows it is the occasion of the news, not the news: "after", "accused of". */
    BACKGROUND,
    /** Looks like a cue and is none ("not only", "no longer"); hides the cues inside it. */
    NONE,
    /** A number from 1900 to 2035. */
    YEAR
}
