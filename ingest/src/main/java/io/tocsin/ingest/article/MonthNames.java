package io.tocsin.ingest.article;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the months, full and short, in the languages that the JDK's CLDR data has and news is written in. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "is", "pl", "cs", "sk", "sl", "hr", "sr",
            "bg", "ru", "uk", "el", "tr", "hu", "ro", "lt", "lv", "et", "id", "ms", "vi", "sw", "ca", "ar", "fa", "hi");

    private static final Map<String, Integer> NAMES = names();

    private MonthNames() {}

    /** 1 to 12, or 0 when the word is no month's name. */
    static int month(String word) {
        return NAMES.getOrDefault(folded(word), 0);
    }

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = folded(month.getDisplayName(style, locale));
                    if (name.length() >= 3 && name.chars().allMatch(Character::isLetter)) {
                        names.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        names.put("sept", 9);
        return Map.copyOf(names);
    }

    private static String folded(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT).replace(".", ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
    }
}
