package io.tocsin.stream.country;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a phrase of the gazetteer may mean.
 *
 * @param country index of its country code in the gazetteer; -1 when it means no country
 * @param region the first-level subdivision it is or lies in, blank when unknown
 * @param population inhabitants, for cities and regions
 * @param languages indexes of the languages that use the phrase so, or null for any
 * @param foreign a spelling that English does not use
 * @param spelling how it must be written
 * @param role what it is good for
 */
record Reading(
        MentionKind kind,
        int country,
        String region,
        int population,
        @Nullable BitSet languages,
        boolean foreign,
        Spelling spelling,
        Role role) {

    /** How a phrase must be written to mean it. */
    enum Spelling {
        /** In capitals or not. */
        FREE,
        /** With a capital letter, in scripts that have them. */
        CAPITAL,
        /** In capitals throughout. */
        UPPER
    }

    /** What a reading is good for. */
    enum Role {
        /** It names its country. */
        MENTION,
        /** It names its region's country when it follows a place name and a comma: {@code Pa.} */
        ABBREVIATION,
        /** It names no country, and neither do the words in it: {@code Gulf of Oman}. */
        MASK,
        /** It makes other readings of its country likelier: {@code sheriff}. */
        CUE
    }

    boolean isPlace() {
        return kind == MentionKind.CITY || kind == MentionKind.CAPITAL || kind == MentionKind.REGION;
    }
}
