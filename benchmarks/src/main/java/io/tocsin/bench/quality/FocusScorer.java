package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Countries that an editor filed a story under: whether the most salient country is one of them, and F1 of the focus
 * countries. Stories filed under the United States are counted apart: there the country is mostly implied.
 */
final class FocusScorer implements Scorer<Tags> {
    private static final String IMPLIED = "US";

    private final Share first = new Share();
    private final Share firstElsewhere = new Share();
    private final CodeScore set = new CodeScore();
    private final CodeScore setElsewhere = new CodeScore();

    @Override
    public Optional<Miss> mark(JsonNode row, Tags tags) {
        Set<String> expected = Row.set(row, "countries");
        Optional<String> salient = tags.countryCodes().stream().findFirst();
        boolean right = salient.filter(expected::contains).isPresent();
        first.add(right);
        CodeScore.Difference difference = set.add(expected, tags.focusCodes());
        if (expected.contains(IMPLIED)) {
            return Optional.empty();
        }
        firstElsewhere.add(right);
        setElsewhere.add(expected, tags.focusCodes());
        return right ? Optional.empty() : CountryMiss.of(row, tags, expected, difference);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.chief("first country, without US", firstElsewhere.value(), firstElsewhere.rows()),
                Figure.chief("focus countries, F1, without US", setElsewhere.f1(), setElsewhere.rows()),
                Figure.detail("first country, all rows", first.value(), first.rows()),
                Figure.detail("focus countries, F1, all rows", set.f1(), set.rows()));
    }
}
