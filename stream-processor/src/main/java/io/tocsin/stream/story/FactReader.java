package io.tocsin.stream.story;

import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.country.CountryMentions;
import io.tocsin.stream.country.MentionKind;
import io.tocsin.stream.country.Place;
import io.tocsin.stream.story.ArticleFacts.Part;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the {@link ArticleFacts} of an article from its tokens, hits and mentions. Safe for use by any thread. */
public final class FactReader {
    private static final double NO_NUMBER = -1;

    private final StoryWords words;
    private final int firstEntry;

    /**
     * A reader for the hits of one lexicon.
     *
     * @param firstEntry the number under which the first of the words stands in the lexicon
     */
    public FactReader(StoryWords words, int firstEntry) {
        this.words = words;
        this.firstEntry = firstEntry;
    }

    /**
     * What the article says.
     *
     * @param frequent whether a token's symbol is that of a word that says nothing
     */
    public ArticleFacts read(
            Tokens tokens,
            Hits hits,
            @Nullable String language,
            CountryMentions mentions,
            List<TaggedArticle.Country> countries,
            IntPredicate frequent) {
        double[] numeral = new double[tokens.size()];
        Arrays.fill(numeral, NO_NUMBER);
        byte[] unit = new byte[tokens.size()];
        boolean[] named = new boolean[tokens.size()];
        Set<Integer> concepts = new LinkedHashSet<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            int entry = hits.entry(hit) - firstEntry;
            if (entry < 0 || entry >= words.size()) {
                continue;
            }
            int from = hits.from(hit);
            switch (words.kind(entry)) {
                case CONCEPT -> {
                    concepts.add(words.concept(entry));
                    Arrays.fill(named, from, hits.to(hit), true);
                }
                case UNIT ->
                    Arrays.fill(
                            unit, from, hits.to(hit), (byte) (words.unit(entry).ordinal() + 1));
                case NUMERAL -> numeral[from] = Math.max(numeral[from], words.numeral(entry));
                case AGENCY -> Arrays.fill(named, from, hits.to(hit), true);
            }
        }
        for (int mention = 0; mention < mentions.size(); mention++) {
            Arrays.fill(named, mentions.from(mention), mentions.to(mention), true);
        }
        int[][] parts = new int[Part.values().length][];
        places(mentions, countries, parts);
        NameReader names = new NameReader(tokens, named, unit, language);
        names.read();
        put(parts, Part.PERSONS, names.persons());
        put(parts, Part.NAMES, names.names());
        put(parts, Part.LOOSE_NAMES, names.loose());
        put(parts, Part.CONCEPTS, concepts);
        List<Integer> numbers = new ArrayList<>();
        new QuantityReader(tokens, numeral, unit).read().forEach(quantity -> numbers.add(quantity.packed()));
        put(parts, Part.NUMBERS, numbers);
        put(parts, Part.TERMS, TermReader.terms(tokens, language, frequent));
        return new ArticleFacts(language == null ? 0 : language.hashCode(), parts);
    }

    private static void places(CountryMentions mentions, List<TaggedArticle.Country> countries, int[][] parts) {
        List<Integer> focus = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (TaggedArticle.Country country : countries) {
            (country.focus() ? focus : others).add(country.code().hashCode());
        }
        Map<Integer, Double> towns = new LinkedHashMap<>();
        Map<Integer, Double> capitals = new LinkedHashMap<>();
        Map<Integer, Double> regions = new LinkedHashMap<>();
        for (int mention = 0; mention < mentions.size(); mention++) {
            Place place = mentions.place(mention);
            if (place.id() != 0) {
                Map<Integer, Double> kind = mentions.kind(mention) == MentionKind.CAPITAL ? capitals : towns;
                kind.merge(place.id(), mentions.weight(mention), Double::sum);
            }
            if (place.region() != 0) {
                regions.merge(place.region(), mentions.weight(mention), Double::sum);
            }
        }
        put(parts, Part.FOCUS, focus);
        put(parts, Part.COUNTRIES, others);
        put(parts, Part.TOWNS, heaviest(towns));
        put(parts, Part.CAPITALS, heaviest(capitals));
        put(parts, Part.REGIONS, heaviest(regions));
    }

    private static List<Integer> heaviest(Map<Integer, Double> weights) {
        List<Map.Entry<Integer, Double>> places = new ArrayList<>(weights.entrySet());
        places.sort(Comparator.comparingDouble(place -> -place.getValue()));
        List<Integer> ids = new ArrayList<>(places.size());
        places.forEach(place -> ids.add(place.getKey()));
        return ids;
    }

    private static void put(int[][] parts, Part part, Collection<Integer> facts) {
        int[] kept = new int[Math.min(facts.size(), part.max)];
        Iterator<Integer> next = facts.iterator();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = next.next();
        }
        parts[part.ordinal()] = kept;
    }
}
