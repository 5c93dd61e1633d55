package io.tocsin.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tocsin.events.RawArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.ArticleJson.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one request, in order, each read or wrong for itself.
 *
 * @param several whether it was an array or lines, so that the answer is one for each
 */
record Batch(boolean several, List<Item> items) {
    /** Articles in one request. */
    static final int MOST = 1000;

    private static final ObjectReader JSON = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    Batch {
        items = List.copyOf(items);
    }

    /** One of them. */
    sealed interface Item {
        /** It is an article. */
        record Read(RawArticle article) implements Item {}

        /**
         * It is none.
         *
         * @param field where the fault is, or empty
         */
        record Wrong(String reason, String field) implements Item {}
    }

    /** The request is none of articles; nothing of it was read. */
    static final class NoBatch extends Exception {
        private static final long serialVersionUID = 1;
        private final @Nullable String position;

        NoBatch(String reason, @Nullable String position) {
            super(reason);
            this.position = position;
        }

        /** Where in the request, or null. */
        @Nullable
        String position() {
            return position;
        }
    }

    /** One JSON object, or an array of them. */
    static Batch ofJson(byte[] body, ArticleJson articles, Instant now) throws NoBatch {
        JsonNode json = tree(body);
        if (!json.isArray()) {
            return new Batch(false, List.of(item(json, articles, now)));
        }
        checkSize(json.size());
        List<Item> items = new ArrayList<>();
        for (JsonNode one : json) {
            items.add(item(one, articles, now));
        }
        return new Batch(true, items);
    }

    /** A JSON object a line; empty lines are nothing. */
    static Batch ofLines(byte[] body, ArticleJson articles, Instant now) throws NoBatch {
        List<String> lines = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST + 1L)
                .toList();
        checkSize(lines.size());
        List<Item> items = new ArrayList<>();
        for (String line : lines) {
            try {
                items.add(item(tree(line.getBytes(StandardCharsets.UTF_8)), articles, now));
            } catch (NoBatch e) {
                items.add(new Item.Wrong(String.valueOf(e.getMessage()), ""));
            }
        }
        return new Batch(true, items);
    }

    private static void checkSize(int size) throws NoBatch {
        if (size < 1 || size > MOST) {
            throw new NoBatch("1 to " + MOST + " articles are expected in one request", null);
        }
    }

    private static JsonNode tree(byte[] bytes) throws NoBatch {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? null
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new NoBatch("not JSON: " + e.getOriginalMessage(), where);
        } catch (IOException e) {
            throw new NoBatch("not UTF-8: " + e.getMessage(), null);
        }
    }

    private static Item item(JsonNode json, ArticleJson articles, Instant now) {
        Reading reading = articles.read(json, now);
        if (reading instanceof Reading.Wrong wrong) {
            return new Item.Wrong(wrong.reason() + ": " + wrong.remedy(), wrong.field());
        }
        RawArticle article = ((Reading.Read) reading).article();
        return article.title().isBlank() && article.text().isBlank()
                ? new Item.Wrong("neither title nor text: add one", "")
                : new Item.Read(article);
    }
}
