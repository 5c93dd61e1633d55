package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The figures of an earlier run, in a file: {@code set → measure → [looked-at, frozen]}, percent with one decimal. */
final class Recorded {
    private final ObjectNode sets;

    private Recorded(ObjectNode sets) {
        this.sets = sets;
    }

    /** What the file holds; nothing when there is none. */
    static Recorded read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Recorded(Json.MAPPER.createObjectNode());
        }
        if (Json.MAPPER.readTree(file.toFile()).path("sets") instanceof ObjectNode sets) {
            return new Recorded(sets);
        }
        throw new IOException(file + ": no record of figures: delete it, or name another file with --record-file");
    }

    /** What stood there, percent. */
    OptionalDouble percent(String set, String measure, Part part) {
        JsonNode value = sets.path(set).path(measure).path(part.ordinal());
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** Puts the figures in place of those of the same sets; other sets stay. */
    void put(List<SetReport> reports) {
        for (SetReport report : reports) {
            ObjectNode measures = sets.putObject(report.set());
            for (SetReport.Line line : report.lines()) {
                var both = measures.putArray(line.measure());
                for (Part part : Part.values()) {
                    line.figure(part)
                            .ifPresentOrElse(
                                    figure -> both.add(Math.round(figure.percent() * 10) / 10.0), both::addNull);
                }
            }
        }
    }

    /**
     * Writes the file, one measure a line, so that a change can be read in a diff.
     *
     * @param lexicon version of the dictionaries
     */
    void write(Path file, String lexicon) throws IOException {
        StringBuilder text = new StringBuilder("{\n  \"lexicon\": ")
                .append(Json.MAPPER.writeValueAsString(lexicon))
                .append(",\n  \"sets\": {");
        String betweenSets = "\n";
        for (var set : sets.properties()) {
            text.append(betweenSets)
                    .append("    ")
                    .append(Json.MAPPER.writeValueAsString(set.getKey()))
                    .append(": {");
            String betweenMeasures = "\n";
            for (var measure : set.getValue().properties()) {
                text.append(betweenMeasures)
                        .append("      ")
                        .append(Json.MAPPER.writeValueAsString(measure.getKey()))
                        .append(": ")
                        .append(Json.MAPPER.writeValueAsString(measure.getValue()));
                betweenMeasures = ",\n";
            }
            text.append("\n    }");
            betweenSets = ",\n";
        }
        Files.writeString(file, text.append("\n  }\n}\n"));
    }
}
