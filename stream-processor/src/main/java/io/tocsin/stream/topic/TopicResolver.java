package io.tocsin.stream.topic;

import io.tocsin.events.Evidence;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.text.Hits;
import io.tocsin.stream.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics out of the hits. A term counts by its weight, more in the title and the lead, less each time it is
 * repeated. Deterministic; not safe for use by several threads.
 */
public final class TopicResolver {
    /** Most spans that a topic shows. */
    private static final int MAX_EVIDENCE = 5;

    /** A topic below this score is not given. */
    private static final double THRESHOLD = 0.35;
    /** The strongest topic of a text of at most {@link #SHORT} tokens is given from this score on, unless it is conflict. */
    private static final double ALONE = 0.18;

    private static final int SHORT = 80;
    /** Nor one that has gathered less than this share of the strongest. */
    private static final double SHARE = 0.14;

    /** Gathered weight at which the score of a short text is one half. */
    private static final double SCALE = 3.2;
    /** Tokens of text for which the scale grows by one: long texts hold chance hits. */
    private static final double TOKENS_PER_SCALE = 200;

    private static final double TITLE = 2.5;
    private static final double LEAD = 1.4;
    /** Tokens of text that are the lead: one or two sentences. */
    private static final int LEAD_TOKENS = 45;

    /** What a narrower topic passes on. */
    private static final double PASSED_ON = 1;

    private static final Comparator<TaggedArticle.Topic> BY_SCORE =
            Comparator.comparingDouble(TaggedArticle.Topic::score).reversed().thenComparing(TaggedArticle.Topic::code);

    private final TopicLexicon lexicon;
    private final TopicIndex index;
    private final int firstEntry;
    private final WarWords warWords;
    /** By entry, how often it came up in this article; not 0 for the first {@link #met} of {@link #entriesMet} only. */
    private final int[] times;

    private int[] entriesMet = new int[64];
    private int met;
    private final double[] gathered;
    /** Best spans of each topic: {@code MAX_EVIDENCE} hits, -1 for none, and what they gave. */
    private final int[] best;

    private final double[] bestGave;
    /** Whether a term of conflict came up that leaves no doubt. */
    private boolean warIsCertain;

    /**
     * For a lexicon that the topics are registered in.
     *
     * @param firstEntry as given to {@link TopicLexicon#register}
     */
    public TopicResolver(TopicLexicon lexicon, int firstEntry) {
        this.lexicon = lexicon;
        this.index = lexicon.index();
        this.firstEntry = firstEntry;
        warWords = new WarWords(index);
        times = new int[lexicon.size()];
        gathered = new double[index.size()];
        best = new int[index.size() * MAX_EVIDENCE];
        bestGave = new double[index.size() * MAX_EVIDENCE];
    }

    /**
     * The topics of an article, highest score first, then by code.
     *
     * @param language BCP 47; when null, the terms of all languages count
     */
    public List<TaggedArticle.Topic> resolve(Tokens tokens, Hits hits, @Nullable String language) {
        for (int i = 0; i < met; i++) {
            times[entriesMet[i]] = 0;
        }
        met = 0;
        Arrays.fill(gathered, 0);
        Arrays.fill(best, -1);
        Arrays.fill(bestGave, 0);
        warIsCertain = false;
        gather(tokens, hits, language);
        return topics(tokens, hits);
    }

