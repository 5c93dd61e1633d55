package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.quality.Question.Shown;
import io.tocsin.events.Family;
import io.tocsin.events.Quad;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The questions of the sets. Conflict or cooperation is the sign of the article's escalation score; a score of 0 in a
 * set that knows no neutral rows is a miss of the expected side.
 */
final class Questions {
    private static final String DIRECTION = "conflict or cooperation";
    private static final String QUADS = "four quads";

    /** PLOVER's classes by their number in the PLV rows. */
    private static final Map<String, String> QUAD_OF_NUMBER = Map.of(
            "1", "verbal_cooperation",
            "2", "material_cooperation",
            "3", "verbal_conflict",
            "4", "material_conflict");

    /** Earlier and later names of PLOVER's families, and a misspelling in the rows. */
    private static final Map<String, Family> RENAMED =
            Map.of("ACCUSE", Family.DISAPPROVE, "REQUEST", Family.DEMAND, "SACTION", Family.SANCTION);

    static final Question DIRECTION_OF_SENTENCE = direction(DIRECTION, row -> Row.text(row, "escalation"));

    static final Question QUAD_OF_SENTENCE = quad(row -> QUAD_OF_NUMBER.getOrDefault(Row.text(row, "penta"), ""));

    static final Question THREE_WAYS = direction("three ways", row -> Row.text(row, "escalation"));

    static final Question FIVE_CLASSES = new Question(
            "five classes",
            row -> Optional.of(Row.text(row, "penta")),
            tags -> tags.escalation().quad() == null ? "neutral_statement" : tags.quad(),
            Tags::escalationEvidence,
            EnumSet.of(Shown.MACRO_F1));

    /** Rows with events of both sides do not count, nor do neutral ones: they are too few to be a class. */
    static final Question DIRECTION_OF_EVENTS = direction(DIRECTION, row -> {
        String only = only(row, "escalation");
        return only.equals("neutral") ? "" : only;
    });

    /** Rows with events of several quads do not count. */
    static final Question QUAD_OF_EVENTS = quad(row -> {
        Set<String> quads = new HashSet<>();
        row.path("events").forEach(event -> quads.add(quadOf(Row.text(event, "plover"))));
        return quads.size() == 1 ? quads.iterator().next() : "";
    });

    /** All rows are of one side: only the share that is found can be told. */
    static final Question CONFLICT_FOUND = new Question(
            DIRECTION,
            row -> Optional.of("escalation"),
            Tags::direction,
            Tags::escalationEvidence,
            EnumSet.of(Shown.ACCURACY));

    static final Question DIRECTION_OF_FAMILY = direction(DIRECTION, row -> family(Row.text(row, "label"))
            .map(family -> family.quad().escalates() ? "escalation" : "deescalation")
            .orElse(""));

    static final Question QUAD_OF_FAMILY = quad(row -> quadOf(Row.text(row, "label")));

    static final Question HEADLINE_DIRECTION = direction("escalation, three ways", row -> {
        int sign = row.path("escalation").asInt();
        if (Row.text(row, "confidence").equals("low")) {
            return "";
        }
        return sign > 0 ? "escalation" : sign < 0 ? "deescalation" : "neutral";
    });

    private Questions() {}

    /** Which label the topics speak for. */
    static Question topic(TopicLabels labels) {
        return new Question(
                "topic",
                row -> Optional.of(Row.text(row, "label")),
                tags -> labels.best(tags.topics()),
                Tags::topicEvidence,
                EnumSet.of(Shown.ACCURACY, Shown.MACRO_F1));
    }

    private static Question direction(String name, Function<JsonNode, String> expected) {
        return new Question(
                name,
                expected.andThen(Questions::given),
                Tags::direction,
                Tags::escalationEvidence,
                EnumSet.of(Shown.MACRO_F1));
    }

    private static Question quad(Function<JsonNode, String> expected) {
        return new Question(
                QUADS,
                expected.andThen(Questions::given),
                Tags::quad,
                Tags::escalationEvidence,
                EnumSet.of(Shown.MACRO_F1));
    }

    private static Optional<String> given(String label) {
        return label.isEmpty() ? Optional.empty() : Optional.of(label);
    }

    /** The value of a field in all events of a row, or nothing when they differ. */
    private static String only(JsonNode row, String field) {
        Set<String> values = new HashSet<>();
        row.path("events").forEach(event -> values.add(Row.text(event, field)));
        return values.size() == 1 ? values.iterator().next() : "";
    }

    private static String quadOf(String family) {
        return family(family).map(Family::quad).map(Quad::name).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Family> family(String name) {
        Family renamed = RENAMED.get(name);
        if (renamed != null) {
            return Optional.of(renamed);
        }
        for (Family family : Family.values()) {
            if (family.name().equals(name)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
