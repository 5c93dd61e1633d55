package io.tocsin.stream.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Invented articles with the story that each belongs to. Stories whose names agree up to the hyphen ({@code
 * bus-cusco}, {@code bus-ayacucho}) look alike and are not the same.
 *
 * @param articles in the order of their arrival
 */
record LabelledStories(List<Labelled> articles) {

    /**
     * An article.
     *
     * @param story the story that it belongs to
     * @param copy whether its text is nearly that of an earlier one
     */
    record Labelled(RawArticle article, String story, boolean copy) {
        String id() {
            return article.id();
        }

        /** What the stories that look alike have in common. */
        String kind() {
            return story.substring(0, story.indexOf('-'));
        }
    }

    /** The articles of a resource beside this class. */
    static LabelledStories read(String resource) throws IOException {
        List<Labelled> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledStories.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(labelled(Json.MAPPER.readTree(line)));
            }
        }
        return new LabelledStories(articles);
    }

    private static Labelled labelled(JsonNode row) {
        String source = row.get("source").asText();
        Instant at = Instant.parse(row.get("publishedAt").asText());
        RawArticle article = new RawArticle(
                row.get("id").asText(),
                null,
                row.get("title").asText(),
                row.get("text").asText(),
                false,
                row.get("language").asText(),
                new Source(source, source, null),
                List.of(),
                at,
                null,
                at);
        return new Labelled(article, row.get("story").asText(), row.get("copy").asBoolean());
    }
}
