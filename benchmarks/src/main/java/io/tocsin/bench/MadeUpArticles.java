package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.standalone.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Articles of about 4 KB, put together from paragraphs of the bundled sample, English only, in the order of time. Each
 * is another mixture, so that few are taken for copies.
 */
final class MadeUpArticles {
    private static final int LENGTH = 4096;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(90);

    private MadeUpArticles() {}

    static void write(Path file, int articles) throws IOException {
        List<JsonNode> sample = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Sample.open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = Json.MAPPER.readTree(line);
                if (article.path("language").asText().equals("en")) {
                    sample.add(article);
                }
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < articles; i++) {
                JsonNode model = sample.get(random.nextInt(sample.size()));
                StringBuilder text = new StringBuilder(LENGTH);
                while (text.length() < LENGTH) {
                    String[] paragraphs = sample.get(random.nextInt(sample.size()))
                            .path("text")
                            .asText()
                            .split("\n\n", -1);
                    text.append(paragraphs[random.nextInt(paragraphs.length)]).append("\n\n");
                }
                String time = Json.time(BEGIN.plus(BETWEEN.multipliedBy(i)));
                ObjectNode article = Json.MAPPER.createObjectNode();
                article.put("id", "m" + i);
                article.put("title", model.path("title").asText());
                article.put("text", text.substring(0, LENGTH));
                article.put("language", "en");
                article.put("source", model.path("source").asText());
                article.put("publishedAt", time);
                article.put("firstSeenAt", time);
                article.put("url", "https://bench.example/" + i);
                out.write(Json.MAPPER.writeValueAsString(article));
                out.write('\n');
            }
        }
    }
}
