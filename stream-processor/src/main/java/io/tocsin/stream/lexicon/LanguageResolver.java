package io.tocsin.stream.lexicon;

import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says which language an article is in. Not safe for use by several threads. */
public final class LanguageResolver {
    /** So many words of another language, and none of its own, refute what the source says. */
    private static final int REFUTES = 6;

    private final Languages languages;
    /** By symbol: number of the set of languages whose frequent word it is, 0 for none. */
    private final int[] setOf;
    /** The different sets, as bits, the first of them empty. */
    private final int[] sets;
    /** By set, words of the article. */
    private final int[] met;
    /** By language, words of the article. */
    private final int[] count;

    /** For a lexicon that the languages are registered in. */
    public LanguageResolver(Languages languages, Lexicon lexicon) {
        this.languages = languages;
        int[] bySymbol = languages.bySymbol(lexicon);
        sets = IntStream.concat(IntStream.of(0), Arrays.stream(bySymbol).filter(set -> set != 0))
                .distinct()
                .toArray();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int number = 0; number < sets.length; number++) {
            numbers.put(sets[number], number);
        }
        setOf = Arrays.stream(bySymbol).map(numbers::get).toArray();
        met = new int[sets.length];
        count = new int[languages.codes().size()];
    }

    /** Whether a word with the symbol is one of the frequent ones of some language. */
    public boolean isFrequent(int symbol) {
        return symbol >= 0 && symbol < setOf.length && setOf[symbol] != 0;
    }

    /**
     * The declared language in its short form unless the words refute it; without one, the language that the words are
     * of; null when they do not say.
     */
    public @Nullable String resolve(Tokens tokens, @Nullable String declared) {
        Arrays.fill(met, 0);
        Arrays.fill(count, 0);
        for (int token = 0; token < tokens.size(); token++) {
            int symbol = tokens.symbol(token);
            if (symbol >= 0 && symbol < setOf.length) {
                met[setOf[symbol]]++;
            }
        }
        for (int number = 1; number < sets.length; number++) {
            if (met[number] > 0) {
                for (int set = sets[number]; set != 0; set &= set - 1) {
                    count[Integer.numberOfTrailingZeros(set)] += met[number];
                }
            }
        }
        int best = 0;
        for (int language = 1; language < count.length; language++) {
            if (count[language] > count[best]) {
                best = language;
            }
        }
        int said = languages.number(declared);
        boolean refuted = said >= 0 && count[said] * 5 < count[best] && count[best] >= REFUTES;
        if (said >= 0 && !refuted) {
            return languages.codes().get(said);
        }
        if (declared != null && said < 0 && (count[best] < REFUTES || count[best] * 8 < tokens.size())) {
            return declared;
        }
        return count[best] == 0 ? null : languages.codes().get(best);
    }
}
