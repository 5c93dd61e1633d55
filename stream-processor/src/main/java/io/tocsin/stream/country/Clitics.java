package io.tocsin.stream.country;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that are written together with the next one. Arabic, Hebrew and Ethiopic write "and", "in", "to" and the
 * article in front of a name without a space, so a name is registered with each of them; large Slavic city names are
 * registered by their stem.
 */
final class Clitics {
    private static final List<String> ARABIC = List.of("و", "ب", "ل", "ف", "ك", "وب", "ول");
    private static final List<String> ARABIC_ARTICLE = List.of("ال", "وال", "بال", "فال", "كال", "لل", "ولل");
    private static final List<String> HEBREW =
            List.of("ה", "ו", "ב", "ל", "מ", "ש", "כ", "וב", "ול", "ומ", "וה", "שב", "מה", "שה");
    private static final List<String> ETHIOPIC = List.of("የ", "በ", "ከ", "ለ", "ስለ", "እና");
    /** Stands behind the object of an Amharic sentence. */
    private static final String ETHIOPIC_OBJECT = "ን";

    private static final String CYRILLIC_VOWELS = "аяоеэиіїыйьую";

    private Clitics() {}

    /** The spellings under which a phrase is found besides its own. */
    static List<String> spellings(String phrase, Reading reading) {
        char first = phrase.charAt(0);
        boolean important =
                !reading.isPlace() || reading.kind() == MentionKind.CAPITAL || reading.population() > 300_000;
        if (!important || reading.role() == Reading.Role.CUE) {
            return List.of();
        }
        if (first >= 0x0600 && first < 0x0700) {
            return arabic(phrase);
        }
        if (first >= 0x0590 && first < 0x0600) {
            return prefixed(HEBREW, phrase);
        }
        if (first >= 0x1200 && first < 0x1380) {
            List<String> all = new ArrayList<>(prefixed(ETHIOPIC, phrase));
            if (!phrase.endsWith("*")) {
                all.add(phrase + ETHIOPIC_OBJECT);
            }
            return all;
        }
        return List.of();
    }

    /** The stem of a Cyrillic city name of one word, with a {@code *}, or the name itself. */
    static String cyrillicStem(String name) {
        if (name.charAt(0) < 0x0400 || name.charAt(0) > 0x052F || name.indexOf(' ') >= 0 || name.indexOf('-') >= 0) {
            return name;
        }
        int end = name.length();
        while (end > name.length() - 2 && end > 1 && CYRILLIC_VOWELS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end >= 5 ? name.substring(0, end) + "*" : name;
    }

    private static List<String> arabic(String phrase) {
        if (phrase.length() < 3) {
            return List.of();
        }
        if (!phrase.startsWith("ال")) {
            List<String> all = new ArrayList<>(prefixed(ARABIC, phrase));
            if (phrase.endsWith("*")) {
                all.addAll(prefixed(ARABIC_ARTICLE, phrase));
            }
            return all;
        }
        List<String> all = new ArrayList<>(prefixed(List.of("و", "ب", "ف", "ك", "وب"), phrase));
        all.addAll(prefixed(List.of("لل", "ولل"), phrase.substring(2)));
        return all;
    }

    private static List<String> prefixed(List<String> prefixes, String phrase) {
        List<String> all = new ArrayList<>(prefixes.size());
        for (String prefix : prefixes) {
            all.add(prefix + phrase);
        }
        return all;
    }
}
