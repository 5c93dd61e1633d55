package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.stream.tag.Tagger;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Articles that are tagged as {@code tocsin tag --jsonl} does. The tagger is given title, text, address and date of a
 * row, never its language: it has to see that for itself.
 *
 * @param undated when a row without a date was written, about
 */
record TaggedSet(String name, String file, Instant undated, Machine machine, Supplier<Scorer<Tags>> scorers)
        implements LabelledSet<Tags> {

    private static final List<String> GIVEN = List.of("id", "title", "url", "published", "domain");

    /** The tagger and what makes articles out of rows. Safe for use by any thread. */
    static final class Machine {
        private final ThreadLocal<Tagger.Session> sessions;
        private final ArticleJson articles = new ArticleJson(Owners.bundled(), null);

        Machine(Tagger tagger) {
            sessions = ThreadLocal.withInitial(tagger::session);
        }

        Tags tag(JsonNode article, Instant undated) {
            ArticleJson.Reading reading = articles.read(article, undated);
            if (reading instanceof ArticleJson.Reading.Read read) {
                return Tags.of(sessions.get().tag(read.article()));
            }
            throw new IllegalArgumentException(Row.id(article) + ": " + reading);
        }
    }

    @Override
    public String identity(JsonNode row) {
        return Row.text(row, "title") + "\n" + Row.text(row, "text");
    }

    @Override
    public Tags read(JsonNode row) {
        ObjectNode article = Json.MAPPER.createObjectNode();
        for (String field : GIVEN) {
            if (row.path(field).isTextual()) {
                article.set(field, row.get(field));
            }
        }
        String dateline = Row.text(row, "dateline");
        article.put("text", (dateline.isEmpty() ? "" : dateline + " ") + Row.text(row, "text"));
        return machine.tag(article, undated);
    }

    @Override
    public Scorer<Tags> scorer() {
        return scorers.get();
    }
}
