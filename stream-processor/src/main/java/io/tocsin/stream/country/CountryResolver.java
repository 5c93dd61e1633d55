package io.tocsin.stream.country;

import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which countries an article names and which it is about. Pure: the same tokens and hits give the same answer.
 * Safe for use by any thread.
 */
public final class CountryResolver {
    private final Gazetteer gazetteer;
    private final int firstEntry;

    /**
     * A resolver for the hits of one lexicon.
     *
     * @param firstEntry the number under which the gazetteer's first phrase stands in the lexicon, see {@link
     *     Gazetteer#register}
     */
    public CountryResolver(Gazetteer gazetteer, int firstEntry) {
        this.gazetteer = gazetteer;
        this.firstEntry = firstEntry;
    }

    /**
     * Every country that the article names, most salient first; empty when it names none.
     *
     * @param language BCP 47 tag of the article, or null when unknown
     * @param sourceCountry where the source is at home, or null when unknown; counts for ambiguous names only
     */
    public List<TaggedArticle.Country> resolve(
            Tokens tokens, Hits hits, @Nullable String language, @Nullable String sourceCountry) {
        return resolve(tokens, mentions(tokens, hits, language, sourceCountry));
    }

    /** The same from mentions that {@link #mentions} found in the same tokens. */
    public List<TaggedArticle.Country> resolve(Tokens tokens, CountryMentions mentions) {
        return Salience.countries(tokens, mentions);
    }

    /** The words that name countries, in the order of the article. */
    public CountryMentions mentions(
            Tokens tokens, Hits hits, @Nullable String language, @Nullable String sourceCountry) {
        MentionFinder found = new MentionFinder(gazetteer, firstEntry, tokens, language);
        found.find(hits);
        new PlacePairs(found).settle();
        new PersonNames(found).setAside();
        new Namesakes(found).setAside();
        new Choice(gazetteer, found, gazetteer.country(sourceCountry)).choose();
        return new Weights(found).weigh(gazetteer);
    }
}
