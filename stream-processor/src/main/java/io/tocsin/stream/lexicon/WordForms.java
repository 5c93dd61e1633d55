package io.tocsin.stream.lexicon;

import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes out the forms of what an editor writes once.
 *
 * <ul>
 *   <li>{@code attack+v}: attack, attacks, attacked, attacking; irregular verbs are in {@code en-verbs.txt}; {@code -ize}
 *       verbs are spelt with {@code s} too.
 *   <li>{@code treaty+n}: treaty, treaties.
 *   <li>Arabic, Hebrew and Amharic: article, conjunction and prepositions are written onto the word, and a short Amharic
 *       stem gets its endings; {@code =word} is left as it is.
 * </ul>
 */
public final class WordForms {
    private static final String[] ARABIC_FIRST = {
        "", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "كال", "فال", "ولل", "وبال", "س", "وس"
    };
    private static final String[] ARABIC_NEXT = {"", "ال", "و", "ب", "بال", "ل", "لل"};
    private static final String[] HEBREW_FIRST = {
        "", "ה", "ו", "וה", "ב", "ל", "מ", "ש", "שה", "מה", "כ", "בה", "לה", "ול", "וב", "ומ"
    };
    private static final String[] HEBREW_NEXT = {"", "ה", "ב", "ל", "מ", "ו"};
    private static final String[] AMHARIC_FIRST = {"", "የ", "በ", "ለ", "ከ", "ስለ", "እንደ", "የነ"};
    private static final String[] AMHARIC_ENDINGS = {"", "ን", "ው", "ና", "ም", "ት", "ቱ", "ች", "ዎች", "ኛ", "ኞች", "ዎቹ"};
    private static final String[] NONE = {""};

    private final Map<String, String[]> irregular;

    private WordForms(Map<String, String[]> irregular) {
        this.irregular = irregular;
    }

    /** With the irregular verbs of the resource {@code en-verbs.txt}. */
    public static WordForms load() {
        Map<String, String[]> verbs = new HashMap<>();
        for (DictionaryFile.Line line : file().lines()) {
            String[] forms = line.text().split(" ", -1);
            verbs.put(forms[0], forms);
        }
        return new WordForms(verbs);
    }

    /** The resource {@code en-verbs.txt}. */
    public static DictionaryFile file() {
        return DictionaryFile.resource(WordForms.class, "lexicon", "en-verbs.txt");
    }

    /**
     * All forms of a phrase, the written one first, each once.
     *
     * @param language its two-letter code
     * @throws IllegalArgumentException for an unknown {@code +} mark
     */
    public List<String> expand(String language, String phrase) {
        List<String> forms = new ArrayList<>(List.of(""));
        boolean first = true;
        for (String word : phrase.strip().split("\\s+", -1)) {
            List<String> longer = new ArrayList<>();
            for (String form : forms(language, word, first)) {
                for (String begun : forms) {
                    longer.add(begun.isEmpty() ? form : begun + " " + form);
                }
            }
            forms = longer;
            first = false;
        }
        return forms;
    }

    private Set<String> forms(String language, String word, boolean first) {
        Set<String> forms = new LinkedHashSet<>();
        int plus = word.indexOf('+');
        if (plus > 0) {
            String lemma = word.substring(0, plus);
            switch (word.substring(plus)) {
                case "+v" -> verb(lemma, forms);
                case "+n" -> noun(lemma, forms);
                default -> throw new IllegalArgumentException("unknown mark in '" + word + "'");
            }
            return forms;
        }
        if (word.startsWith("=")) {
            forms.add(word.substring(1));
            return forms;
        }
        String[] particles =
                switch (language) {
                    case "ar" -> first ? ARABIC_FIRST : ARABIC_NEXT;
                    case "he" -> first ? HEBREW_FIRST : HEBREW_NEXT;
                    case "am" -> first ? AMHARIC_FIRST : NONE;
                    default -> NONE;
                };
        boolean definite = language.equals("ar") && word.startsWith("ال");
        if (language.equals("am") && word.endsWith("*") && word.length() <= Lexicon.MIN_PREFIX) {
            String stem = word.substring(0, word.length() - 1);
            for (String particle : particles) {
                for (String ending : AMHARIC_ENDINGS) {
                    forms.add(particle + stem + ending);
                }
            }
            return forms;
        }
        for (String particle : particles) {
            if (!definite || !particle.endsWith("ل") || particle.equals("ل")) {
                forms.add(particle + word);
            }
        }
        return forms;
    }

    private void verb(String lemma, Set<String> forms) {
        String[] listed = irregular.get(lemma);
        if (listed != null) {
            forms.addAll(List.of(listed));
            return;
        }
        forms.add(lemma);
        String stem = lemma;
        if (lemma.endsWith("e")) {
            forms.add(lemma + "s");
            stem = lemma.substring(0, lemma.length() - 1);
        } else if (lemma.endsWith("y") && !isVowel(lemma.charAt(lemma.length() - 2))) {
            String i = lemma.substring(0, lemma.length() - 1) + "i";
            forms.add(i + "es");
            forms.add(i + "ed");
            forms.add(lemma + "ing");
            return;
        } else {
            forms.add(lemma + (hisses(lemma) ? "es" : "s"));
        }
        forms.add(stem + "ed");
        forms.add(stem + "ing");
        if (lemma.endsWith("ize")) {
            String british = lemma.substring(0, lemma.length() - 2);
            forms.addAll(List.of(british + "se", british + "ses", british + "sed", british + "sing"));
        }
    }

    private static void noun(String lemma, Set<String> forms) {
        forms.add(lemma);
        if (lemma.endsWith("y") && !isVowel(lemma.charAt(lemma.length() - 2))) {
            forms.add(lemma.substring(0, lemma.length() - 1) + "ies");
        } else {
            forms.add(lemma + (hisses(lemma) ? "es" : "s"));
        }
    }

    private static boolean hisses(String word) {
        return word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh");
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(Character.toString(c).toLowerCase(Locale.ROOT)) >= 0;
    }
}
