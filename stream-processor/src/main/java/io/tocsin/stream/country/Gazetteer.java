package io.tocsin.stream.country;

import io.tocsin.stream.lexicon.SwitchedOff;
import io.tocsin.stream.lexicon.UserDictionary;
import io.tocsin.stream.text.Fold;
import io.tocsin.stream.text.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What names a country: the dictionary files in memory. Immutable. It gives its phrases to the lexicon once, and
 * {@link CountryResolver} asks it what they mean.
 */
public final class Gazetteer {
    /** Code of a row that means no country. */
    static final String NO_COUNTRY = "-";

    /** Inhabitants of a city whose name is found in its inflected forms too. */
    private static final int MIN_INFLECTED = 300_000;

    /** Inhabitants of a place that stands in a file without them: it is there because it is well known. */
    private static final int KNOWN = 1_000_000;

    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, Phrase> phraseOf = new HashMap<>();
    private final String[] codes;
    private final Map<String, Integer> countryOf = new HashMap<>();
    private final Map<String, Integer> languageOf = new HashMap<>();
    private final Map<String, BitSet> languageSets = new HashMap<>();
    private final BitSet[] neighbours;
    /** Of a phrase that may mean a country, beside the bits of its {@link WordClass}es. */
    private static final int NAMED = 1 << 30;
    /** Of a phrase that is a word of a class in some languages only. */
    private static final int CLASSED_BY_LANGUAGE = 1 << 29;

    /** By phrase, the bits of the {@link WordClass}es that it has in every language, and the two above. */
    private final int[] traits;

    private final String digest;
    private final int english;

