package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Says of a row which countries are missing and which are wrong. */
final class CountryMiss {
    private CountryMiss() {}

    static Optional<Miss> of(JsonNode row, Tags tags, Collection<String> expected, CodeScore.Difference difference) {
        if (difference.none()) {
            return Optional.empty();
        }
        return Optional.of(new Miss(
                difference.missing().size() + difference.wrong().size(),
                Row.id(row),
                Row.shown(row),
                String.join(" ", new TreeSet<>(expected)),
                "missing " + new TreeSet<>(difference.missing()) + ", wrong " + new TreeSet<>(difference.wrong()),
                tags.countryEvidence()));
    }
}
