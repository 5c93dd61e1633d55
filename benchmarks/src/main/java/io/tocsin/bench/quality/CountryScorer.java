package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Countries that a text mentions: micro precision, recall and F1 over the documents. */
final class CountryScorer implements Scorer<Tags> {
    private final CodeScore score = new CodeScore();

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        CodeScore.Difference difference = score.add(Row.set(row, "countries"), tags.countryCodes());
        return CountryMiss.of(row, tags, Row.set(row, "countries"), difference);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.chief("countries, F1", score.f1(), score.rows()),
                Figure.detail("countries, precision", score.precision(), score.rows()),
                Figure.detail("countries, recall", score.recall(), score.rows()));
    }
}
