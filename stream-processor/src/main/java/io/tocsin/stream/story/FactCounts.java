package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many remembered articles state each fact, and the latest of them: what is rare tells more than what everybody
 * writes. Not safe for use by several threads.
 */
final class FactCounts {
    /** Articles that are imagined to have gone before, so that the first ones are weighed soundly. */
    private static final double BACKGROUND = 1000;

    /** Of the imagined articles, how many state a fact that is in no dictionary, and one that is. */
    private static final double RARE = 1;

    private static final double KNOWN = 12;

    private static final int MAX_LOG = 8192;

    /** By count, the logarithm of it and the imagined articles. */
    private static final double[] LOG_RARE = logs(RARE);

    private static final double[] LOG_KNOWN = logs(KNOWN);

    private static double[] logs(double imagined) {
        double[] logs = new double[MAX_LOG + 1];
        Arrays.setAll(logs, count -> Math.log(count + imagined));
        return logs;
    }

    private final IntTable<Posting> postings = new IntTable<>();
    private int articles;
    /** Logarithm of all articles, the imagined ones too. */
    private double logTotal = Math.log(BACKGROUND);

    /** A fact of a part as one number. */
    private static int key(Part part, int fact) {
        // A name is the same one whether it was found by its capitals or not.
        int salt = part == Part.LOOSE_NAMES || part == Part.PERSONS ? Part.NAMES.ordinal() : part.ordinal();
        return fact ^ (salt * 0x7FEB352D);
    }

    private static boolean isCounted(Part part) {
        return part != Part.PERSONS;
    }

    void add(ArticleFacts facts, int article) {
        articles++;
        logTotal = Math.log(articles + BACKGROUND);
        for (Part part : PARTS) {
            if (isCounted(part)) {
                for (int fact : facts.of(part)) {
                    Posting posting = postings.get(key(part, fact));
                    if (posting == null) {
                        posting = new Posting();
                        postings.put(key(part, fact), posting);
                    }
                    posting.add(article);
                }
            }
        }
    }

    void remove(ArticleFacts facts) {
        articles--;
        logTotal = Math.log(articles + BACKGROUND);
        for (Part part : PARTS) {
            if (isCounted(part)) {
                for (int fact : facts.of(part)) {
                    Posting posting = postings.get(key(part, fact));
                    if (posting != null && posting.removed()) {
                        postings.remove(key(part, fact));
                    }
                }
            }
        }
    }

    private static final Part[] PARTS = Part.values();

    @Nullable
    Posting posting(Part part, int fact) {
        return postings.get(key(part, fact));
    }

    /** How telling a fact is, about 0 (everybody writes it) to 1 (nobody does). */
    double weight(Part part, int fact) {
        return weight(part, fact, posting(part, fact));
    }

    /** The same, where the posting has been looked up. */
    double weight(Part part, int fact, @Nullable Posting posting) {
        boolean known = part == Part.CONCEPTS || (part == Part.TERMS && (fact & 1) == 1);
        int count = Math.min(MAX_LOG, posting == null ? 0 : posting.count());
        return Math.max(0, 1 - (known ? LOG_KNOWN[count] : LOG_RARE[count]) / logTotal);
    }
}
