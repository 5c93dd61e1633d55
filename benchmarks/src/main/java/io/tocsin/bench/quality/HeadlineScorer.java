package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Countries, topics and escalation of headlines together. Some countries are optional; escalation that the labeller
 * was not sure of does not count.
 */
final class HeadlineScorer implements Scorer<Tags> {
    private final CodeScore countries = new CodeScore();
    private final CodeScore topics = new CodeScore();
    private final LabelScorer escalation = new LabelScorer(Questions.HEADLINE_DIRECTION);

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        CodeScore.Difference country =
                countries.add(Row.set(row, "countries"), Row.set(row, "countries_optional"), tags.countryCodes());
        Set<String> given = TopicLabels.DESK.all(tags.topics());
        CodeScore.Difference topic = topics.add(Row.set(row, "topics"), given);
        Optional<Miss> direction = escalation.mark(row, tags);
        if (country.none() && topic.none() && direction.isEmpty()) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(tags.countryEvidence());
        evidence.addAll(tags.topicEvidence());
        direction.ifPresent(miss -> evidence.addAll(miss.evidence()));
        return Optional.of(new Miss(
                country.missing().size()
                        + country.wrong().size()
                        + topic.missing().size()
                        + direction.map(Miss::weight).orElse(0.0),
                Row.id(row),
                Row.shown(row),
                Row.set(row, "countries") + " " + Row.set(row, "topics")
                        + direction.map(miss -> " " + miss.expected()).orElse(""),
                tags.countryCodes() + " " + given
                        + direction.map(miss -> " " + miss.got()).orElse(""),
                evidence));
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.chief("countries, F1", countries.f1(), countries.rows()));
        figures.add(Figure.chief("topics, F1", topics.f1(), topics.rows()));
        figures.addAll(escalation.figures());
        figures.add(Figure.detail("topics, precision", topics.precision(), topics.rows()));
        figures.add(Figure.detail("topics, recall", topics.recall(), topics.rows()));
        return figures;
    }
}
