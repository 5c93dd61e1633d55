package io.tocsin.stream.story;

import io.tocsin.stream.story.LabelledStories.Labelled;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well stories were told.
 *
 * @param precision of the pairs of articles that were put into one story, those that belong so
 * @param recall of the pairs that belong into one story, those that were put so
 * @param lookAlikes pairs of stories that look alike
 * @param merged of these, the ones that share a story
 * @param copyPrecision of the articles that were called copies, those that are
 * @param copyRecall of the copies, those that were called so
 */
record StoryScore(
        double precision, double recall, int lookAlikes, int merged, double copyPrecision, double copyRecall) {

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    /**
     * The score of an answer.
     *
     * @param storyOf the story that each article was put into, by article id
     */
    static StoryScore of(List<Labelled> articles, Map<String, String> storyOf, Set<String> copies) {
        int together = 0;
        int wrongly = 0;
        int missed = 0;
        Set<String> lookAlikes = new HashSet<>();
        Set<String> merged = new HashSet<>();
        for (Labelled one : articles) {
            for (Labelled other : articles) {
                if (one.id().compareTo(other.id()) >= 0) {
                    continue;
                }
                boolean same = one.story().equals(other.story());
                boolean put = storyOf.getOrDefault(one.id(), one.id()).equals(storyOf.get(other.id()));
                together += same && put ? 1 : 0;
                wrongly += !same && put ? 1 : 0;
                missed += same && !put ? 1 : 0;
                if (!same && one.kind().equals(other.kind())) {
                    String pair = one.story().compareTo(other.story()) < 0
                            ? one.story() + ' ' + other.story()
                            : other.story() + ' ' + one.story();
                    lookAlikes.add(pair);
                    if (put) {
                        merged.add(pair);
                    }
                }
            }
        }
        Set<String> real = new HashSet<>();
        articles.stream().filter(Labelled::copy).forEach(article -> real.add(article.id()));
        Set<String> found = new HashSet<>(copies);
        found.retainAll(real);
        return new StoryScore(
                (double) together / (together + wrongly),
                (double) together / (together + missed),
                lookAlikes.size(),
                merged.size(),
                (double) found.size() / copies.size(),
                (double) found.size() / real.size());
    }

    @Override
    public String toString() {
        return "pairs: precision %.3f, recall %.3f, F1 %.3f; look-alikes merged: %d of %d; copies: precision %.3f, recall %.3f"
                .formatted(precision, recall, f1(), merged, lookAlikes, copyPrecision, copyRecall);
    }
}
