package io.tocsin.stream.country;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
    CURRENCY(1 << 7),
    /** A street is named after the place before it: {@code Avenue}. */
    STREET(1 << 8),
    /** A company is named after the place before it: {@code Inc}. */
    FIRM(1 << 9),
    /** A newspaper is named after the place before it: {@code Gazette}. */
    PAPER(1 << 10),
    /** The name of a people that is the name of a language too. */
    TONGUE(1 << 11),
    /** Beside such a name it tells that the language is meant: {@code spoke}, {@code version}. */
    SPEECH(1 << 12),
    /** After the name of a people, a kind of thing that is found anywhere: {@code restaurant}. */
    WARE(1 << 13),
    /** After a country's name, a place that only bears the name: {@code County}. */
    COUNTY(1 << 14);

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
        throw row.error("no word class '" + label + "'; one of "
                + Arrays.stream(values())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
