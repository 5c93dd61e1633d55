package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import java.time.Duration;

/**
 * How far two articles report one event, as a sum that can be read: what they share, each part 0 to 1, and what
 * speaks against it. Compared are only facts that hold across languages, and words where the language is the same.
 *
 * @param sameLanguage whether words could be compared
 * @param words word stems, weighed by how rare they are (cosine)
 * @param names skeletons of names
 * @param town a town that is named in both
 * @param capital a capital that is named in both
 * @param region a subdivision that is named in both
 * @param country a country in focus of both
 * @param concepts kinds of event (cosine)
 * @param numbers the same number of the same thing
 * @param otherPlace both name towns or subdivisions, and none in common
 * @param otherCountry the countries in focus of one are not named in the other
 * @param otherNumber the same thing is counted otherwise than one event's growing toll explains
 * @param otherPerson both name persons, and neither names one of the other's
 * @param apart time between them, 1 is three days
 */
record Likeness(
        boolean sameLanguage,
        double words,
        double names,
        double town,
        double capital,
        double region,
        double country,
        double concepts,
        double numbers,
        double otherPlace,
        double otherCountry,
        double otherNumber,
        double otherPerson,
        double apart) {

    /** A score from which on two articles are of one story. */
    static final double SAME_STORY = 0;

    /** Weights of the parts above in their order, in units of evidence (log odds), after a constant. */
    private static final double[] SAME_LANGUAGE = {
        -3.2, 14, 2.5, 1.5, .3, .6, .8, 1.2, 1.5, -2.0, -3.0, -1.8, -1.2, -1.0
    };

    private static final double[] OTHER_LANGUAGE = {
        -5.0, 0, 3.5, 2.5, .5, 1.0, 1.2, 4.0, 2.2, -2.5, -3.0, -2.0, -.6, -1.0
    };

    private static final double ENOUGH_WORDS = 0.4;
    private static final double DOUBT = 0.7;

    /** So much weight must two articles share before a cosine counts in full: of a headline one word is much. */
    private static final double ENOUGH = 1.5;

    /** Reports of one event in one language share at least so many of their words. */
    private static final double FEWEST_WORDS = 0.1;

    private static final double TOO_FEW_WORDS = -15;

    private static final double DAYS = Duration.ofDays(3).toMillis();

    /**
     * Compares a later article with an earlier one.
     *
     * @param apart how much later it came, in milliseconds
     */
    static Likeness of(Weighed laterWeighed, Weighed earlierWeighed, long apart, FactCounts counts) {
        ArticleFacts later = laterWeighed.facts();
        ArticleFacts earlier = earlierWeighed.facts();
        boolean same = later.isSameLanguage(earlier);
        boolean town = meet(later, earlier, Part.TOWNS);
        boolean region = meet(later, earlier, Part.REGIONS);
        boolean focus = meet(later, earlier, Part.FOCUS);
        double names = names(later, earlier, counts);
        return new Likeness(
                same,
                same ? laterWeighed.words(earlierWeighed, ENOUGH) : 0,
                Math.min(1, names / 2),
                town ? 1 : 0,
                meet(later, earlier, Part.CAPITALS) ? 1 : 0,
                region ? 1 : 0,
                focus ? 1 : 0,
                laterWeighed.concepts(earlierWeighed, 0.5),
                Numbers.shared(later, earlier, counts),
                town ? 0 : otherPlace(later, earlier, region),
                !focus && isElsewhere(later, earlier) ? 1 : 0,
                Numbers.conflict(later, earlier),
                isOtherPerson(later, earlier) ? 1 : 0,
                Math.min(1, Math.abs(apart) / DAYS));
    }

    /** The evidence for one story, above {@link #SAME_STORY} or below. */
    double score() {
        double[] weight = sameLanguage ? SAME_LANGUAGE : OTHER_LANGUAGE;
        double[] part = parts();
        double sum = weight[0] + (sameLanguage ? TOO_FEW_WORDS * Math.max(0, FEWEST_WORDS - words) : 0);
        for (int i = 0; i < part.length; i++) {
            sum += weight[i + 1] * part[i];
        }
        return sum;
    }

    /**
     * Words in common, as far as they say that the event is the same: of other places and other numbers the same kind
     * of event is told in the same words, and much more than half is the form of such news, too.
     */
    private double tellingWords() {
        double doubt = Math.max(otherPlace, Math.max(otherCountry, Math.max(otherNumber, 0.6 * otherPerson)));
        return Math.min(ENOUGH_WORDS, words) * (1 - DOUBT * doubt);
    }

    double[] parts() {
        return new double[] {
            tellingWords(),
            names,
            town,
            capital,
            region,
            country,
            concepts,
            numbers,
            otherPlace,
            otherCountry,
            otherNumber,
            otherPerson,
            apart
        };
    }

    /** The same form of words about other places, persons or numbers is other news. */
    static boolean isOtherNews(ArticleFacts later, ArticleFacts earlier) {
        return Numbers.conflict(later, earlier) > 0
                || (!meet(later, earlier, Part.TOWNS)
                        && otherPlace(later, earlier, meet(later, earlier, Part.REGIONS)) == 1)
                || isOtherPerson(later, earlier);
    }

    private static double otherPlace(ArticleFacts one, ArticleFacts other, boolean region) {
        boolean both = one.has(Part.REGIONS) && other.has(Part.REGIONS);
        if (both && !region) {
            return 1;
        }
        return one.has(Part.TOWNS) && other.has(Part.TOWNS) ? (region ? 0.3 : 1) : 0;
    }

    private static boolean isOtherPerson(ArticleFacts one, ArticleFacts other) {
        return one.has(Part.PERSONS)
                && other.has(Part.PERSONS)
                && shared(one.of(Part.PERSONS), other.of(Part.NAMES)) == 0
                && shared(other.of(Part.PERSONS), one.of(Part.NAMES)) == 0;
    }

    private static boolean isElsewhere(ArticleFacts one, ArticleFacts other) {
        return one.has(Part.FOCUS)
                && other.has(Part.FOCUS)
                && shared(one.of(Part.FOCUS), other.of(Part.COUNTRIES)) == 0
                && shared(other.of(Part.FOCUS), one.of(Part.COUNTRIES)) == 0;
    }

    private static int shared(int[] some, int[] others) {
        int shared = 0;
        for (int one : some) {
            for (int other : others) {
                if (one == other) {
                    shared++;
                }
            }
        }
        return shared;
    }

    private static boolean meet(ArticleFacts one, ArticleFacts other, Part part) {
        return shared(one.of(part), other.of(part)) > 0;
    }

    private static double names(ArticleFacts one, ArticleFacts other, FactCounts counts) {
        double sum = sharedWeight(one.sorted(Part.NAMES), other.sorted(Part.NAMES), counts);
        if (!one.isSameLanguage(other)) {
            sum += 0.8 * sharedWeight(one.sorted(Part.NAMES), other.sorted(Part.LOOSE_NAMES), counts);
            sum += 0.8 * sharedWeight(one.sorted(Part.LOOSE_NAMES), other.sorted(Part.NAMES), counts);
        }
        return sum;
    }

    private static double sharedWeight(int[] ascending, int[] others, FactCounts counts) {
        double sum = 0;
        int i = 0;
        int k = 0;
        while (i < ascending.length && k < others.length) {
            if (ascending[i] == others[k]) {
                sum += counts.weight(Part.NAMES, ascending[i]);
                i++;
                k++;
            } else if (ascending[i] < others[k]) {
                i++;
            } else {
                k++;
            }
        }
        return sum;
    }
}
