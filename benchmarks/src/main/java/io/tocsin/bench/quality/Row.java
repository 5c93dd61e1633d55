package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads fields of a row; a field that is missing or null is empty. */
final class Row {
    /** Longest piece of a row that is shown, in UTF-16 code units. */
    private static final int SHOWN = 300;

    private Row() {}

    static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNull() ? "" : value.asText("");
    }

    static List<String> texts(JsonNode row, String field) {
        List<String> texts = new ArrayList<>();
        row.path(field).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static Set<String> set(JsonNode row, String field) {
        return new LinkedHashSet<>(texts(row, field));
    }

    static String id(JsonNode row) {
        return text(row, "id");
    }

    /** Title and text on one line, shortened. */
    static String shown(JsonNode row) {
        return shortened((text(row, "title") + " | " + text(row, "text")));
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
