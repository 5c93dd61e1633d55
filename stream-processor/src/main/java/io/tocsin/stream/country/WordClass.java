package io.tocsin.stream.country;

import java.util.Locale;

/** What a word says about the place name beside it. */
enum WordClass {
    /** A given name: the capitalised word after it is a family name. */
    GIVEN(1),
    /** A family name: a capitalised word before it may be a given name. */
    SURNAME(1 << 1),
    /** A title of a person: {@code Mr}, {@code Senator}. */
    TITLE(1 << 2),
    /** A capitalised word after a country's name that is no family name: {@code Army}, {@code River}. */
    OFFICE(1 << 3),
    /** A place name that is also an ordinary word. */
    COMMON(1 << 4),
    /** A preposition of place. */
    LOCATIVE(1 << 5),
    /** A verb of saying: what stands before it is the speaker. */
    SAYING(1 << 6),
    /** Money: the country before it is that of a currency. */
    CURRENCY(1 << 7);

    /** One bit, for sets of classes. */
    final int bit;

    WordClass(int bit) {
        this.bit = bit;
    }

    static WordClass of(GazetteerFile.Row row, String label) {
        for (WordClass value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(label)) {
                return value;
            }
        }
        throw row.error("no word class '" + label + "'; one of given, surname, title, office, common, locative, saying,"
                + " currency");
    }
}
