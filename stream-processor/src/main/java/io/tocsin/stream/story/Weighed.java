package io.tocsin.stream.story;

import io.tocsin.stream.story.ArticleFacts.Part;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an article together with how often those that are compared by their weight are stated, so that no fact
 * is looked up twice. Weights are those of now: they change as articles come and go. Not safe for use by several threads.
 */
final class Weighed {
    private final ArticleFacts facts;
    private final FactCounts counts;
    private final @Nullable Posting[] terms;
    private final @Nullable Posting[] concepts;

    /** Of an article that has been counted; or is about to be, then what nobody stated before has no posting. */
    Weighed(ArticleFacts facts, FactCounts counts) {
        this.facts = facts;
        this.counts = counts;
        this.terms = postings(Part.TERMS);
        this.concepts = postings(Part.CONCEPTS);
    }

    private @Nullable Posting[] postings(Part part) {
        int[] sorted = facts.sorted(part);
        @Nullable Posting[] postings = new Posting[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            postings[i] = counts.posting(part, sorted[i]);
        }
        return postings;
    }

    ArticleFacts facts() {
        return facts;
    }

    /** How telling the facts of a part are that both state, over all that they state (cosine), 0 to 1. */
    private double cosine(
            Weighed other, Part part, @Nullable Posting[] mine, @Nullable Posting[] theirs, double enough) {
        int[] some = facts.sorted(part);
        int[] others = other.facts.sorted(part);
        double ofSome = 0;
        double ofOthers = 0;
        double common = 0;
        int i = 0;
        int k = 0;
        while (i < some.length || k < others.length) {
            int order = i == some.length ? 1 : k == others.length ? -1 : Integer.compare(some[i], others[k]);
            double weight =
                    order <= 0 ? counts.weight(part, some[i], mine[i]) : counts.weight(part, others[k], theirs[k]);
            double square = weight * weight;
            if (order <= 0) {
                ofSome += square;
                i++;
            }
            if (order >= 0) {
                ofOthers += square;
                k++;
            }
            if (order == 0) {
                common += square;
            }
        }
        return common == 0 ? 0 : Math.min(1, common / enough) * common / Math.sqrt(ofSome * ofOthers);
    }

    /** Cosine of the words; counts in full from {@code enough} shared weight on. */
    double words(Weighed other, double enough) {
        return cosine(other, Part.TERMS, terms, other.terms, enough);
    }

    /** Cosine of the kinds of event. */
    double concepts(Weighed other, double enough) {
        return cosine(other, Part.CONCEPTS, concepts, other.concepts, enough);
    }
}