    private Gazetteer(DictionaryFiles files, UserCountries user) {
        digest = files.digest();
        TreeSet<String> found = new TreeSet<>();
        for (String name : DictionaryFiles.PHRASE_FILES) {
            files.rows(name).forEach(row -> found.add(countryCode(row)));
        }
        found.remove(NO_COUNTRY);
        codes = found.toArray(String[]::new);
        for (int i = 0; i < codes.length; i++) {
            countryOf.put(codes[i], i);
        }
        neighbours = new BitSet[codes.length];
        Arrays.setAll(neighbours, i -> new BitSet());
        for (String name : DictionaryFiles.PHRASE_FILES) {
            files.rows(name).forEach(row -> phrases(row, user.off()));
        }
        files.rows(DictionaryFiles.REGIONS).forEach(row -> region(row, user.off()));
        files.rows(DictionaryFiles.CITIES).forEach(row -> city(row, user.off()));
        user.add(this::added);
        files.rows(DictionaryFiles.WORDS).forEach(this::words);
        files.rows(DictionaryFiles.NEIGHBOURS).forEach(this::neighbours);
        phraseOf.clear();
        english = languageOf.getOrDefault("en", -1);
        traits = new int[phrases.size()];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = phrases.get(i).readings.isEmpty() ? 0 : NAMED;
            for (Phrase.Use use : phrases.get(i).uses) {
                traits[i] |= use.languages() == null ? use.wordClass().bit : CLASSED_BY_LANGUAGE;
            }
        }
    }

    /**
     * The gazetteer that ships with Tocsin.
     *
     * @throws GazetteerException when a file is missing or wrong
     */
    public static Gazetteer load() {
        return load(UserDictionary.NONE);
    }

    /**
     * The gazetteer that ships with Tocsin, with a user's changes.
     *
     * @throws io.tocsin.stream.lexicon.BrokenDictionary with everything that is wrong in the user's lines
     */
    public static Gazetteer load(UserDictionary user) {
        return new Gazetteer(DictionaryFiles.shipped(), new UserCountries(user));
    }

    /**
     * A gazetteer from a folder; files that are missing there are the ones that ship with Tocsin.
     *
     * @throws GazetteerException when a file is wrong
     */
    public static Gazetteer load(Path folder) {
        return new Gazetteer(DictionaryFiles.of(folder, true), new UserCountries(UserDictionary.NONE));
    }

    /** SHA-256 of the files that it was read from, in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /**
     * Gives all phrases to a lexicon.
     *
     * @param firstEntry number of the first phrase; the others follow
     * @return the number after the last one
     */
    public int register(Lexicon.Builder lexicon, int firstEntry) {
        int entry = firstEntry;
        for (Phrase phrase : phrases) {
            lexicon.add(phrase.text, entry);
            if (!phrase.readings.isEmpty()) {
                Reading reading = phrase.readings.get(0);
                for (String spelling : Clitics.spellings(phrase.text, reading)) {
                    lexicon.add(spelling, entry);
                }
                boolean large = reading.population() >= MIN_INFLECTED || reading.kind() == MentionKind.CAPITAL;
                if (reading.isPlace() && large && phrase.specificity == Phrase.EXACT) {
                    lexicon.add(Clitics.cyrillicStem(phrase.text), entry);
                }
            }
            entry++;
        }
        return entry;
    }

    /** How many phrases it holds. */
    public int size() {
        return phrases.size();
    }

    /** ISO 3166-1 alpha-2 codes (and XK) of the countries that it knows, sorted. */
    public List<String> countries() {
        return List.of(codes);
    }

    Phrase phrase(int index) {
        return phrases.get(index);
    }

    int countryCount() {
        return codes.length;
    }

    /** Whether the phrase may mean a country. */
    boolean isNamed(int index) {
        return (traits[index] & NAMED) != 0;
    }

    /** Bits of the {@link WordClass}es of a phrase in a language. */
    int classes(int index, int language) {
        int bits = traits[index] & ~(NAMED | CLASSED_BY_LANGUAGE);
        if ((traits[index] & CLASSED_BY_LANGUAGE) != 0) {
            for (Phrase.Use use : phrases.get(index).uses) {
                if (use.languages() != null && (language < 0 || use.languages().get(language))) {
                    bits |= use.wordClass().bit;
                }
            }
        }
        return bits;
    }

    String code(int country) {
        return codes[country];
    }

    /** Index of English, whose abbreviations of countries are understood everywhere. */
    int english() {
        return english;
    }

    int country(@Nullable String code) {
        return code == null ? -1 : countryOf.getOrDefault(code, -1);
    }

    boolean areNeighbours(int country, int other) {
        return neighbours[country].get(other);
    }

    /** Index of a language tag's language, or -1 when no phrase belongs to it. */
    int language(@Nullable String tag) {
        if (tag == null || tag.isEmpty()) {
            return -1;
        }
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        String base = end == tag.length() ? tag : tag.substring(0, end);
        return languageOf.getOrDefault(
                switch (base) {
                    case "nb", "nn" -> "no";
                    case "iw" -> "he";
                    case "in" -> "id";
                    case "tl" -> "fil";
                    case "yue" -> "zh";
                    default -> base;
                },
                -1);
    }

    private static String countryCode(GazetteerFile.Row row) {
        String code = row.column(0);
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    private int countryIndex(GazetteerFile.Row row) {
        String code = countryCode(row);
        if (code.equals(NO_COUNTRY)) {
            return -1;
        }
        Integer index = countryOf.get(code);
        if (index == null) {
            throw row.error("no country '" + code + "'");
        }
        return index;
    }

    private void added(GazetteerFile.Row row) {
        for (String language : GazetteerFile.split(row.column(2), ',')) {
            if (!language.equals("*") && !languageOf.containsKey(language)) {
                throw row.error("no language '" + language + "'; write its two-letter code, or * for all");
            }
        }
        phrases(row, SwitchedOff.NOTHING);
    }

    private void phrases(GazetteerFile.Row row, SwitchedOff off) {
        int country = countryIndex(row);
        int dot = row.column(0).indexOf('.');
        String region = dot < 0 ? "" : row.column(0).substring(dot + 1);
        String label = row.column(1);
        Reading.Role role =
                switch (label) {
                    case "mask" -> Reading.Role.MASK;
                    case "cue" -> Reading.Role.CUE;
                    case "abbreviation" -> Reading.Role.ABBREVIATION;
                    default -> Reading.Role.MENTION;
                };
        MentionKind kind = role == Reading.Role.MENTION ? kind(row, label) : MentionKind.REGION;
        BitSet languages = languages(row.column(2));
        for (String text : row.list(3)) {
            add(
                    text,
                    new Reading(kind, country, region, KNOWN, languages, false, spelling(text, kind, role), role),
                    row,
                    off);
        }
    }

    private static MentionKind kind(GazetteerFile.Row row, String label) {
        for (MentionKind kind : MentionKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw row.error("no kind '" + label + "'; one of name, code, demonym, capital, city, region, leader,"
                + " institution, mask, cue, abbreviation");
    }

    /** A phrase that is written in capitals must be found so, one that begins with a capital must begin with one. */
    private static Reading.Spelling spelling(String text, MentionKind kind, Reading.Role role) {
        int first = text.codePointAt(0);
        if (role == Reading.Role.MASK || role == Reading.Role.CUE || Character.isLowerCase(first)) {
            return Reading.Spelling.FREE;
        }
        boolean upper = text.length() >= 2 && text.length() <= 6;
        for (int i = 0; upper && i < text.length(); i++) {
            char c = text.charAt(i);
            upper = Character.isUpperCase(c) || !Character.isLetter(c);
        }
        boolean named = kind == MentionKind.CODE
                || role == Reading.Role.ABBREVIATION
                || kind == MentionKind.NAME
                || kind == MentionKind.INSTITUTION;
        if (upper && named && Character.isUpperCase(first)) {
            return Reading.Spelling.UPPER;
        }
        return Character.isUpperCase(first) ? Reading.Spelling.CAPITAL : Reading.Spelling.FREE;
    }

    private void city(GazetteerFile.Row row, SwitchedOff off) {
        MentionKind kind = row.column(3).equals("C") ? MentionKind.CAPITAL : MentionKind.CITY;
        place(row, kind, 4, off);
    }

    private void region(GazetteerFile.Row row, SwitchedOff off) {
        place(row, MentionKind.REGION, 3, off);
    }

    private void place(GazetteerFile.Row row, MentionKind kind, int name, SwitchedOff off) {
        Reading own = place(row, kind, false);
        Reading foreign = place(row, kind, true);
        add(row.column(name), own, row, off);
        String ascii = Fold.fold(row.column(name));
        for (String text : row.list(name + 1)) {
            boolean isLatin = text.charAt(0) < 0x0250;
            add(text, kind == MentionKind.REGION || !isLatin || isSpelling(ascii, text) ? own : foreign, row, off);
        }
    }

    private Reading place(GazetteerFile.Row row, MentionKind kind, boolean foreign) {
        return new Reading(
                kind,
                countryIndex(row),
                row.column(1),
                row.number(2),
                null,
                foreign,
                Reading.Spelling.CAPITAL,
                Reading.Role.MENTION);
    }

    /** GeoNames' own Latin spelling of a name: the same letters, but for apostrophes and doubled vowels. */
    private static boolean isSpelling(String folded, String text) {
        return letters(folded).equals(letters(Fold.fold(text)));
    }

    private static String letters(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetter(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private void words(GazetteerFile.Row row) {
        Phrase.Use use = new Phrase.Use(WordClass.of(row, row.column(0)), languages(row.column(1)));
        for (String text : row.list(2)) {
            phrase(text, row).uses.add(use);
        }
    }

    private void neighbours(GazetteerFile.Row row) {
        int country = country(row.column(0));
        for (String other : GazetteerFile.split(row.column(1), ',')) {
            if (country >= 0 && country(other) >= 0) {
                neighbours[country].set(country(other));
            }
        }
    }

    private void add(String text, Reading reading, GazetteerFile.Row row, SwitchedOff off) {
        if (off.takes(List.of(countryCode(row)), text)) {
            return;
        }
        List<Reading> readings = phrase(text, row).readings;
        if (!readings.contains(reading)) {
            readings.add(reading);
        }
    }

    private Phrase phrase(String text, GazetteerFile.Row row) {
        String key = Fold.fold(text);
        if (key.isBlank()) {
            throw row.error("a phrase is blank");
        }
        return phraseOf.computeIfAbsent(key, k -> {
            Phrase phrase = new Phrase(text);
            phrases.add(phrase);
            return phrase;
        });
    }

    private @Nullable BitSet languages(String list) {
        if (list.isEmpty() || list.equals("*")) {
            return null;
        }
        return languageSets.computeIfAbsent(list, k -> {
            BitSet set = new BitSet();
            for (String language : GazetteerFile.split(k, ',')) {
                set.set(languageOf.computeIfAbsent(language, l -> languageOf.size()));
            }
            return set;
        });
    }
}
