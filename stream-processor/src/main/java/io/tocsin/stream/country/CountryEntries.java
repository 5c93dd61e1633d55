package io.tocsin.stream.country;

import io.tocsin.stream.lint.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * The names, peoples, leaders and bodies of state in the country files, for the lint. Cities and regions are left out:
 * that many share a name is what their populations are for.
 */
public final class CountryEntries {
    private CountryEntries() {}

    /**
     * Those of the shipped files, one a language.
     *
     * @throws GazetteerException when a file cannot be read
     */
    public static List<Entry> shipped() {
        DictionaryFiles files = DictionaryFiles.shipped();
        List<Entry> entries = new ArrayList<>();
        for (String name : DictionaryFiles.PHRASE_FILES) {
            for (GazetteerFile.Row row : files.rows(name)) {
                entries(row, entries);
            }
        }
        return entries;
    }

    private static void entries(GazetteerFile.Row row, List<Entry> entries) {
        String kind = row.column(1);
        Entry.Role role =
                switch (kind) {
                    case "mask" -> Entry.Role.HIDES;
                    case "cue", "abbreviation" -> Entry.Role.PART;
                    default -> Entry.Role.SAYS;
                };
        for (String phrase : row.list(3)) {
            for (String language : GazetteerFile.split(row.column(2), ',')) {
                entries.add(new Entry(
                        "country/" + row.file(),
                        row.line(),
                        language,
                        "country",
                        row.column(0),
                        role,
                        phrase,
                        List.of(phrase)));
            }
        }
    }
}
