package io.tocsin.stream.country;

import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.List;

/** "Paris, Texas" and "Lebanon, Pa.": a place and, after a comma, the region or country it lies in. */
final class PlacePairs {
    /** Inhabitants. */
    private static final int LARGE = 300_000;
    /** Inhabitants of a city that is named in lists without its region. */
    private static final int KNOWN = 100_000;
    /** Letters of "and", "und", "et". */
    private static final int CONJUNCTION = 3;
    /** How many times the inhabitants of all its namesakes a region has that needs no other proof. */
    private static final int DOMINANCE = 4;

    private final Tokens tokens;
    private final List<Mention> mentions;
    private final int[] words;
    private final int[] mentionAt;

    PlacePairs(MentionFinder found) {
        this.tokens = found.tokens;
        this.mentions = found.mentions;
        this.words = found.words;
        this.mentionAt = found.mentionAt;
    }

    void settle() {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            Mention place = mentions.get(i);
            Mention whole = mentions.get(i + 1);
            if (!place.fixed
                    && whole.from == place.to
                    && tokens.before(whole.from) == ','
                    && tokens.field(place.from) == tokens.field(whole.from)) {
                settle(place, whole);
            }
        }
        for (Mention mention : mentions) {
            if (mention.isAbbreviation()) {
                fix(mention, mention.options.get(0));
            }
        }
    }

    private void settle(Mention place, Mention whole) {
        Reading best = null;
        Reading bestWhole = null;
        for (Reading part : place.options) {
            for (Reading of : whole.options) {
                if (contains(of, part) && (best == null || part.population() > best.population())) {
                    best = part;
                    bestWhole = of;
                }
            }
        }
        if (best != null && bestWhole != null) {
            fix(place, best);
            fix(whole, bestWhole);
        } else if (place.options.get(0).role() == Reading.Role.MENTION && !place.has(MentionKind.DEMONYM)) {
            Reading of = likeliest(whole);
            boolean region = of.kind() == MentionKind.REGION
                    && (whole.onlyCountry() >= 0 || isDominant(of, whole))
                    && !whole.has(MentionKind.NAME);
            boolean listed = !isEnclosed(place, whole)
                    && (place.has(MentionKind.REGION) || place.has(MentionKind.NAME) || isLarge(place));
            if (whole.isAbbreviation() || (region && !listed)) {
                fix(
                        place,
                        new Reading(
                                MentionKind.CITY,
                                of.country(),
                                of.region(),
                                0,
                                null,
                                false,
                                Reading.Spelling.CAPITAL,
                                Reading.Role.MENTION));
                fix(whole, of);
            }
        }
    }

    private static Reading likeliest(Mention whole) {
        if (whole.chosen != null) {
            return whole.chosen;
        }
        Reading best = whole.options.get(0);
        for (Reading option : whole.options) {
            boolean region = option.kind() == MentionKind.REGION;
            if (option.population() > best.population()
                    || (region
                            && best.kind() != MentionKind.REGION
                            && option.country() == best.country()
                            && option.population() == best.population())) {
                best = option;
            }
        }
        return best;
    }

    /** Ontario is the province, whatever else is called so. */
    private static boolean isDominant(Reading reading, Mention whole) {
        for (Reading option : whole.options) {
            if (option.country() != reading.country() && option.population() > reading.population() / DOMINANCE) {
                return false;
            }
        }
        return true;
    }

    /** "Peru, Illinois," with nothing before or after it that makes it a list. */
    private boolean isEnclosed(Mention place, Mention whole) {
        boolean ends = whole.to >= tokens.size()
                || tokens.before(whole.to) == ','
                || isVerb(whole.to)
                || tokens.sentence(whole.to) != tokens.sentence(place.from);
        boolean locative = place.from > 0 && (words[place.from - 1] & WordClass.LOCATIVE.bit) != 0;
        return ends && (locative || !isCity(whole)) && !isInList(place, whole);
    }

    /** "Peru, Indiana hosts": a lower-case word that is longer than "and". */
    private boolean isVerb(int token) {
        return tokens.shape(token) == Shape.LOWER && tokens.end(token) - tokens.start(token) > CONJUNCTION;
    }

    /** New York and Washington are cities too, and may be the next in a list. */
    private static boolean isCity(Mention whole) {
        for (Reading option : whole.options) {
            boolean city = option.kind() == MentionKind.CITY || option.kind() == MentionKind.CAPITAL;
            if (city && option.population() >= KNOWN) {
                return true;
            }
        }
        return false;
    }

    /** "in Peru, Illinois, Ohio and ..." goes on with another place. */
    private boolean isInList(Mention place, Mention whole) {
        return (whole.to < tokens.size() && mentionAt[whole.to] > 0)
                || (place.from > 0 && tokens.before(place.from) == ',' && mentionAt[place.from - 1] > 0);
    }

    /** A city that needs no region to be known by, so that the two are parts of a list. */
    private static boolean isLarge(Mention place) {
        for (Reading option : place.options) {
            if (option.population() >= LARGE) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Reading whole, Reading part) {
        if (!part.isPlace() || part.country() != whole.country()) {
            return false;
        }
        if (whole.kind() == MentionKind.NAME || whole.kind() == MentionKind.CODE) {
            return true;
        }
        return whole.kind() == MentionKind.REGION
                && part.kind() != MentionKind.REGION
                && part.region().equals(whole.region());
    }

    private static void fix(Mention mention, Reading reading) {
        mention.fixed = true;
        mention.chosen = reading;
    }
}
