package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The share of sentences with exactly the right countries, also by {@code category}. */
final class ExactScorer implements Scorer<Tags> {
    private final CodeScore score = new CodeScore();
    private final SortedMap<String, CodeScore> categories = new TreeMap<>();

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        var expected = Row.set(row, "countries");
        categories
                .computeIfAbsent(Row.text(row, "category"), category -> new CodeScore())
                .add(expected, tags.countryCodes());
        return CountryMiss.of(row, tags, expected, score.add(expected, tags.countryCodes()));
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.chief("exact set", score.exact(), score.rows()));
        categories.forEach(
                (category, one) -> figures.add(Figure.detail("exact, " + category, one.exact(), one.rows())));
        return figures;
    }
}
