package io.tocsin.stream.country.build;

import io.tocsin.stream.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The forms that a name takes in running text, for languages that inflect names. A long name becomes a stem with
 * {@code *}, a short one the list of its usual forms, for a short stem would begin too many other words.
 */
final class Inflection {
    /** Fewest letters of a stem before a {@code *}. */
    private static final int MIN_STEM = 5;

    private static final Set<String> SLAVIC = Set.of(
            "ru", "uk", "be", "bg", "mk", "sr", "pl", "cs", "sk", "sl", "hr", "bs", "hsb", "dsb", "rue", "szl", "csb");
    /** Other languages that change the end of a name. */
    private static final Set<String> ENDING = Set.of("lt", "lv", "el", "ro", "sq", "is", "ka", "la", "ga", "fo");
    /** Languages that add endings to a name and leave it whole. */
    private static final Set<String> ADDING = Set.of(
            "tr", "az", "uz", "tk", "kk", "ky", "tt", "ba", "cv", "sah", "mn", "fi", "et", "hu", "eu", "hy", "bn", "as",
            "ta", "te", "ml", "kn", "mr", "gu", "or", "si", "ne", "pa", "os", "ce", "se", "tg", "ug");
    /** Languages with a genitive in -s. */
    private static final Set<String> GENITIVE_S = Set.of("de", "nl", "sv", "da", "no", "nb", "nn", "lb", "fy", "af");

    private static final String VOWELS = "аяоеэиіїыйьуюєaeiouyąęáéíóúýěůāēīūëãαηοιυωεςსაეიოუäöő";
    private static final List<String> CYRILLIC_ENDINGS =
            List.of("а", "я", "у", "ю", "е", "и", "ы", "і", "ї", "ом", "ем", "ой", "ей", "ою", "ею");
    private static final List<String> LATIN_ENDINGS =
            List.of("a", "u", "e", "i", "y", "em", "om", "ie", "ę", "ą", "ii", "o", "ou");

    private Inflection() {}

    /** The name's other forms in the language, none of them the name itself. */
    static List<String> forms(String name, String language) {
        if (name.indexOf('*') >= 0) {
            return List.of();
        }
        if (GENITIVE_S.contains(language)) {
            return isOneWord(name) && !name.endsWith("s") && !name.endsWith("z") ? List.of(name + "s") : List.of();
        }
        if (ADDING.contains(language)) {
            return isOneWord(name) && Fold.fold(name).length() >= 4 ? List.of(name + "*") : List.of();
        }
        boolean slavic = SLAVIC.contains(language);
        if (!slavic && !ENDING.contains(language)) {
            return List.of();
        }
        return isOneWord(name) ? oneWord(name, slavic) : manyWords(name);
    }

    private static List<String> oneWord(String name, boolean slavic) {
        String stem = stem(name);
        if (Fold.fold(stem).length() >= MIN_STEM) {
            return List.of(stem + "*");
        }
        if (Fold.fold(name).length() >= MIN_STEM + 1 && stem.length() < name.length()) {
            return List.of(name.substring(0, MIN_STEM) + "*");
        }
        char last = Character.toLowerCase(name.charAt(name.length() - 1));
        boolean vowel = VOWELS.indexOf(last) >= 0;
        if (!slavic || name.length() < 3 || (vowel && last != 'а' && last != 'я' && last != 'a')) {
            return List.of();
        }
        String base = vowel ? name.substring(0, name.length() - 1) : name;
        List<String> forms = new ArrayList<>();
        for (String ending : name.codePointAt(0) < 0x370 ? LATIN_ENDINGS : CYRILLIC_ENDINGS) {
            String form = base + ending;
            if (!form.equals(name)) {
                forms.add(form);
            }
        }
        return forms;
    }

    private static List<String> manyWords(String name) {
        StringBuilder phrase = new StringBuilder();
        boolean changed = false;
        for (String word : name.split("[\\s\\-]+", -1)) {
            String stem = stem(word);
            boolean star = stem.length() >= 3 && stem.length() < word.length() && word.length() >= 5;
            changed |= star;
            phrase.append(phrase.length() == 0 ? "" : " ").append(star ? stem + "*" : word);
        }
        return changed ? List.of(phrase.toString()) : List.of();
    }

    /** The word without the vowels it ends in, two at most. */
    private static String stem(String word) {
        int end = word.length();
        while (end > word.length() - 2 && end > 1 && VOWELS.indexOf(Character.toLowerCase(word.charAt(end - 1))) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean isOneWord(String name) {
        return name.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }
}
