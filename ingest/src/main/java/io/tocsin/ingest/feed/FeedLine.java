package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was read out of one feed as one line of JSON: the output of {@code tocsin feed --jsonl}. */
public final class FeedLine {
    private FeedLine() {}

    /**
     * The line, without its end.
     *
     * @param file what the feed is called
     */
    public static String of(String file, FeedOutcome outcome) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("file", file);
        if (outcome instanceof Read read) {
            json.put("title", read.feed().title())
                    .put("url", read.feed().url())
                    .put("language", read.feed().language());
            ArrayNode entries = json.putArray("entries");
            for (FeedEntry entry : read.feed().entries()) {
                ObjectNode line = entries.addObject()
                        .put("id", entry.id())
                        .put("url", entry.url())
                        .put("title", entry.title())
                        .put("summary", entry.summary().isEmpty() ? entry.content() : entry.summary())
                        .put("publishedAt", time(entry.publishedAt()))
                        .put("updatedAt", time(entry.updatedAt()));
                if (entry.kind() != null) {
                    line.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
                }
                ArrayNode authors = line.putArray("authors");
                entry.authors().forEach(authors::add);
            }
        } else if (outcome instanceof Rejected rejected) {
            json.put("rejected", rejected.reason().toString()).put("detail", rejected.detail());
        } else {
            throw new IllegalStateException("no such outcome: " + outcome);
        }
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Json.time(instant);
    }
}
