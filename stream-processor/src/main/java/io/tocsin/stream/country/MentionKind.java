package io.tocsin.stream.country;

import java.util.Locale;

/** What the words that name a country are. */
public enum MentionKind {
    /** The country's name: {@code Iran}. */
    NAME,
    /** Its abbreviation: {@code U.S.}, {@code UAE}. */
    CODE,
    /** Its people or adjective: {@code Iranian}. */
    DEMONYM,
    /** Its capital: {@code Tehran}. */
    CAPITAL,
    /** Another city. */
    CITY,
    /** A part of it: {@code Texas}, {@code Crimea}. */
    REGION,
    /** A person who leads or led it: {@code Putin}. */
    LEADER,
    /** A body of its state: {@code the Kremlin}. */
    INSTITUTION;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The kind as it stands in the evidence of a record and in the dictionary files. */
    public String label() {
        return label;
    }
}
