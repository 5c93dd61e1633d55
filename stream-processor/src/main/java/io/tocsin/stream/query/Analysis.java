package io.tocsin.stream.query;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Cuts a text into words and reduces them, in one language: lower case, without accents, the stem beside the word.
 * Chinese, Japanese and Korean are cut into pairs of characters. A language that has no stemmer here keeps its words as
 * they stand. Safe for use by any thread.
 */
final class Analysis extends Analyzer {
    /** What is read. */
    enum Use {
        /** Gives each word and, when it is another, its stem at the same place. */
        ARTICLE,
        /** Gives each word's stem only. */
        QUERY
    }

    private static final UnaryOperator<TokenStream> AS_IS = UnaryOperator.identity();
    private static final Set<String> IN_PAIRS = Set.of("zh", "ja", "ko");

    private static final Map<String, UnaryOperator<TokenStream>> LOWER_CASE = Map.of(
            "tr", TurkishLowerCaseFilter::new, "az", TurkishLowerCaseFilter::new, "el", GreekLowerCaseFilter::new);

    /** What is written onto words with an apostrophe. */
    private static final Map<String, UnaryOperator<TokenStream>> APOSTROPHES = Map.of(
            "fr", stream -> new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES),
            "it", stream -> new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES),
            "ca", stream -> new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES),
            "tr", ApostropheFilter::new);

    /** Spellings that are the same word. */
    private static final Map<String, UnaryOperator<TokenStream>> SPELLINGS = Map.of(
            "ar", ArabicNormalizationFilter::new,
            "fa", stream -> new PersianNormalizationFilter(new ArabicNormalizationFilter(stream)),
            "ur", stream -> new PersianNormalizationFilter(new ArabicNormalizationFilter(stream)),
            "hi", stream -> new HindiNormalizationFilter(new IndicNormalizationFilter(stream)),
            "bn", stream -> new BengaliNormalizationFilter(new IndicNormalizationFilter(stream)),
            "de", GermanNormalizationFilter::new);

    private static final Map<String, UnaryOperator<TokenStream>> STEMS = Map.ofEntries(
            Map.entry("ar", ArabicStemFilter::new),
            Map.entry("bg", BulgarianStemFilter::new),
            Map.entry("bn", BengaliStemFilter::new),
            Map.entry("cs", CzechStemFilter::new),
            Map.entry("de", GermanLightStemFilter::new),
            Map.entry("el", GreekStemFilter::new),
            Map.entry("en", KStemFilter::new),
            Map.entry("es", SpanishLightStemFilter::new),
            Map.entry("fi", FinnishLightStemFilter::new),
            Map.entry("fr", FrenchLightStemFilter::new),
            Map.entry("hi", HindiStemFilter::new),
            Map.entry("hu", HungarianLightStemFilter::new),
            Map.entry("id", IndonesianStemFilter::new),
            Map.entry("it", ItalianLightStemFilter::new),
            Map.entry("lv", LatvianStemFilter::new),
            Map.entry("nb", NorwegianLightStemFilter::new),
            Map.entry("no", NorwegianLightStemFilter::new),
            Map.entry("pt", PortugueseLightStemFilter::new),
            Map.entry("ru", RussianLightStemFilter::new),
            Map.entry("sv", SwedishLightStemFilter::new));

    private final String language;
    private final Use use;

    /**
     * For a language.
     *
     * @param language ISO 639 code; any other text means none in particular
     */
    Analysis(String language, Use use) {
        this.language = language;
        this.use = use;
    }

    /** Whether words of the language are not left as they stand. */
    static boolean knows(String language) {
        return STEMS.containsKey(language)
                || IN_PAIRS.contains(language)
                || SPELLINGS.containsKey(language)
                || APOSTROPHES.containsKey(language)
                || LOWER_CASE.containsKey(language);
    }

    /** Whether a character is of a script that is read in pairs of characters. */
    static boolean isUnspaced(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = lowered(new CJKWidthFilter(words));
        stream =
                APOSTROPHES.getOrDefault(language, EnglishPossessiveFilter::new).apply(stream);
        stream = spelt(stream);
        if (IN_PAIRS.contains(language)) {
            return new TokenStreamComponents(
                    words,
                    new CJKBigramFilter(
                            stream,
                            CJKBigramFilter.HAN
                                    | CJKBigramFilter.HIRAGANA
                                    | CJKBigramFilter.KATAKANA
                                    | CJKBigramFilter.HANGUL,
                            true));
        }
        UnaryOperator<TokenStream> stem = STEMS.getOrDefault(language, AS_IS);
        if (use == Use.ARTICLE && STEMS.containsKey(language)) {
            stream = new KeywordRepeatFilter(stream);
        }
        return new TokenStreamComponents(
                words, new RemoveDuplicatesTokenFilter(new ASCIIFoldingFilter(stem.apply(stream))));
    }

    /** Between title and text: more than any query looks across. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 1_000;
    }

    @Override
    public int getOffsetGap(String field) {
        return IndexedArticle.OFFSET_GAP;
    }

    /** For words with a wildcard, of which there is no stem. */
    @Override
    protected TokenStream normalize(String field, TokenStream word) {
        return new ASCIIFoldingFilter(spelt(lowered(new CJKWidthFilter(word))));
    }

    private TokenStream lowered(TokenStream stream) {
        return LOWER_CASE.getOrDefault(language, LowerCaseFilter::new).apply(stream);
    }

    private TokenStream spelt(TokenStream stream) {
        return new DecimalDigitFilter(SPELLINGS.getOrDefault(language, AS_IS).apply(stream));
    }
}
