package io.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was read out of one document as one line of JSON: the output of {@code tocsin extract --jsonl}. */
public final class DocumentLine {
    private DocumentLine() {}

    /**
     * The line, without its end.
     *
     * @param file what the document is called
     */
    public static String of(String file, ParseOutcome outcome) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("file", file);
        if (outcome instanceof Parsed parsed) {
            ParsedDocument document = parsed.document();
            json.put("title", document.title())
                    .put("text", document.text())
                    .put("url", document.url() == null ? null : document.url().toString())
                    .put("publishedAt", time(document.publishedAt()))
                    .put("modifiedAt", time(document.modifiedAt()))
                    .put("language", document.language());
            if (document.kind() != null) {
                json.put("kind", document.kind().name().toLowerCase(Locale.ROOT));
            }
            ArrayNode authors = json.putArray("authors");
            document.authors().forEach(authors::add);
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
