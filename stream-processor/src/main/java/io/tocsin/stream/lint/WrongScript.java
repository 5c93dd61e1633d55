package io.tocsin.stream.lint;

import io.tocsin.stream.lexicon.DictionaryProblem;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A word of letters that its language does not write: Latin and Cyrillic in one word, which only look alike, no letter
 * of the language's own script, or a letter of its neighbour's alphabet.
 */
public final class WrongScript implements Check {
    private static final Map<String, Set<UnicodeScript>> SCRIPTS = Map.ofEntries(
            Map.entry("ru", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("uk", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("ar", Set.of(UnicodeScript.ARABIC)),
            Map.entry("fa", Set.of(UnicodeScript.ARABIC)),
            Map.entry("he", Set.of(UnicodeScript.HEBREW)),
            Map.entry("hi", Set.of(UnicodeScript.DEVANAGARI)),
            Map.entry("am", Set.of(UnicodeScript.ETHIOPIC)),
            Map.entry("zh", Set.of(UnicodeScript.HAN)),
            Map.entry("ja", Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)));

    private static final Set<UnicodeScript> LATIN = Set.of(UnicodeScript.LATIN);

    private static final Set<UnicodeScript> LOOK_ALIKE =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    /** Letters that a language does not have though its script does. */
    private static final Map<String, String> FOREIGN = Map.of("ru", "іїєґў", "uk", "ыэёъў");

    private static final Set<String> LATIN_LANGUAGES =
            Set.of("en", "fr", "es", "de", "pt", "it", "tr", "sw", "ha", "pcm");

    @Override
    public List<DictionaryProblem> problems(List<Entry> entries) {
        List<DictionaryProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            String phrase = entry.phrase();
            String foreign = FOREIGN.getOrDefault(entry.language(), "");
            if (mixes(phrase)) {
                problems.add(entry.problem("'" + phrase + "' mixes letters of two scripts in one word; write it anew"));
            } else if (!isOwn(entry.language(), phrase)) {
                problems.add(
                        entry.problem("'" + phrase + "' is not written in the script of language " + entry.language()));
            } else if (phrase.toLowerCase(Locale.ROOT).chars().anyMatch(c -> foreign.indexOf(c) >= 0)) {
                problems.add(
                        entry.problem("'" + phrase + "' has a letter that language " + entry.language() + " lacks"));
            }
        }
        return problems;
    }

    private static boolean mixes(String phrase) {
        for (String word : phrase.split("[\\s-]+", -1)) {
            long scripts = word.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(UnicodeScript::of)
                    .filter(LOOK_ALIKE::contains)
                    .distinct()
                    .count();
            if (scripts > 1) {
                return true;
            }
        }
        return false;
    }

    /** Names such as NATO stand in Latin letters in every language; digits have no script. */
    private static boolean isOwn(String language, String phrase) {
        Set<UnicodeScript> own = LATIN_LANGUAGES.contains(language) ? LATIN : SCRIPTS.get(language);
        if (own == null || phrase.codePoints().noneMatch(Character::isLetter)) {
            return true;
        }
        return phrase.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .anyMatch(script -> own.contains(script) || script == UnicodeScript.LATIN);
    }
}
