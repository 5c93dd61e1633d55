package io.tocsin.stream.escalation;

import io.tocsin.events.Family;
import io.tocsin.events.Field;
import io.tocsin.events.MatchKind;
import io.tocsin.events.Quad;
import io.tocsin.events.Sense;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Shape;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads conflict and cooperation out of the hits, sentence by sentence. Deterministic; not safe for use by several
 * threads.
 */
public final class EscalationResolver {
    /** Most matches that an article shows. */
    private static final int MAX_MATCHES = 40;

    /** Tokens after a governing match that it still governs. */
    private static final int GOVERNED = 14;
    /** What is reported in a condemnation is background. */
    private static final double REPORTED = 0.35;
    /** What the news came after is background, too. */
    private static final double OCCASION = 0.5;
    /** Each further match of a sentence is less surely its news. */
    private static final double NEXT = 0.7;

    /** What is announced is less grave than what is done. */
    private static final double ANNOUNCED = 0.75;

    private static final double TITLE = 3;
    private static final double FIRST_SENTENCE = 1.4;
    private static final double LEAD = 1.1;
    private static final double BODY = 0.5;
    /** What the text is worth beside a headline that says it. */
    private static final double BEHIND_HEADLINE = 0.6;

    private static final int LEAD_TOKENS = 60;

    /** A match with what only the resolver knows of it. */
    private record Found(TaggedArticle.Match match, double weight, boolean bare) {}

    private final EscalationLexicon lexicon;
    private final int firstEntry;
    private final SentenceReading sentence;
    private final SenseReading senses = new SenseReading();

    /**
     * For a lexicon that the dictionaries are registered in.
     *
     * @param firstEntry as given to {@link EscalationLexicon#register}
     */
    public EscalationResolver(EscalationLexicon lexicon, int firstEntry) {
        this.lexicon = lexicon;
        this.firstEntry = firstEntry;
        sentence = new SentenceReading(lexicon);
    }

    /** As below, for an article whose year nobody knows. */
    public TaggedArticle.Escalation resolve(
            Tokens tokens,
            Hits hits,
            List<TaggedArticle.Topic> topics,
            SentenceCountries countries,
            @Nullable String language) {
        return resolve(tokens, hits, topics, countries, language, 0);
    }

    /**
     * What an article reports of conflict and cooperation.
     *
     * @param topics of the same article
     * @param language BCP 47; when null, the phrases of all languages count
     * @param year of publication, or 0: tells history from news
     */
    public TaggedArticle.Escalation resolve(
            Tokens tokens,
            Hits hits,
            List<TaggedArticle.Topic> topics,
            SentenceCountries countries,
            @Nullable String language,
            int year) {
        senses.article(topics, year);
        List<Found> found = new ArrayList<>();
        int wanted = lexicon.languages().number(language);
        int alsoWanted = "pcm".equals(language) ? lexicon.languages().number("en") : wanted;
        int last = firstEntry + lexicon.entries();
        int current = -1;
        sentence.clear();
        for (int hit = 0; hit < hits.size(); hit++) {
            int entry = hits.entry(hit) - firstEntry;
            if (entry < 0 || hits.entry(hit) >= last) {
                continue;
            }
            int spoken = lexicon.language[entry];
            if (language != null && spoken != PhraseSets.ANY && spoken != wanted && spoken != alsoWanted) {
                continue;
            }
            int in = tokens.sentence(hits.from(hit));
            if (in != current) {
                close(tokens, countries, found);
                current = in;
                sentence.clear();
            }
            if (tokens.sentence(hits.to(hit) - 1) == in) {
                sentence.add(entry, hits.from(hit), hits.to(hit));
            }
        }
        close(tokens, countries, found);
        return article(found);
    }

    private void close(Tokens tokens, SentenceCountries countries, List<Found> found) {
        if (sentence.phrases == 0) {
            return;
        }
        sentence.read(tokens);
        if (sentence.matches == 0) {
            return;
        }
        senses.sentence(sentence);
        List<String> named = countries(tokens, countries, sentence.first[sentence.order[0]]);
        double weight = place(tokens, sentence.first[sentence.order[0]]);
        int familiesSeen = 0;
        Governs governs = Governs.NOTHING;
        Family governor = Family.AGREE;
        int governedFrom = 0;
        int governedTo = 0;
        for (int i = 0; i < sentence.matches; i++) {
            int match = sentence.order[i];
            EscalationPattern pattern = lexicon.pattern(sentence.pattern[match]);
            Family family = Objects.requireNonNull(pattern.family());
            int from = sentence.first[match];
            int to = sentence.last[match];
            boolean governed = from < governedTo && !isNewLine(tokens, governedFrom, from);
            Sense sense = sense(match, !named.isEmpty(), tokens);
            if (sense == Sense.LITERAL && family == Family.REJECT && isDenial(match, !named.isEmpty(), tokens)) {
                sense = Sense.NEGATED;
            }
            if (sense == Sense.LITERAL
                    && governed
                    && governs == Governs.HYPOTHETICAL
                    && !(governor == Family.AGREE && family.quad() == Quad.VERBAL_COOPERATION)) {
                sense = Sense.HYPOTHETICAL;
            } else if (sense == Sense.LITERAL && governed && governs == Governs.NEGATED) {
                sense = Sense.NEGATED;
            }
            MatchKind kind = Objects.requireNonNull(pattern.kind());
            double strength = pattern.strength();
            if (kind == MatchKind.ACT && senses.isAnnounced(sentence, match, tokens)) {
                kind = MatchKind.THREAT;
                family = announced(family);
                strength *= ANNOUNCED;
            }
            boolean counted = sense == Sense.LITERAL && (familiesSeen & (1 << family.ordinal())) == 0;
            if (counted && pattern.bare() && isSaidBetter(family)) {
                counted = false;
            }
            boolean occasion = senses.isBackground(sentence, match, tokens);
            double own = weight
                    * pattern.emphasis()
                    * (governed && governs == Governs.REPORTED ? REPORTED : occasion ? OCCASION : 1);
            found.add(new Found(
                    new TaggedArticle.Match(
                            family,
                            family.quad(),
                            kind,
                            strength,
                            sense,
                            counted,
                            tokens.words(from, to),
                            tokens.field(from),
                            tokens.start(from),
                            tokens.end(to - 1),
                            named),
                    own,
                    pattern.bare()));
            if (counted && !occasion) {
                familiesSeen |= 1 << family.ordinal();
                weight *= NEXT;
            }
            if (sense == Sense.LITERAL && pattern.governs() != Governs.NOTHING) {
                governs = pattern.governs();
                governor = family;
                governedFrom = to;
                governedTo = to + GOVERNED;
            }
        }
    }

