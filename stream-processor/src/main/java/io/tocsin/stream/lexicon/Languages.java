package io.tocsin.stream.lexicon;

import io.tocsin.stream.text.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The languages that there are dictionaries for, with a few frequent words of each that give it away. Source: {@code
 * languages.txt}.
 */
public final class Languages {
    /** Most languages that fit the bit sets of the dictionaries. */
    public static final int MAX = 32;

    private final List<String> codes;
    private final Map<String, Integer> numbers;
    private final List<String> words;
    /** Bit set of languages, by word. */
    private final int[] languagesOf;

    private Languages(List<String> codes, Map<String, Integer> numbers, Map<String, Integer> wordLanguages) {
        this.codes = List.copyOf(codes);
        this.numbers = new HashMap<>(numbers);
        this.words = List.copyOf(wordLanguages.keySet());
        this.languagesOf =
                wordLanguages.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** From the resource {@code languages.txt}: {@code code, other codes: words}. */
    public static Languages load() {
        DictionaryFile file = file();
        List<String> codes = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> words = new LinkedHashMap<>();
        List<DictionaryProblem> problems = new ArrayList<>();
        for (DictionaryFile.Line line : file.lines()) {
            int colon = line.text().indexOf(':');
            if (colon < 0 || codes.size() == MAX) {
                problems.add(file.problem(line, "expected 'code, other codes: words', in at most " + MAX + " lines"));
                continue;
            }
            int number = codes.size();
            String[] names = line.text().substring(0, colon).split(",", -1);
            codes.add(names[0].strip());
            for (String name : names) {
                if (numbers.put(name.strip(), number) != null) {
                    problems.add(file.problem(line, "code '" + name.strip() + "' twice"));
                }
            }
            for (String word : line.text().substring(colon + 1).strip().split("\\s+", -1)) {
                words.merge(word, 1 << number, (a, b) -> a | b);
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenDictionary(problems);
        }
        return new Languages(codes, numbers, words);
    }

    /** The resource {@code languages.txt}. */
    public static DictionaryFile file() {
        return DictionaryFile.resource(Languages.class, "lexicon", "languages.txt");
    }

    /** Makes the words known to the lexicon. They are no entries. */
    public void register(Lexicon.Builder builder) {
        for (String word : words) {
            builder.know(word);
        }
    }

    /** Two-letter (or, for Nigerian Pidgin, three-letter) codes, in the order of their numbers. */
    public List<String> codes() {
        return codes;
    }

    /** Number of a BCP 47 tag or ISO 639-3 code, or -1 when there is no dictionary for it. */
    public int number(@Nullable String tag) {
        if (tag == null) {
            return -1;
        }
        Integer known = numbers.get(tag);
        if (known != null) {
            return known;
        }
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        return numbers.getOrDefault(tag.substring(0, end).toLowerCase(Locale.ROOT), -1);
    }

    /**
     * Bit set of the languages whose phrases count in an article: its own, and English beside Nigerian Pidgin; all of them
     * when its language is unknown.
     */
    public long wanted(@Nullable String tag) {
        if (tag == null) {
            return Lexicon.ALL_LANGUAGES;
        }
        int number = number(tag);
        long own = number < 0 ? 0 : 1L << number;
        return number >= 0 && number == number("pcm") ? own | 1L << number("en") : own;
    }

    /** By symbol: bit set of the languages whose frequent word it is. */
    int[] bySymbol(Lexicon lexicon) {
        int[] bySymbol = new int[0];
        for (int word = 0; word < languagesOf.length; word++) {
            int symbol = lexicon.symbolOf(words.get(word));
            if (symbol >= bySymbol.length) {
                bySymbol = Arrays.copyOf(bySymbol, symbol * 2 + 1);
            }
            if (symbol >= 0) {
                bySymbol[symbol] |= languagesOf[word];
            }
        }
        return bySymbol;
    }
}
