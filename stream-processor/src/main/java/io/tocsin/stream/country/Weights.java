package io.tocsin.stream.country;

import io.tocsin.stream.text.Tokens;
import java.util.List;

/**
 * How much each mention says about what the article is about: the title and the first sentences much, the place line
 * and whoever is speaking little.
 */
final class Weights {
    private static final double TITLE = 3.0;
    private static final double LEAD = 1.5;
    private static final double SECOND_SENTENCE = 1.2;
    private static final double DATELINE = 0.8;
    private static final double SPEAKER = 0.6;
    /** The country of an amount of money. */
    private static final double CURRENCY = 0.2;
    /** Tokens between a speaker and the verb of saying. */
    private static final int SPEAKER_TOKENS = 4;
    /** Tokens between a verb of saying and the place where it was said. */
    private static final int PLACE_TOKENS = 2;
    /** After so many tokens of text a mention weighs {@link #LATE}. */
    private static final int LATE_TOKENS = 250;

    private static final double LATE = 0.7;

    private final MentionFinder found;
    private final Tokens tokens;

    Weights(MentionFinder found) {
        this.found = found;
        this.tokens = found.tokens;
    }

    CountryMentions weigh(Gazetteer gazetteer) {
        List<Mention> mentions = found.mentions;
        int size = 0;
        for (int i = 0; i < mentions.size(); i++) {
            if (isTaken(mentions.get(i))) {
                size++;
            }
        }
        String[] country = new String[size];
        int[] from = new int[size];
        int[] to = new int[size];
        MentionKind[] kind = new MentionKind[size];
        double[] weight = new double[size];
        Place[] place = new Place[size];
        int next = 0;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Reading chosen = mention.chosen;
            if (chosen != null && isTaken(mention)) {
                country[next] = gazetteer.code(chosen.country());
                from[next] = mention.from;
                to[next] = mention.to;
                kind[next] = chosen.kind();
                weight[next] = weight(mention, chosen.kind());
                place[next] = Place.of(mention, chosen, country[next]);
                next++;
            }
        }
        return new CountryMentions(country, from, to, kind, weight, place);
    }

    private static boolean isTaken(Mention mention) {
        return mention.state == Mention.State.OPEN && mention.chosen != null;
    }

    private double weight(Mention mention, MentionKind kind) {
        double weight =
                switch (kind) {
                    case NAME, CODE -> 1.0;
                    case DEMONYM -> 0.9;
                    case CAPITAL, LEADER, INSTITUTION -> 0.8;
                    case REGION -> 0.7;
                    case CITY -> 0.6;
                };
        int token = mention.from;
        if (mention.to < tokens.size() && (found.words[mention.to] & WordClass.CURRENCY.bit) != 0) {
            weight *= CURRENCY;
        }
        if (token < tokens.titleSize()) {
            return weight * TITLE;
        }
        if (found.isDateline(token)) {
            return weight * DATELINE;
        }
        int firstSentence = tokens.sentence(Math.min(Math.max(found.dateline, tokens.titleSize()), tokens.size() - 1));
        int sentence = tokens.sentence(token);
        if (sentence <= firstSentence + 1) {
            weight *= sentence == firstSentence ? LEAD : SECOND_SENTENCE;
        } else if (token - tokens.titleSize() > LATE_TOKENS) {
            weight *= LATE;
        }
        return isSpeaker(mention) || isPlaceOfSpeech(mention) ? weight * SPEAKER : weight;
    }

    /** "told reporters in Washington": where it was said. */
    private boolean isPlaceOfSpeech(Mention mention) {
        int preposition = mention.from - 1;
        if (preposition < 1 || (found.words[preposition] & WordClass.LOCATIVE.bit) == 0) {
            return false;
        }
        for (int token = preposition - 1; token >= Math.max(0, preposition - PLACE_TOKENS); token--) {
            if (tokens.sentence(token) != tokens.sentence(mention.from)) {
                return false;
            }
            if ((found.words[token] & WordClass.SAYING.bit) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpeaker(Mention mention) {
        for (int token = mention.to; token < Math.min(tokens.size(), mention.to + SPEAKER_TOKENS); token++) {
            if (tokens.sentence(token) != tokens.sentence(mention.from)) {
                return false;
            }
            if ((found.words[token] & WordClass.SAYING.bit) != 0) {
                return true;
            }
        }
        return false;
    }
}
