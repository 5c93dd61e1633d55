package io.tocsin.stream.country;

import io.tocsin.stream.lexicon.BrokenDictionary;
import io.tocsin.stream.lexicon.DictionaryFile;
import io.tocsin.stream.lexicon.DictionaryProblem;
import io.tocsin.stream.lexicon.SwitchedOff;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What users add to the files on countries and switch off in them. Good for one gazetteer. */
final class UserCountries {
    private static final int COLUMNS = 4;

    private final UserDictionary user;
    private final SwitchedOff off;

    UserCountries(UserDictionary user) {
        this.user = user;
        this.off = user.switchedOff(UserDictionary.Subject.COUNTRY, "");
    }

    /** What the shipped files are read without. */
    SwitchedOff off() {
        return off;
    }

    /**
     * Adds the rows, after all shipped files were read.
     *
     * @throws BrokenDictionary with all rows that cannot be used, and all entries that were not there to switch off
     */
    void add(Consumer<GazetteerFile.Row> gazetteer) {
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile file : user.added(UserDictionary.Subject.COUNTRY, "")) {
            for (DictionaryFile.Line line : file.lines()) {
                try {
                    gazetteer.accept(row(file, line));
                } catch (GazetteerException e) {
                    problems.add(file.problem(line, e.problem()));
                }
            }
        }
        problems.addAll(off.problems());
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
    }

    /** Editors that turn tabs into spaces are forgiven. */
    private static GazetteerFile.Row row(DictionaryFile file, DictionaryFile.Line line) {
        List<String> columns = List.of(line.text().split("\\s*\\t\\s*| {2,}", -1));
        GazetteerFile.Row row = new GazetteerFile.Row(file.name(), line.number(), columns);
        if (columns.size() != COLUMNS) {
            throw row.error("has " + columns.size() + " columns: write code, kind, languages and phrases, with a tab or"
                    + " two spaces between them");
        }
        for (String phrase : row.list(COLUMNS - 1)) {
            try {
                new Lexicon.Builder().add(phrase, 0);
            } catch (IllegalArgumentException e) {
                throw row.error(String.valueOf(e.getMessage()));
            }
        }
        return row;
    }
}
