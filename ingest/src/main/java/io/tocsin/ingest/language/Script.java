package io.tocsin.ingest.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the letters of a text alone say about its language. */
final class Script {
    /** Letters that are looked at. */
    private static final int SAMPLE = 2000;

    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.THAANA, "dv"),
            Map.entry(UnicodeScript.TIBETAN, "bo"),
            Map.entry(UnicodeScript.HEBREW, "he"));

    private static final Set<String> CYRILLIC = Set.of(
            "ru", "uk", "be", "bg", "mk", "sr", "bs", "kk", "ky", "tg", "mn", "uz", "tt", "ba", "cv", "ce", "os", "sah",
            "az", "tk", "ab", "kv", "udm", "mo", "ro");
    private static final Set<String> ARABIC = Set.of(
            "ar", "arz", "ary", "fa", "ur", "ps", "ku", "ckb", "ug", "sd", "az", "azb", "pa", "ks", "kk", "ky", "prs",
            "bal", "dv");
    private static final Set<String> ALSO_LATIN = Set.of("sr", "bs", "uz", "az", "tk", "kk", "ku", "mo", "ro", "tt");
    private static final Set<String> ELSEWHERE = Set.of(
            "ar", "fa", "ur", "ps", "ckb", "he", "yi", "el", "ka", "hy", "zh", "ja", "ko", "th", "lo", "km", "my", "hi",
            "mr", "ne", "bn", "ta", "te", "kn", "ml", "gu", "si", "am", "ti");

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private final String text;
    private int counted;

    private Script(String text) {
        this.text = text;
        for (int i = 0; i < text.length() && counted < SAMPLE; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters.merge(UnicodeScript.of(c), 1, Integer::sum);
                counted++;
            }
        }
    }

    static Script of(String text) {
        return new Script(text);
    }

    /** How many letters were looked at. */
    int letters() {
        return counted;
    }

    /** The script of most letters, or null when there are none. */
    @Nullable
    UnicodeScript dominant() {
        UnicodeScript dominant = null;
        int most = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : letters.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                dominant = entry.getKey();
            }
        }
        return dominant;
    }

    /** Whether a text in this script cannot be in a language: one that is written in another script. */
    boolean contradicts(String language) {
        UnicodeScript dominant = dominant();
        if (dominant == null) {
            return false;
        }
        return switch (dominant) {
            case LATIN ->
                !ALSO_LATIN.contains(language) && (CYRILLIC.contains(language) || ELSEWHERE.contains(language));
            case CYRILLIC -> !CYRILLIC.contains(language);
            case ARABIC -> !ARABIC.contains(language);
            default -> false;
        };
    }

    /** The language, when the letters alone decide it. */
    @Nullable
    String language() {
        if (share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA) > 0.1) {
            return "ja";
        }
        if (share(UnicodeScript.HANGUL) > 0.2) {
            return "ko";
        }
        UnicodeScript dominant = dominant();
        if (dominant == null) {
            return null;
        }
        return switch (dominant) {
            case HAN -> "zh";
            case ARABIC -> arabic();
            case CYRILLIC -> cyrillic();
            case HEBREW -> has("\u05f0\u05f1\u05f2") ? "yi" : "he";
            case ETHIOPIC -> has("\u1250\u1251\u1252\u1253\u1254\u1255\u1256") ? "ti" : "am";
            default -> ONE_LANGUAGE.get(dominant);
        };
    }

    private double share(UnicodeScript script) {
        return counted == 0 ? 0 : letters.getOrDefault(script, 0) / (double) counted;
    }

    /** Letters of Urdu, Sindhi, Pashto, Kurdish, Uyghur and Persian that Arabic does not have. */
    private @Nullable String arabic() {
        if (has("\u0679\u0688\u0691\u06ba\u06d2")) {
            return "ur";
        }
        if (has("\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06bc\u06d0\u06cd")) {
            return "ps";
        }
        if (has("\u06d5\u06b5\u0695\u06ce")) {
            return has("\u06ad\u06c7\u06c8\u06cb") ? "ug" : "ckb";
        }
        return has("\u067e\u0686\u0698\u06af\u06cc\u06a9") && frequent("\u067e\u0686\u0698\u06af\u06cc\u06a9", 0.03)
                ? "fa"
                : null;
    }

    private @Nullable String cyrillic() {
        if (has("\u0454\u0457\u0491\u0404\u0407\u0490")) {
            return "uk";
        }
        if (has("\u045e\u040e")) {
            return "be";
        }
        if (has("\u0453\u045c\u0455")) {
            return "mk";
        }
        if (has("\u0452\u045b\u0402\u040b")) {
            return "sr";
        }
        if (has("\u04d9\u049b\u04b1")) {
            return "kk";
        }
        return null;
    }

    private boolean has(String any) {
        return text.chars().limit(4L * SAMPLE).anyMatch(c -> any.indexOf(c) >= 0);
    }

    private boolean frequent(String any, double share) {
        return text.chars().limit(4L * SAMPLE).filter(c -> any.indexOf(c) >= 0).count() >= share * counted;
    }
}
