package io.tocsin.ingest.parse.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.parse.HtmlText;
import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** News in JSON: ninjs 1 (flat names), 2 (lists with roles) and 3 (the same in camel case), one item or an array. */
final class Ninjs implements WireFormat {
    private static final Set<String> NOT_FOR_USE = Set.of("canceled", "withheld");

    /** Besides {@code uri}, one of these is there. */
    private static final List<String> TELLING = List.of(
            "headline",
            "headlines",
            "body_text",
            "body_html",
            "body_xhtml",
            "bodies",
            "description_text",
            "descriptions",
            "versioncreated",
            "versionCreated",
            "pubstatus",
            "pubStatus");

    /** Deepest nesting of packages that is looked into. */
    private static final int DEEPEST = 4;

    @Override
    public Format format() {
        return Format.NINJS;
    }

    @Override
    public boolean recognises(WireFile file) {
        JsonNode json = file.json();
        List<JsonNode> items = items(json);
        return !json.path("version").asText().contains("jsonfeed.org")
                && !items.isEmpty()
                && items.get(0).path("uri").isTextual()
                && TELLING.stream().anyMatch(items.get(0)::has);
    }

    /** The item itself, those of an array, or those of the envelope that content APIs put around them. */
    private static List<JsonNode> items(JsonNode json) {
        JsonNode list = json.isArray() ? json : json.path("_items").isArray() ? json.get("_items") : json.path("items");
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (json.isObject()) {
            items.add(json);
        }
        return items;
    }

    @Override
    public WireReading read(WireFile file) {
        List<WireItem> items = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (JsonNode item : items(file.json())) {
            collect(item, items, withheld, 0);
        }
        if (!items.isEmpty()) {
            return new Read(format(), "", null, items);
        }
        return withheld.isEmpty()
                ? new Broken(format(), "no item with a headline or a text")
                : new NotForUse(format(), String.join(", ", withheld));
    }

    private static void collect(JsonNode item, List<WireItem> items, List<String> withheld, int depth) {
        String status = text(item, "pubstatus", "pubStatus");
        WireDraft draft = draft(item);
        if (status != null && NOT_FOR_USE.contains(status.toLowerCase(Locale.ROOT))) {
            if (draft.isNamed()) {
                items.add(draft.canceled().build());
            } else {
                withheld.add("an item without a uri is " + status);
            }
            return;
        }
        if (!draft.saysNothing()) {
            items.add(draft.build());
        }
        boolean parcel = "composite".equals(text(item, "type"));
        if (parcel && depth < DEEPEST) {
            item.path("associations").forEach(part -> collect(part, items, withheld, depth + 1));
        }
    }

    private static WireDraft draft(JsonNode item) {
        WireDraft draft = new WireDraft()
                .id(text(item, "uri"))
                .published(text(item, "firstcreated", "firstCreated"))
                .published(text(item, "contentcreated", "contentCreated"))
                .updated(text(item, "versioncreated", "versionCreated"))
                .language(text(item, "language"))
                .title(line(text(item, "headline")))
                .title(line(role(item.path("headlines"), "main")))
                .summary(plain(text(item, "description_text", "description_html")))
                .summary(plain(role(item.path("descriptions"), "summary")))
                .text(plain(text(item, "body_html", "body_xhtml")))
                .text(plain(text(item, "body_text")))
                .text(plain(role(item.path("bodies"), "main")))
                .title(line(text(item, "title")))
                .title(text(item, "slugline"));
        for (JsonNode person : item.path("authors")) {
            draft.author(text(person, "name"));
        }
        for (JsonNode person : item.path("people")) {
            String rel = text(person, "rel");
            draft.author(rel != null && rel.matches("(?i)author|creator|byline") ? text(person, "name") : null);
        }
        return draft.byline(text(item, "byline", "by"));
    }

    /** The value with a role; without one the first. */
    private static @Nullable String role(JsonNode list, String role) {
        String first = null;
        for (JsonNode one : list) {
            String value = text(one, "value");
            String said = text(one, "role");
            if (value != null && role.equals(said)) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first;
    }

    private static @Nullable String line(@Nullable String html) {
        return html == null ? null : HtmlText.line(html);
    }

    private static @Nullable String plain(@Nullable String html) {
        return html == null ? null : HtmlText.plain(html);
    }

    private static @Nullable String text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.get(name);
            if (value != null && value.isValueNode() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }
}
