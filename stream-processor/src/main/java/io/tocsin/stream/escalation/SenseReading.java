package io.tocsin.stream.escalation;

import io.tocsin.events.Family;
import io.tocsin.events.Quad;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.List;

/**
 * Decides in which sense a match is meant, from the cues of its own sentence, with the topics of the article as one
 * voice among them. Not safe for use by several threads.
 */
final class SenseReading {
    private static final String SPORT_TOPIC = "medtop:15000000";
    private static final String ARTS_TOPIC = "medtop:01000000";
    private static final String CONFLICT_TOPIC = "medtop:16000000";
    private static final String ECONOMY_TOPIC = "medtop:04000000";
    private static final String TECHNOLOGY_TOPIC = "medtop:13000000";
    private static final String POLITICS_TOPIC = "medtop:11000000";

    /** Tokens that a cue reaches. */
    private static final int NEGATION_REACH = 5;

    private static final int NEGATED_AFTER_REACH = 3;
    private static final int HYPOTHESIS_REACH = 9;
    private static final int FUTURE_REACH = 5;

    /** Score of the conflict topic from which a weak word is in company; one weak word does not make it. */
    private static final double COMPANY = 0.55;

    /** Years after which an event is history. */
    private static final int HISTORY = 20;
    /** The year of an article whose year nobody knows. */
    private static final int UNDATED = 2022;

    /** Tokens that a year after a match, and one before it, reach. */
    private static final int YEAR_REACH = 8;

    private static final int YEAR_BEFORE = 6;

    /** Strength from which an act must be told apart from its rehearsal. */
    private static final double GRAVE = 5;

    /** Cues that the article's topic is worth. */
    private static final int TOPIC_VOICE = 2;

    /** Hints that one word of blood or weapons is worth. */
    private static final int GRAVE_WORD = 2;
    /** Hints that a cue is worth which says its sense alone. */
    private static final int SAYS_ALONE = 4;
    /** Tokens after a word that makes what follows it the occasion of the news. */
    private static final int BACKGROUND_REACH = 7;

    /** Before a year: it dates somebody's life or office, not the event. */
    private static final char BRACKET = '(';

    private boolean sport;
    private boolean arts;
    private boolean commerce;
    private boolean conflict;
    private int history;

    private int sportCues;
    private int fictionCues;
    private int commerceCues;
    private int gravityCues;
    private int tollCues;
    private int disasterCues;
    /** Two for a cue that says it alone. */
    private int historicalHints;

    /**
     * Before the first sentence of an article.
     *
     * @param year of publication, or 0
     */
    void article(List<TaggedArticle.Topic> topics, int year) {
        double sportScore = score(topics, SPORT_TOPIC);
        double artsScore = score(topics, ARTS_TOPIC);
        double conflictScore = score(topics, CONFLICT_TOPIC);
        sport = sportScore >= 0.5 && sportScore > conflictScore;
        arts = artsScore >= 0.5 && artsScore > conflictScore;
        double commerceScore = Math.max(score(topics, ECONOMY_TOPIC), score(topics, TECHNOLOGY_TOPIC));
        commerce = commerceScore >= 0.5 && commerceScore > Math.max(conflictScore, score(topics, POLITICS_TOPIC));
        conflict = conflictScore >= COMPANY;
        history = (year == 0 ? UNDATED : year) - HISTORY;
    }

    /** Whether the topics say that the article is about conflict. */
    boolean isAboutConflict() {
        return conflict;
    }

    private static double score(List<TaggedArticle.Topic> topics, String code) {
        for (TaggedArticle.Topic topic : topics) {
            if (topic.code().equals(code)) {
                return topic.score();
            }
        }
        return 0;
    }

    /** Before the matches of a sentence. */
    void sentence(SentenceReading sentence) {
        sportCues = 0;
        fictionCues = 0;
        commerceCues = 0;
        gravityCues = 0;
        tollCues = 0;
        disasterCues = 0;
        historicalHints = 0;
        for (int i = 0; i < sentence.cueCount; i++) {
            int bits = sentence.cueBits[i];
            sportCues += has(bits, Cue.SPORT) ? 1 : 0;
            fictionCues += has(bits, Cue.FICTION) ? SAYS_ALONE : has(bits, Cue.FICTION_HINT) ? 1 : 0;
            commerceCues += has(bits, Cue.COMMERCE) ? 1 : 0;
            gravityCues += has(bits, Cue.GRAVITY) ? 1 : 0;
            tollCues += has(bits, Cue.TOLL) ? 1 : 0;
            disasterCues += has(bits, Cue.DISASTER) ? 1 : 0;
            historicalHints += has(bits, Cue.HISTORICAL_HINT) ? 1 : has(bits, Cue.HISTORICAL) ? 2 : 0;
        }
    }

