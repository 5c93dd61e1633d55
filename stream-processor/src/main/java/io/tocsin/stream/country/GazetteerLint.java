package io.tocsin.stream.country;

import io.tocsin.stream.text.Fold;
import io.tocsin.stream.text.Lexicon;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds mistakes in the dictionary files of a {@link Gazetteer}. */
public final class GazetteerLint {
    /** Letters before a {@code *} in an alphabet with cases. */
    private static final int MIN_STEM = 4;

    private static final Set<String> COUNTRIES = countries();

    private static final Map<String, Set<UnicodeScript>> SCRIPTS = Map.ofEntries(
            Map.entry("ru", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("uk", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("bg", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("mk", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("el", Set.of(UnicodeScript.GREEK)),
            Map.entry("ar", Set.of(UnicodeScript.ARABIC)),
            Map.entry("fa", Set.of(UnicodeScript.ARABIC)),
            Map.entry("ur", Set.of(UnicodeScript.ARABIC)),
            Map.entry("he", Set.of(UnicodeScript.HEBREW)),
            Map.entry("hi", Set.of(UnicodeScript.DEVANAGARI)),
            Map.entry("bn", Set.of(UnicodeScript.BENGALI)),
            Map.entry("th", Set.of(UnicodeScript.THAI)),
            Map.entry("ka", Set.of(UnicodeScript.GEORGIAN)),
            Map.entry("hy", Set.of(UnicodeScript.ARMENIAN)),
            Map.entry("ko", Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN)),
            Map.entry("zh", Set.of(UnicodeScript.HAN)),
            Map.entry("ja", Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)),
            Map.entry("de", Set.of(UnicodeScript.LATIN)),
            Map.entry("en", Set.of(UnicodeScript.LATIN)),
            Map.entry("es", Set.of(UnicodeScript.LATIN)),
            Map.entry("fr", Set.of(UnicodeScript.LATIN)),
            Map.entry("it", Set.of(UnicodeScript.LATIN)),
            Map.entry("pl", Set.of(UnicodeScript.LATIN)),
            Map.entry("pt", Set.of(UnicodeScript.LATIN)),
            Map.entry("tr", Set.of(UnicodeScript.LATIN)));

    private final List<String> problems = new ArrayList<>();
    private final Lexicon.Builder lexicon = new Lexicon.Builder();

    private GazetteerLint() {}

    /**
     * The mistakes in the files that ship with Tocsin, each with file and line; empty when there are none.
     *
     * @throws GazetteerException when a file cannot be read at all
     */
    public static List<String> check() {
        return check(DictionaryFiles.shipped());
    }

    /**
     * The mistakes in the files of a folder, which must hold all of them.
     *
     * @throws GazetteerException when a file cannot be read at all
     */
    public static List<String> check(Path folder) {
        return check(DictionaryFiles.of(folder, false));
    }

    private static List<String> check(DictionaryFiles files) {
        GazetteerLint lint = new GazetteerLint();
        files.all().forEach(lint::file);
        return List.copyOf(lint.problems);
    }

    private void file(GazetteerFile file) {
        switch (file.name()) {
            case DictionaryFiles.CITIES -> file.rows().forEach(row -> place(row, 4));
            case DictionaryFiles.REGIONS -> file.rows().forEach(row -> place(row, 3));
            case DictionaryFiles.WORDS -> file.rows().forEach(this::words);
            case DictionaryFiles.NEIGHBOURS -> file.rows().forEach(row -> country(row, row.column(0)));
            default -> phrases(file);
        }
    }

    private void phrases(GazetteerFile file) {
        Map<String, Integer> lineOf = new HashMap<>();
        for (GazetteerFile.Row row : file.rows()) {
            if (row.columns().size() < 4) {
                problem(row, "has " + row.columns().size() + " columns, not code, kind, languages, phrases");
                continue;
            }
            String code = row.column(0);
            int dot = code.indexOf('.');
            country(row, dot < 0 ? code : code.substring(0, dot));
            for (String phrase : row.list(3)) {
                phrase(row, phrase);
                script(row, row.column(2), phrase);
                for (String language : GazetteerFile.split(row.column(2), ',')) {
                    String key = code + '\t' + row.column(1) + '\t' + language + '\t' + Fold.fold(phrase);
                    Integer before = lineOf.putIfAbsent(key, row.line());
                    if (before != null) {
                        problem(row, "repeats '" + phrase + "' of line " + before);
                    }
                }
            }
        }
    }

    private void place(GazetteerFile.Row row, int name) {
        country(row, row.column(0));
        try {
            row.number(2);
        } catch (GazetteerException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        phrase(row, row.column(name));
        row.list(name + 1).forEach(spelling -> phrase(row, spelling));
    }

    private void words(GazetteerFile.Row row) {
        try {
            WordClass.of(row, row.column(0));
        } catch (GazetteerException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        Set<String> seen = new HashSet<>();
        for (String word : row.list(2)) {
            phrase(row, word);
            if (!seen.add(Fold.fold(word))) {
                problem(row, "repeats '" + word + "'");
            }
        }
    }

    private void country(GazetteerFile.Row row, String code) {
        if (!COUNTRIES.contains(code)) {
            problem(row, "'" + code + "' is no country code of ISO 3166-1");
        }
    }

    private void phrase(GazetteerFile.Row row, String phrase) {
        try {
            lexicon.add(phrase, 0);
        } catch (IllegalArgumentException e) {
            problem(row, String.valueOf(e.getMessage()));
        }
        int star = phrase.indexOf('*');
        boolean oneWord = phrase.indexOf(' ') < 0;
        if (star >= 0 && oneWord && phrase.charAt(0) < 0x0530 && star < MIN_STEM) {
            problem(row, "fewer than " + MIN_STEM + " letters before the * in '" + phrase + "'");
        }
    }

    private void script(GazetteerFile.Row row, String language, String phrase) {
        Set<UnicodeScript> expected = SCRIPTS.get(language);
        if (expected == null) {
            return;
        }
        boolean any = phrase.codePoints().mapToObj(UnicodeScript::of).anyMatch(expected::contains);
        if (!any) {
            problem(row, "'" + phrase + "' is not written in the script of language " + language);
        }
    }

    private void problem(GazetteerFile.Row row, String text) {
        problems.add(row.file() + ":" + row.line() + ": " + text);
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        codes.add(Gazetteer.NO_COUNTRY);
        return Set.copyOf(codes);
    }
}
