package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts questions to each row: the figures that they ask for, and F1 of every label. */
final class LabelScorer implements Scorer<Tags> {
    private final List<Question> questions;
    private final List<LabelScore> scores;

    LabelScorer(Question... questions) {
        this.questions = List.of(questions);
        this.scores = this.questions.stream().map(question -> new LabelScore()).toList();
    }

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        List<String> wanted = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Optional<String> expected = question.expected().apply(row);
            if (expected.isEmpty()) {
                continue;
            }
            String got = question.got().apply(tags);
            scores.get(i).add(expected.get(), got);
            if (!got.equals(expected.get())) {
                wanted.add(expected.get());
                answered.add(got);
                question.evidence().apply(tags).stream()
                        .filter(line -> !evidence.contains(line))
                        .forEach(evidence::add);
            }
        }
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Miss(
                        wanted.size() + Math.abs(tags.escalation().score()) / 100,
                        Row.id(row),
                        Row.shown(row),
                        String.join(", ", wanted),
                        String.join(", ", answered),
                        evidence));
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            LabelScore score = scores.get(i);
            question.shown().stream()
                    .sorted()
                    .map(shown -> shown.of(question.name(), score))
                    .forEach(figures::add);
            for (String label : score.labels()) {
                figures.add(Figure.detail(question.name() + ", F1 of " + label, score.f1(label), score.rows(label)));
            }
        }
        return figures;
    }
}