    /**
     * The sense of a match, apart from what other matches make of it.
     *
     * @param abroad whether the sentence names a country
     */
    Sense sense(
            SentenceReading sentence,
            int match,
            EscalationPattern pattern,
            Family family,
            boolean abroad,
            Tokens tokens) {
        boolean soft = pattern.emphasis() < 1 && family.quad() == Quad.MATERIAL_CONFLICT;
        boolean loose = soft || sentence.last[match] - sentence.first[match] == 1;
        int grave = gravityCues + tollCues;
        int against = GRAVE_WORD * grave + (loose ? 1 : 2);
        if (sportCues + (sport ? TOPIC_VOICE : 0) > against) {
            return Sense.SPORT;
        }
        if (fictionCues + (arts ? TOPIC_VOICE : 0) > against - (fictionCues >= SAYS_ALONE ? grave : 0)) {
            return Sense.FICTION;
        }
        if (!isEconomic(family) && commerceCues + (commerce ? TOPIC_VOICE : 0) > against + (abroad ? 1 : 0)) {
            return Sense.COMMERCE;
        }
        if (disasterCues > gravityCues && isViolent(family)) {
            return Sense.IDIOM;
        }
        int from = sentence.first[match];
        int to = sentence.last[match];
        if (family.quad() == Quad.MATERIAL_CONFLICT
                && pattern.strength() >= GRAVE
                && holdsOutside(sentence, Cue.DRILL, from, to)) {
            return Sense.DRILL;
        }
        if (reaches(sentence, Cue.NEGATED, from, NEGATION_REACH, tokens)
                || follows(sentence, Cue.NEGATED_AFTER, to, NEGATED_AFTER_REACH)) {
            return Sense.NEGATED;
        }
        if (historicalHints + (soft ? 1 : 0) > 2
                || (historicalHints >= 2 && family.quad().escalates())
                || isDated(sentence, from, to, tokens)) {
            return Sense.HISTORICAL;
        }
        if (reaches(sentence, Cue.HYPOTHETICAL, from, HYPOTHESIS_REACH, tokens)) {
            return Sense.HYPOTHETICAL;
        }
        return Sense.LITERAL;
    }

    /** Whether business news tells of it in earnest: a tariff, a walkout. */
    private static boolean isEconomic(Family family) {
        return family == Family.SANCTION || family == Family.PROTEST;
    }

    /** Whether a storm can be said to do it. */
    private static boolean isViolent(Family family) {
        return family == Family.ASSAULT || family == Family.FIGHT || family == Family.THREATEN;
    }

    /** Whether a match is announced, not done. */
    boolean isAnnounced(SentenceReading sentence, int match, Tokens tokens) {
        return reaches(sentence, Cue.FUTURE, sentence.first[match], FUTURE_REACH, tokens);
    }

    /** Whether a match is the occasion of the news: "arrested after riots". */
    boolean isBackground(SentenceReading sentence, int match, Tokens tokens) {
        return reaches(sentence, Cue.BACKGROUND, sentence.first[match], BACKGROUND_REACH, tokens);
    }

    /** Whether a match is no more than a word that denies what stands beside it: "ruled out". */
    boolean isNegation(SentenceReading sentence, int match) {
        for (int i = 0; i < sentence.cueCount; i++) {
            if ((has(sentence.cueBits[i], Cue.NEGATED) || has(sentence.cueBits[i], Cue.NEGATED_AFTER))
                    && sentence.cueFrom[i] <= sentence.first[match]
                    && sentence.cueTo[i] >= sentence.last[match]) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(int bits, Cue cue) {
        return (bits & (1 << cue.ordinal())) != 0;
    }

    private static boolean holdsOutside(SentenceReading sentence, Cue cue, int from, int to) {
        for (int i = 0; i < sentence.cueCount; i++) {
            if (has(sentence.cueBits[i], cue) && (sentence.cueTo[i] <= from || sentence.cueFrom[i] >= to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cue stands at most so many tokens before a match, in the same clause. */
    private static boolean reaches(SentenceReading sentence, Cue cue, int from, int reach, Tokens tokens) {
        for (int i = 0; i < sentence.cueCount; i++) {
            if (has(sentence.cueBits[i], cue)
                    && sentence.cueTo[i] <= from
                    && from - sentence.cueTo[i] < reach
                    && !(cue == Cue.HYPOTHETICAL && isMonth(sentence, i, tokens))
                    && !clauseEnds(sentence.cueTo[i], from, tokens)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a year that is history stands with the match, in the same clause. */
    private boolean isDated(SentenceReading sentence, int from, int to, Tokens tokens) {
        for (int i = 0; i < sentence.cueCount; i++) {
            int year = sentence.cueFrom[i];
            if (has(sentence.cueBits[i], Cue.YEAR)
                    && sentence.cueYear[i] <= history
                    && tokens.before(year) != BRACKET) {
                int gap = year >= to ? year - to : from - sentence.cueTo[i];
                if (gap <= YEAR_REACH && (year >= to ? !clauseEnds(to, year, tokens) : gap <= YEAR_BEFORE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "May" within a sentence is a month or a name. */
    private static boolean isMonth(SentenceReading sentence, int cue, Tokens tokens) {
        int token = sentence.cueFrom[cue];
        return tokens.shape(token) == Shape.CAPITALISED
                && token > tokens.titleSize()
                && tokens.sentence(token) == tokens.sentence(token - 1);
    }

    private static boolean follows(SentenceReading sentence, Cue cue, int to, int reach) {
        for (int i = 0; i < sentence.cueCount; i++) {
            if (has(sentence.cueBits[i], cue) && sentence.cueFrom[i] >= to && sentence.cueFrom[i] - to < reach) {
                return true;
            }
        }
        return false;
    }

    /** A mark that ends the reach of a cue stands before one of the tokens {@code [a, b]}. */
    private static boolean clauseEnds(int a, int b, Tokens tokens) {
        for (int token = a; token <= b; token++) {
            char mark = tokens.before(token);
            if (mark == ',' || mark == ';' || mark == ':' || mark == '–' || mark == '—' || mark == '،' || mark == '，') {
                return true;
            }
        }
        return false;
    }
}