    /** The sense of a match, apart from what other matches make of it. */
    private Sense sense(int match, boolean abroad, Tokens tokens) {
        EscalationPattern pattern = lexicon.pattern(sentence.pattern[match]);
        return sentence.cover[match] >= 0
                ? lexicon.pattern(sentence.cover[match]).sense()
                : senses.sense(sentence, match, pattern, Objects.requireNonNull(pattern.family()), abroad, tokens);
    }

    /** "Denies the attack": who denies an act of conflict and nothing else says that there is none. */
    private boolean isDenial(int match, boolean abroad, Tokens tokens) {
        if (!senses.isNegation(sentence, match)) {
            return false;
        }
        boolean denied = false;
        for (int i = 0; i < sentence.matches; i++) {
            int other = sentence.order[i];
            if (other != match) {
                Family family = Objects.requireNonNull(
                        lexicon.pattern(sentence.pattern[other]).family());
                if (family.quad() != Quad.MATERIAL_CONFLICT || sense(other, abroad, tokens) != Sense.NEGATED) {
                    return false;
                }
                denied = true;
            }
        }
        return denied;
    }

    /** Whether the sentence has a match of the family that needs no company. */
    private boolean isSaidBetter(Family family) {
        for (int i = 0; i < sentence.matches; i++) {
            EscalationPattern other = lexicon.pattern(sentence.pattern[sentence.order[i]]);
            if (other.family() == family && !other.bare() && sentence.cover[sentence.order[i]] < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line with a capital letter begins in tokens {@code [a, b]}: a headline ran into its text. */
    private static boolean isNewLine(Tokens tokens, int a, int b) {
        for (int token = a; token <= b; token++) {
            if (tokens.before(token) == '\n' && tokens.shape(token) == Shape.CAPITALISED) {
                return true;
            }
        }
        return false;
    }

    /** To announce an act of conflict is to threaten, of cooperation to agree (PLOVER). */
    private static Family announced(Family family) {
        return switch (family.quad()) {
            case MATERIAL_CONFLICT -> Family.THREATEN;
            case MATERIAL_COOPERATION -> Family.AGREE;
            default -> family;
        };
    }

    private static double place(Tokens tokens, int token) {
        if (token < tokens.titleSize()) {
            return TITLE;
        }
        if (tokens.sentence(token) == tokens.sentence(tokens.titleSize())) {
            return FIRST_SENTENCE;
        }
        return token - tokens.titleSize() < LEAD_TOKENS ? LEAD : BODY;
    }

    /** The countries of the sentence that a token stands in. */
    private static List<String> countries(Tokens tokens, SentenceCountries countries, int token) {
        int in = tokens.sentence(token);
        int from = token;
        while (from > 0 && tokens.sentence(from - 1) == in) {
            from--;
        }
        int to = token + 1;
        while (to < tokens.size() && tokens.sentence(to) == in) {
            to++;
        }
        return countries.in(from, to);
    }

    private TaggedArticle.Escalation article(List<Found> found) {
        boolean company = senses.isAboutConflict();
        boolean headline = false;
        for (Found one : found) {
            company |= one.match().counted() && !one.bare();
            headline |= one.match().counted() && one.match().field() == Field.TITLE;
        }
        ArticleScore score = new ArticleScore();
        List<Found> kept = new ArrayList<>(found.size());
        for (Found one : found) {
            if (company || !one.bare() || one.match().sense() != Sense.LITERAL) {
                kept.add(one);
                if (one.match().counted()) {
                    boolean behind = headline && one.match().field() == Field.TEXT;
                    score.add(
                            one.match().family(),
                            one.match().strength(),
                            behind ? one.weight() * BEHIND_HEADLINE : one.weight());
                }
            }
        }
        if (kept.isEmpty()) {
            return TaggedArticle.Escalation.NONE;
        }
        List<TaggedArticle.Match> matches = new ArrayList<>(Math.min(kept.size(), MAX_MATCHES));
        double least = kept.size() > MAX_MATCHES ? least(kept) : 0;
        for (Found one : kept) {
            if (matches.size() < MAX_MATCHES && rank(one) >= least) {
                matches.add(one.match());
            }
        }
        Family chief = score.family();
        return new TaggedArticle.Escalation(score.score(), chief, chief == null ? null : chief.quad(), matches);
    }

    /** Rank of the last match that is kept. */
    private static double least(List<Found> found) {
        return found.stream()
                .mapToDouble(EscalationResolver::rank)
                .sorted()
                .skip(found.size() - (long) MAX_MATCHES)
                .findFirst()
                .orElse(0);
    }

    private static double rank(Found one) {
        return (one.match().counted() ? 100 : 0) + one.weight() * one.match().strength();
    }
}
