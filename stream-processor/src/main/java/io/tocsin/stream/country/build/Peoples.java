package io.tocsin.stream.country.build;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The forms of the word for a people by gender and number, from the masculine that the sources give. */
final class Peoples {
    private static final Set<String> ROMANCE = Set.of("fr", "es", "pt", "it");

    private Peoples() {}

    static boolean isRomance(String language) {
        return ROMANCE.contains(language);
    }

    /** The other forms of a word in lower case; none when the language is not known here. */
    static Set<String> forms(String word, String language) {
        Set<String> forms = new TreeSet<>();
        if (word.indexOf(' ') >= 0 || word.indexOf('*') >= 0) {
            return forms;
        }
        switch (language) {
            case "fr" -> french(word, forms);
            case "es" -> spanish(word, forms);
            case "pt" -> portuguese(word, forms);
            case "it" -> italian(word, forms);
            case "no", "sv", "da" -> add(word, forms, List.of("e", "a", "t"));
            case "nl" -> add(word, forms, List.of("e"));
            case "fi" -> finnish(word, forms);
            default -> {}
        }
        forms.remove(word);
        return forms;
    }

    private static void french(String word, Set<String> forms) {
        if (word.endsWith("e")) {
            forms.add(word + "s");
            return;
        }
        String feminine =
                word.endsWith("en") ? word + "ne" : word.endsWith("c") ? word.replaceAll("c$", "que") : word + "e";
        forms.add(feminine);
        forms.add(feminine + "s");
        if (!word.endsWith("s")) {
            forms.add(word + "s");
        }
    }

    private static void spanish(String word, Set<String> forms) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("o")) {
            add(stem, forms, List.of("a", "os", "as"));
        } else if (word.endsWith("í")) {
            forms.add(word + "es");
        } else if (word.endsWith("és")) {
            add(word.replaceAll("és$", "es"), forms, List.of("a", "es", "as"));
        } else if (word.endsWith("án")) {
            add(word.replaceAll("án$", "an"), forms, List.of("a", "es", "as"));
        } else if (word.endsWith("e") || word.endsWith("a")) {
            forms.add(word + "s");
        } else if (word.endsWith("ol")) {
            add(word, forms, List.of("a", "es", "as"));
        }
    }

    private static void portuguese(String word, Set<String> forms) {
        if (word.endsWith("o") && !word.endsWith("ão")) {
            add(word.substring(0, word.length() - 1), forms, List.of("a", "os", "as"));
        } else if (word.endsWith("ês")) {
            add(word.replaceAll("ês$", "es"), forms, List.of("a", "es", "as"));
        } else if (word.endsWith("e") || word.endsWith("a")) {
            forms.add(word + "s");
        }
    }

    private static void italian(String word, Set<String> forms) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("co")) {
            add(stem, forms, List.of("a", "he", "hi", "i"));
        } else if (word.endsWith("o")) {
            add(stem, forms, List.of("a", "i", "e"));
        } else if (word.endsWith("e")) {
            forms.add(stem + "i");
        }
    }

    /** Consonant gradation: -lainen, -laisen, -laiset. */
    private static void finnish(String word, Set<String> forms) {
        if (word.endsWith("nen")) {
            forms.add(word.substring(0, word.length() - 3) + "s*");
        }
    }

    private static void add(String stem, Set<String> forms, List<String> endings) {
        for (String ending : endings) {
            forms.add(stem + ending);
        }
    }
}
