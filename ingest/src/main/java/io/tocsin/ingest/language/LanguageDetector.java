package io.tocsin.ingest.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language of a text. The model (10 MB, some 0.7 s) is read at the first text that needs it. Safe for use by
 * any thread.
 */
public final class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";

    /** Characters that are looked at; more does not help. */
    private static final int SAMPLE = 600;

    /** Characters that the model is shown. */
    private static final int MODEL_SAMPLE = 250;

    /** Letters without which the model's answer is a guess. */
    private static final int FEWEST_LETTERS = 12;

    /** How much surer than of the next language the model must be. Its probabilities say little by themselves. */
    private static final double SURE = 1.2;

    /** The same, when the text overrules what the source declares. */
    private static final double OVERRULES = 4.0;

    /** The most that the model can be said to lead by. */
    private static final double CERTAIN = 1000;

    /** Letters from which on the text may overrule what the source declares. */
    private static final int OVERRULING_LETTERS = 120;

    /** Codes of the model that are one language with another code, or have no code of two letters in the JDK. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("cmn", "zh"),
            Map.entry("pes", "fa"),
            Map.entry("prs", "fa"),
            Map.entry("ekk", "et"),
            Map.entry("lvs", "lv"),
            Map.entry("nob", "no"),
            Map.entry("nno", "no"),
            Map.entry("arb", "ar"),
            Map.entry("swh", "sw"),
            Map.entry("zlm", "ms"),
            Map.entry("hbs", "sr"),
            Map.entry("pnb", "pa"),
            Map.entry("azb", "az"),
            Map.entry("plt", "mg"),
            Map.entry("khk", "mn"),
            Map.entry("uzn", "uz"),
            Map.entry("fil", "tl"));

    /** Groups within which the model and the sources often disagree, and both may be right. */
    private static final Map<String, Set<String>> CLOSE = Map.ofEntries(
            Map.entry("no", Set.of("da", "sv", "nb", "nn")),
            Map.entry("nb", Set.of("no", "da", "sv", "nn")),
            Map.entry("nn", Set.of("no", "da", "sv", "nb")),
            Map.entry("da", Set.of("no")),
            Map.entry("id", Set.of("ms")),
            Map.entry("ms", Set.of("id")),
            Map.entry("sr", Set.of("hr", "bs", "sl")),
            Map.entry("hr", Set.of("sr", "bs", "sl")),
            Map.entry("bs", Set.of("sr", "hr")),
            Map.entry("gl", Set.of("pt", "es")),
            Map.entry("sw", Set.of("rw")),
            Map.entry("af", Set.of("nl")));

    private final Object loading = new Object();
    private volatile @Nullable LanguageDetectorModel model;
    private volatile Map<String, String> codes = Map.of();

    /** A language, and how many times as likely it is as the next. */
    private record Guess(String language, double lead) {}

    /** A detector with the model that comes with it; nothing is read yet. */
    public static LanguageDetector bundled() {
        return new LanguageDetector();
    }

    private LanguageDetector() {}

    /** The text's language, or null when it does not say. */
    public @Nullable String detect(String text) {
        Guess guess = guess(text);
        return guess == null || guess.lead < SURE ? null : guess.language;
    }

    /**
     * The language of a text whose source declares one: the declared one, unless the text clearly is in another.
     *
     * @param declared a BCP 47 tag or what stands in its place; null when nothing is declared
     */
    public @Nullable String settle(@Nullable String declared, String text) {
        String said = primary(declared);
        Script script = Script.of(text);
        if (said == null) {
            return detect(text);
        }
        String certain = script.language();
        if (certain != null && !certain.equals(said) && script.letters() >= FEWEST_LETTERS) {
            return certain;
        }
        if (script.contradicts(said) && script.letters() >= FEWEST_LETTERS) {
            return detect(text);
        }
        if (script.letters() < OVERRULING_LETTERS) {
            return said;
        }
        Guess guess = guess(text);
        if (guess == null || guess.language.equals(said)) {
            return said;
        }
        boolean overruled =
                guess.lead >= OVERRULES && !CLOSE.getOrDefault(said, Set.of()).contains(guess.language);
        return overruled ? guess.language : said;
    }

    /** The primary language of a declared tag in BCP 47's form, or null when it is none. */
    public static @Nullable String primary(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String tag = declared.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String primary = tag.substring(0, end);
        if (!primary.matches("[a-z]{2,3}") || primary.equals("und") || primary.equals("mul") || primary.equals("zxx")) {
            return null;
        }
        return switch (primary) {
            case "iw" -> "he";
            case "in" -> "id";
            case "ji" -> "yi";
            case "eng" -> "en";
            case "ger", "deu" -> "de";
            case "fre", "fra" -> "fr";
            case "spa" -> "es";
            default -> primary;
        };
    }

    private @Nullable Guess guess(String text) {
        String sample = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
        Script script = Script.of(sample);
        String certain = script.language();
        if (certain != null) {
            return new Guess(certain, CERTAIN);
        }
        if (script.letters() < FEWEST_LETTERS) {
            return null;
        }
        String spoken = script.dominant() == Character.UnicodeScript.LATIN ? FunctionWords.language(sample) : null;
        if (spoken != null) {
            return new Guess(spoken, CERTAIN);
        }
        Language[] ranked = new LanguageDetectorME(model())
                .predictLanguages(sample.substring(0, Math.min(sample.length(), MODEL_SAMPLE)));
        String best = code(ranked[0]);
        if (best.equals("en") && sample.chars().allMatch(c -> c < 0x80)) {
            return new Guess(best, Math.max(SURE, lead(ranked, best)));
        }
        return new Guess(best, lead(ranked, best));
    }

    private double lead(Language[] ranked, String best) {
        for (Language other : ranked) {
            if (!code(other).equals(best)) {
                return Math.min(CERTAIN, ranked[0].getConfidence() / Math.max(1e-9, other.getConfidence()));
            }
        }
        return CERTAIN;
    }

    private String code(Language language) {
        return codes.getOrDefault(language.getLang(), language.getLang());
    }

    private LanguageDetectorModel model() {
        LanguageDetectorModel loaded = model;
        if (loaded != null) {
            return loaded;
        }
        synchronized (loading) {
            LanguageDetectorModel again = model;
            if (again != null) {
                return again;
            }
            try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException(MODEL + " is not on the class path");
                }
                LanguageDetectorModel read = new LanguageDetectorModel(in);
                codes = twoLetterCodes();
                model = read;
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, String> twoLetterCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String language : Locale.getISOLanguages()) {
            codes.putIfAbsent(threeLetters(language), language);
        }
        codes.putAll(SPECIAL);
        return Map.copyOf(codes);
    }

    private static String threeLetters(String language) {
        try {
            return Locale.forLanguageTag(language).getISO3Language();
        } catch (MissingResourceException e) {
            return language;
        }
    }
}
