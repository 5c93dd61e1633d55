package io.tocsin.stream.country;

import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Lexicon;
import io.tocsin.stream.text.Tokens;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An article of a test and what the shipped dictionaries say about it. */
final class Article {
    private static final int FIRST_ENTRY = 17;

    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Lexicon LEXICON = lexicon();
    private static final CountryResolver RESOLVER = new CountryResolver(GAZETTEER, FIRST_ENTRY);

    private final String title;
    private final String text;
    private final @Nullable String language;
    private final @Nullable String source;

    private Article(String title, String text, @Nullable String language, @Nullable String source) {
        this.title = title;
        this.text = text;
        this.language = language;
        this.source = source;
    }

    private static Lexicon lexicon() {
        Lexicon.Builder builder = new Lexicon.Builder().add("something of another dictionary", 3);
        GAZETTEER.register(builder, FIRST_ENTRY);
        return builder.build();
    }

    static Article english(String text) {
        return new Article("", text, "en", null);
    }

    static Article of(String title, String text) {
        return new Article(title, text, "en", null);
    }

    static Article in(@Nullable String language, String text) {
        return new Article("", text, language, null);
    }

    Article from(String sourceCountry) {
        return new Article(title, text, language, sourceCountry);
    }

    Tokens tokens() {
        Tokens tokens = new Tokens();
        LEXICON.read(title, text, tokens, new Hits());
        return tokens;
    }

    List<TaggedArticle.Country> countries() {
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        LEXICON.read(title, text, tokens, hits);
        return RESOLVER.resolve(tokens, hits, language, source);
    }

    CountryMentions mentions() {
        Tokens tokens = new Tokens();
        Hits hits = new Hits();
        LEXICON.read(title, text, tokens, hits);
        return RESOLVER.mentions(tokens, hits, language, source);
    }

    /** The codes, sorted, separated by blanks. */
    String codes() {
        TreeSet<String> codes = new TreeSet<>();
        countries().forEach(country -> codes.add(country.code()));
        return String.join(" ", codes);
    }

    /** The codes of the countries in focus, the most salient first. */
    List<String> focus() {
        return countries().stream()
                .filter(TaggedArticle.Country::focus)
                .map(TaggedArticle.Country::code)
                .toList();
    }

    TaggedArticle.Country country(String code) {
        return countries().stream()
                .filter(country -> country.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + codes()));
    }
}
