package io.tocsin.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.feed.EntryBuilder.Field;
import io.tocsin.ingest.parse.HtmlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeed {
    private JsonFeed() {}

    static boolean looksLike(JsonNode json) {
        return json.isObject()
                && (json.path("version").asText().contains("jsonfeed.org")
                        || json.path("items").isArray());
    }

    static Feed read(JsonNode json) {
        List<FeedEntry> entries = new ArrayList<>();
        String site = text(json, "home_page_url");
        for (JsonNode item : json.path("items")) {
            entries.add(entry(item, site));
        }
        String title = text(json, "title");
        return new Feed(
                Feed.Kind.JSON_FEED, title == null ? "" : HtmlText.line(title), site, text(json, "language"), entries);
    }

    private static FeedEntry entry(JsonNode item, @Nullable String site) {
        EntryBuilder entry = new EntryBuilder(site);
        entry.put(Field.ID, text(item, "id"), 0);
        entry.address(text(item, "url"), null, 0);
        entry.address(text(item, "external_url"), null, 1);
        String title = text(item, "title");
        entry.put(Field.TITLE, title == null ? null : HtmlText.line(title), 0);
        String summary = text(item, "summary");
        entry.put(Field.SUMMARY, summary == null ? null : HtmlText.plain(summary), 0);
        String html = text(item, "content_html");
        entry.put(Field.CONTENT, html == null ? null : HtmlText.plain(html), 0);
        entry.put(Field.CONTENT, text(item, "content_text"), 1);
        entry.time(Field.PUBLISHED, text(item, "date_published"), 0);
        entry.time(Field.UPDATED, text(item, "date_modified"), 0);
        entry.put(Field.LANGUAGE, text(item, "language"), 0);
        entry.author(text(item.path("author"), "name"));
        for (JsonNode author : item.path("authors")) {
            entry.author(text(author, "name"));
        }
        return entry.build();
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
    }
}
