package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.feed.FeedParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Feed files, whole and broken, that are read as ingest does, with the headers that a row gives.
 *
 * @param folder of all sets
 */
record FeedSet(String name, String file, Path folder, TimedFeedReader reader) implements LabelledSet<FeedSet.Answer> {

    /** The feeds of a set, read by one parser. */
    FeedSet(String name, String file, Path folder, FeedParser parser) {
        this(name, file, folder, new TimedFeedReader(parser));
    }

    /** What was read of a feed, and what is expected of it. */
    record Answer(FeedRead read, List<FeedExpectation> expected) {
        Answer {
            expected = List.copyOf(expected);
        }
    }

    @Override
    public String identity(JsonNode row) {
        return Row.id(row);
    }

    @Override
    public Answer read(JsonNode row) {
        try {
            Path feeds = folder.resolve("feeds");
            byte[] bytes = Files.readAllBytes(feeds.resolve(Row.text(row, "path")));
            JsonNode headers = row.path("http_headers");
            FeedRead read =
                    reader.read(bytes, Row.text(headers, "Content-type"), Row.text(headers, "Content-Location"));
            return new Answer(read, expectations(feeds, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FeedExpectation> expectations(Path feeds, JsonNode row) throws IOException {
        String json = Row.text(row, "expected_json");
        return json.isEmpty()
                ? FeedExpectation.ofConditions(Row.text(row, "expect"))
                : FeedExpectation.ofJson(
                        Json.MAPPER.readTree(feeds.resolve(json).toFile()));
    }

    @Override
    public Scorer<Answer> scorer() {
        return new FeedScorer();
    }
}
