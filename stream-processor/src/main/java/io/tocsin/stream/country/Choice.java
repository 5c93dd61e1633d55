package io.tocsin.stream.country;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what each mention means, by what else the article names: the sum of how likely a reading is at all and of
 * what speaks for its country here. Below {@link #ENOUGH} a mention means no place.
 *
 * <p>The unit is ten times the decimal logarithm of a city's inhabitants, roughly: a city of ten million has 56.
 */
final class Choice {
    private static final double ENOUGH = 44;

    private static final double COUNTRY = 100;
    /** A country whose name is a large region's too: Georgia. */
    private static final double SHARED_NAME = 68;

    private static final double PERSON = 95;
    private static final double PER_DIGIT = 8;
    private static final double REGION_BONUS = 6;
    private static final double CAPITAL_BONUS = 10;

    private static final double LOCAL_SUPPORT = 20;
    /** For a small namesake of a famous place, whose region nothing else in the article names. */
    private static final double OBSCURE_SUPPORT = 8;

    private static final double NATION_SUPPORT = 8;
    private static final double CUE_SUPPORT = 12;
    private static final double OWN_NATION = 20;
    private static final double OWN_CITY = 25;
    private static final double NEIGHBOUR = 12;
    private static final double SOURCE = 8;
    private static final double SOURCE_PLACE = 15;
    private static final double LOCATIVE = 6;
    private static final double DATELINE = 15;
    private static final double ORDINARY_WORD = 15;
    private static final double FAMILY_NAME = 8;
    private static final double LONGER_NAME = 15;
    /** Inhabitants. */
    private static final int LARGE = 300_000;
    /** Letters of an acronym, at most. */
    private static final int ACRONYM = 5;
    /** How many times larger a famous place is than a namesake that needs its own region named beside it. */
    private static final int FAME = 20;

    private final Gazetteer gazetteer;
    private final MentionFinder found;
    private final Tokens tokens;
    private final int source;
    /** Mentions of a country as a whole that mean nothing else, and of places in it, by country. */
    private final int[] nation;

    private final int[] local;

    Choice(Gazetteer gazetteer, MentionFinder found, int source) {
        this.gazetteer = gazetteer;
        this.found = found;
        this.tokens = found.tokens;
        this.source = source;
        int countries = gazetteer.countryCount();
        nation = new int[countries];
        local = new int[countries];
    }

    void choose() {
        List<Mention> mentions = found.mentions;
        for (int i = 0; i < mentions.size(); i++) {
            support(mentions.get(i));
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.state == Mention.State.OPEN && !mention.fixed) {
                choose(mention);
            }
        }
    }

    private void support(Mention mention) {
        int country = mention.onlyCountry();
        if (country < 0 || mention.state != Mention.State.OPEN) {
            return;
        }
        Reading reading = mention.chosen != null ? mention.chosen : mention.options.get(0);
        if (!reading.isPlace()) {
            nation[country]++;
        } else if (mention.fixed || prior(reading, mention) >= ENOUGH - LOCATIVE) {
            local[country]++;
        }
    }

    private void choose(Mention mention) {
        double context = context(mention);
        Reading best = null;
        double bestScore = 0;
        List<Reading> options = mention.options;
        for (int i = 0; i < options.size(); i++) {
            Reading option = options.get(i);
            double score = prior(option, mention) + support(option, mention) + (option.isPlace() ? context : 0);
            if (score >= ENOUGH
                    && (best == null || score > bestScore || (score == bestScore && isBefore(option, best)))) {
                best = option;
                bestScore = score;
            }
        }
        mention.chosen = best;
        if (best == null) {
            mention.state = Mention.State.REJECTED;
        }
    }

    private boolean isBefore(Reading option, Reading best) {
        return option.population() != best.population()
                ? option.population() > best.population()
                : option.isPlace() && option.country() < best.country();
    }

    private static double prior(Reading reading, Mention mention) {
        return switch (reading.kind()) {
            case NAME -> mention.has(MentionKind.REGION) ? SHARED_NAME : COUNTRY;
            case CODE, DEMONYM -> COUNTRY;
            case LEADER, INSTITUTION -> PERSON;
            case REGION -> digits(reading) + REGION_BONUS;
            case CAPITAL -> digits(reading) + CAPITAL_BONUS;
            case CITY -> digits(reading);
        };
    }

    private static double digits(Reading reading) {
        return PER_DIGIT * Math.log10(Math.max(1000, reading.population()));
    }

    private double support(Reading option, Mention mention) {
        int country = option.country();
        double sum = 0;
        int own = mention.onlyCountry() == country && mention.state == Mention.State.OPEN ? 1 : 0;
        boolean place = option.isPlace();
        int localOthers = local[country] - (place && prior(option, mention) >= ENOUGH - LOCATIVE ? own : 0);
        int nationOthers = nation[country] - (place ? 0 : own);
        if (place) {
            sum += localOthers > 0 ? (isObscure(option, mention) ? OBSCURE_SUPPORT : LOCAL_SUPPORT) : 0;
            sum += nationOthers > 0 ? NATION_SUPPORT : 0;
            sum += found.cues != null && found.cues[country] > 0 ? CUE_SUPPORT : 0;
            sum += country == source ? SOURCE_PLACE : 0;
        } else if (mention.options.size() > 1) {
            sum += localOthers > 0 ? OWN_CITY : 0;
            sum += nationOthers > 0 ? OWN_NATION : 0;
            sum += country == source ? SOURCE : 0;
            sum += found.cues != null && found.cues[country] > 0 ? CUE_SUPPORT : 0;
            sum += hasNeighbour(country) ? NEIGHBOUR : 0;
        }
        return sum;
    }

    private boolean isObscure(Reading option, Mention mention) {
        List<Reading> options = mention.options;
        boolean small = false;
        for (int i = 0; i < options.size(); i++) {
            small |= options.get(i).isPlace() && options.get(i).population() / FAME > option.population();
        }
        return small && !isRegionNamed(option, mention.phrase);
    }

    private boolean isRegionNamed(Reading option, Phrase phrase) {
        List<Mention> mentions = found.mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention other = mentions.get(i);
            if (other.phrase != phrase
                    && other.state == Mention.State.OPEN
                    && other.onlyCountry() == option.country()) {
                Reading reading = other.chosen != null ? other.chosen : other.options.get(0);
                if (reading.isPlace() && reading.region().equals(option.region())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasNeighbour(int country) {
        for (int other = 0; other < nation.length; other++) {
            if (nation[other] > 0 && gazetteer.areNeighbours(country, other)) {
                return true;
            }
        }
        return false;
    }

    /** What the words beside it say about its being a place at all. */
    private double context(Mention mention) {
        int from = mention.from;
        int classes = mention.to - from == 1 ? found.words[from] : 0;
        double sum = 0;
        boolean ordinary = (classes & WordClass.COMMON.bit) != 0;
        boolean acronym = tokens.shape(from) == Shape.UPPER;
        if (isAcronym(mention)) {
            sum -= ORDINARY_WORD;
        }
        if (ordinary && !found.isDateline(from) && (acronym || !found.writing.isTelling(from))) {
            sum -= ORDINARY_WORD;
        } else if (from > 0 && (found.words[from - 1] & WordClass.LOCATIVE.bit) != 0 && isSameField(from)) {
            sum += LOCATIVE;
        } else if (found.isDateline(from)) {
            sum += DATELINE;
        } else if (ordinary) {
            sum -= ORDINARY_WORD;
        }
        if ((classes & (WordClass.SURNAME.bit | WordClass.GIVEN.bit)) != 0) {
            sum -= FAMILY_NAME;
        }
        boolean name = (classes & (WordClass.SURNAME.bit | WordClass.GIVEN.bit)) != 0;
        if (isJoinedToName(mention)) {
            sum -= LONGER_NAME;
        }
        if (followsName(mention) || (isUnknownName(mention.to, mention.to) && (name || !isLarge(mention)))) {
            sum -= LONGER_NAME;
        }
        return sum;
    }

    /** "VIGO" in a sentence that is not in capitals: letters, not a town, unless it opens a place line. */
    private boolean isAcronym(Mention mention) {
        int from = mention.from;
        return mention.to - from == 1
                && tokens.shape(from) == Shape.UPPER
                && tokens.end(from) - tokens.start(from) <= ACRONYM
                && !found.writing.isUpper(from)
                && !found.writing.startsSentence(from)
                && !found.isDateline(from)
                && !Character.isUpperCase(mention.phrase.text.charAt(mention.phrase.text.length() - 1));
    }

    /** "Wei-Shan", "Burton-on-the-Water": a hyphen joins it to a word that is nothing we know. */
    private boolean isJoinedToName(Mention mention) {
        return isHyphen(mention.from, mention.from - 1, Shape.CAPITALISED)
                || isHyphen(mention.to, mention.to, Shape.CAPITALISED)
                || (isHyphen(mention.to, mention.to, Shape.LOWER) && isHyphen(mention.to + 1, mention.to + 1, null));
    }

    /** A hyphen stands before the token at the gap, and the word at its other side is unknown and of the shape. */
    private boolean isHyphen(int gap, int word, @Nullable Shape shape) {
        return word >= 0
                && gap < tokens.size()
                && isSameField(gap)
                && tokens.before(gap) == '-'
                && tokens.start(gap) - tokens.end(gap - 1) == 1
                && (shape == null || tokens.shape(word) == shape)
                && found.mentionAt[word] == 0
                && (shape != Shape.CAPITALISED || found.words[word] == 0);
    }

    /** A capitalised word that is nothing we know stands directly before it. */
    private boolean followsName(Mention mention) {
        int before = mention.from - 1;
        return isUnknownName(before, mention.from) && !found.writing.startsSentence(before);
    }

    /** "Winnipeg Fire Service" names the city; "Clinton Foundation" does not. */
    private static boolean isLarge(Mention mention) {
        for (int i = 0; i < mention.options.size(); i++) {
            if (mention.options.get(i).population() >= LARGE) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknownName(int token, int gap) {
        return token >= 0
                && gap < tokens.size()
                && isSameField(gap)
                && tokens.before(gap) == ' '
                && tokens.shape(token) == Shape.CAPITALISED
                && found.mentionAt[token] == 0
                && found.words[token] == 0
                && !found.writing.isTitle(token);
    }

    private boolean isSameField(int token) {
        return token > 0 && tokens.field(token) == tokens.field(token - 1);
    }
}