    private void gather(Tokens tokens, Hits hits, @Nullable String language) {
        int wanted = lexicon.languages().number(language);
        int english = lexicon.languages().number("en");
        int pidgin = lexicon.languages().number("pcm");
        int last = firstEntry + lexicon.size();
        int coveredFrom = 0;
        int coveredTo = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            int entry = hits.entry(hit) - firstEntry;
            if (entry < 0 || hits.entry(hit) >= last) {
                continue;
            }
            int spoken = lexicon.language[entry];
            if (language != null && spoken != wanted && !(wanted == pidgin && spoken == english)) {
                continue;
            }
            int from = hits.from(hit);
            int to = hits.to(hit);
            if (!lexicon.casing[entry].allows(tokens.shape(from))) {
                continue;
            }
            if (to <= coveredTo && !(from == coveredFrom && to == coveredTo)) {
                continue;
            }
            coveredFrom = from;
            coveredTo = to;
            if (lexicon.topic[entry] != TopicTerm.ABOUT_NOTHING) {
                add(hit, entry, place(tokens, from));
            }
        }
    }

    private static double place(Tokens tokens, int token) {
        if (token < tokens.titleSize()) {
            return TITLE;
        }
        return token - tokens.titleSize() < LEAD_TOKENS ? LEAD : 1;
    }

    private void add(int hit, int entry, double place) {
        warIsCertain |= warWords.leavesNoDoubt(lexicon.topic[entry], lexicon.weight[entry]);
        if (times[entry] == 0) {
            if (met == entriesMet.length) {
                entriesMet = Arrays.copyOf(entriesMet, met * 2);
            }
            entriesMet[met++] = entry;
        }
        double gives = lexicon.weight[entry] * place / ++times[entry];
        for (int topic = lexicon.topic[entry]; topic >= 0; topic = index.broader(topic)) {
            gathered[topic] += gives;
            keep(topic, hit, gives);
            gives *= PASSED_ON;
        }
    }

    private void keep(int topic, int hit, double gives) {
        int first = topic * MAX_EVIDENCE;
        int at = first + MAX_EVIDENCE - 1;
        if (gives <= bestGave[at]) {
            return;
        }
        while (at > first && bestGave[at - 1] < gives) {
            bestGave[at] = bestGave[at - 1];
            best[at] = best[at - 1];
            at--;
        }
        bestGave[at] = gives;
        best[at] = hit;
    }

    private List<TaggedArticle.Topic> topics(Tokens tokens, Hits hits) {
        double most = 0;
        for (double one : gathered) {
            most = Math.max(most, one);
        }
        double scale = SCALE + (tokens.size() - tokens.titleSize()) / TOKENS_PER_SCALE;
        boolean noWar = !warIsCertain && warWords.areBorrowed(gathered);
        List<TaggedArticle.Topic> topics = new ArrayList<>();
        for (int topic = 0; topic < gathered.length; topic++) {
            double score = score(topic, scale);
            if (noWar && warWords.isWarlike(topic)) {
                continue;
            }
            if (score >= THRESHOLD && gathered[topic] >= SHARE * most) {
                topics.add(tagged(topic, score, tokens, hits));
            }
        }
        int strongest = topics.isEmpty() && tokens.size() <= SHORT ? strongest() : -1;
        if (strongest >= 0 && score(strongest, scale) >= ALONE) {
            topics.add(tagged(strongest, score(strongest, scale), tokens, hits));
        }
        topics.sort(BY_SCORE);
        return topics;
    }

    /** The top-level topic that has gathered most, if any, the first one of equals. */
    private int strongest() {
        int strongest = -1;
        for (int topic = 0; topic < gathered.length; topic++) {
            if (index.broader(topic) < 0
                    && !warWords.isWarlike(topic)
                    && gathered[topic] > (strongest < 0 ? 0 : gathered[strongest])) {
                strongest = topic;
            }
        }
        return strongest;
    }

    private double score(int topic, double scale) {
        return gathered[topic] / (gathered[topic] + scale);
    }

    private TaggedArticle.Topic tagged(int topic, double score, Tokens tokens, Hits hits) {
        return new TaggedArticle.Topic(
                index.code(topic), index.name(topic), round(score), evidence(topic, tokens, hits));
    }

    private List<Evidence> evidence(int topic, Tokens tokens, Hits hits) {
        int[] spans = Arrays.copyOfRange(best, topic * MAX_EVIDENCE, (topic + 1) * MAX_EVIDENCE);
        Arrays.sort(spans);
        List<Evidence> evidence = new ArrayList<>(MAX_EVIDENCE);
        int shown = -1;
        for (int hit : spans) {
            if (hit >= 0 && hits.from(hit) != shown) {
                int from = hits.from(hit);
                int to = hits.to(hit);
                shown = from;
                evidence.add(new Evidence(
                        tokens.words(from, to), tokens.field(from), tokens.start(from), tokens.end(to - 1), "term"));
            }
        }
        return evidence;
    }

    private static double round(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
