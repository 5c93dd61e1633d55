package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weighted F1 of topic labels, each language apart, and the plain mean over the languages that there is a bar for. */
final class LanguageScorer implements Scorer<Tags> {
    private final TopicLabels labels;
    private final Set<String> chief;
    private final SortedMap<String, LabelScore> languages = new TreeMap<>();

    /**
     * A scorer for rows that bear a language and a label.
     *
     * @param chief the languages of the mean
     */
    LanguageScorer(TopicLabels labels, Set<String> chief) {
        this.labels = labels;
        this.chief = chief;
    }

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        String expected = Row.text(row, "label");
        String got = labels.best(tags.topics());
        String language = Row.text(row, "lang");
        languages.computeIfAbsent(language, any -> new LabelScore()).add(expected, got);
        return got.equals(expected) || !chief.contains(language)
                ? Optional.empty()
                : Optional.of(new Miss(
                        got.equals(TopicLabels.NONE) ? 1 : 2,
                        Row.id(row),
                        Row.shown(row),
                        expected,
                        got,
                        tags.topicEvidence()));
    }

    @Override
    public List<Figure> figures() {
        Share mean = new Share();
        int rows = 0;
        List<Figure> details = new ArrayList<>();
        for (var language : languages.entrySet()) {
            LabelScore score = language.getValue();
            if (chief.contains(language.getKey())) {
                mean.add(score.weightedF1());
                rows += score.rows();
            }
            details.add(Figure.detail("topic, weighted F1, " + language.getKey(), score.weightedF1(), score.rows()));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.chief("topic, weighted F1, mean of six languages", mean.value(), rows));
        figures.addAll(details);
        return figures;
    }
}
