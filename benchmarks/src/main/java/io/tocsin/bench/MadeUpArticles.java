package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
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
 * Articles of 4 KB in the order of time, some 10,000 a day: each is an English article of the bundled sample, its paragraphs parted by
 * sentences of everyday words that say nothing, so that it has the subjects of one article and is no copy of another.
 */
public final class MadeUpArticles {
    private static final int LENGTH = 4096;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(8);

    private static final List<String> WORDS = List.of(
            ("the a of and in to was that it for on with as his they at be this from had not are but have one were which"
                            + " all their there been if more when will would who so no said what up its about into than them can"
                            + " only other new some could time these two may then do first any my now such like our over man even"
                            + " most made after also did many before must through years where much your way well down should"
                            + " because each just those people how too little state good very make world still own see men work"
                            + " long get here between both life being under never day same another know while last might us great"
                            + " old year off come since against go came right used take three house table garden morning window"
                            + " paper street bread music colour river letter evening chair shoulder kitchen button")
                    .split(" ", -1));

    private MadeUpArticles() {}

    private static void filler(StringBuilder text, SplittableRandom random) {
        for (int sentence = 0; sentence < 4; sentence++) {
            int words = 8 + random.nextInt(14);
            for (int word = 0; word < words; word++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(word == words - 1 ? ". " : " ");
            }
        }
        text.append("\n\n");
    }

    /** So many of them, as they would come from ingest. */
    public static List<RawArticle> read(int articles) throws IOException {
        Path file = Files.createTempFile("tocsin-bench", ".jsonl");
        try {
            write(file, articles);
            List<RawArticle> read = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                read.add(raw(Json.MAPPER.readTree(line)));
            }
            return read;
        } finally {
            Files.delete(file);
        }
    }

    static RawArticle raw(JsonNode json) {
        return new RawArticle(
                json.path("id").asText(),
                null,
                json.path("title").asText(),
                json.path("text").asText(),
                false,
                "en",
                new Source("bench", "bench", null),
                List.of(),
                null,
                null,
                Instant.EPOCH);
    }

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
                for (String paragraph : model.path("text").asText().split("\n\n", -1)) {
                    text.append(paragraph).append("\n\n");
                    filler(text, random);
                }
                while (text.length() < LENGTH) {
                    filler(text, random);
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
