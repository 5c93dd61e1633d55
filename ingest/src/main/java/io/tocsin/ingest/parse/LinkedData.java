package io.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The article that a page describes in JSON-LD in the words of schema.org, and nothing when it describes none. */
final class LinkedData {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** Things that a page is about when it is an article, the surest first. */
    private static final List<Set<String>> ARTICLES = List.of(
            Set.of(
                    "newsarticle",
                    "reportagenewsarticle",
                    "analysisnewsarticle",
                    "opinionnewsarticle",
                    "backgroundnewsarticle",
                    "reviewnewsarticle",
                    "liveblogposting"),
            Set.of(
                    "article",
                    "blogposting",
                    "report",
                    "scholarlyarticle",
                    "techarticle",
                    "socialmediaposting",
                    "advertisercontentarticle"),
            Set.of(
                    "webpage",
                    "itempage",
                    "videoobject",
                    "podcastepisode",
                    "creativework",
                    "audioobject",
                    "imagegallery",
                    "mediagallery"));

    private static final int DEEPEST = 6;

    private final @Nullable JsonNode article;

    private LinkedData(@Nullable JsonNode article) {
        this.article = article;
    }

    static LinkedData of(Document page) {
        List<JsonNode> things = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            String text = script.data().strip().replaceFirst("^<!--|^//\\s*<!\\[CDATA\\[", "");
            collect(tree(text), things, 0);
        }
        for (Set<String> types : ARTICLES) {
            for (JsonNode thing : things) {
                if (types.stream().anyMatch(type -> isA(thing, type))) {
                    return new LinkedData(thing);
                }
            }
        }
        return new LinkedData(null);
    }

    /** A broken block says nothing, and nothing about the others. */
    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void collect(JsonNode json, List<JsonNode> things, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (json.isArray()) {
            json.forEach(item -> collect(item, things, depth + 1));
        } else if (json.isObject()) {
            if (json.has("@type")) {
                things.add(json);
            }
            for (String within : List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")) {
                JsonNode inner = json.get(within);
                if (inner != null && inner.isContainerNode()) {
                    collect(inner, things, depth + 1);
                }
            }
        }
    }

    private static boolean isA(JsonNode thing, String type) {
        JsonNode types = thing.get("@type");
        if (types == null) {
            return false;
        }
        if (types.isArray()) {
            for (JsonNode one : types) {
                if (bare(one.asText()).equals(type)) {
                    return true;
                }
            }
            return false;
        }
        return bare(types.asText()).equals(type);
    }

    private static String bare(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the page is described as an article, and not only as a page or a film. */
    boolean isArticle() {
        JsonNode thing = article;
        return thing != null
                && (ARTICLES.get(0).stream().anyMatch(type -> isA(thing, type))
                        || ARTICLES.get(1).stream().anyMatch(type -> isA(thing, type)));
    }

    /** Whether the page is described as a thing of that type. */
    boolean describes(String type) {
        JsonNode thing = article;
        return thing != null && isA(thing, type.toLowerCase(Locale.ROOT));
    }

    /** A property's text, or null. */
    @Nullable
    String text(String property) {
        JsonNode value = article == null ? null : article.get(property);
        return value == null ? null : first(value, property.equals("mainEntityOfPage") ? "@id" : "name");
    }

    private static @Nullable String first(JsonNode value, String inner) {
        if (value.isArray()) {
            return value.isEmpty() ? null : first(value.get(0), inner);
        }
        JsonNode plain = value.isObject() ? value.get(inner) : value;
        if (plain == null || !plain.isValueNode() || plain.asText().isBlank() || plain.isNull()) {
            return null;
        }
        return Parser.unescapeEntities(plain.asText(), false).strip();
    }

    /** The names of the authors, in order. */
    List<String> authors() {
        List<String> names = new ArrayList<>();
        JsonNode author = article == null ? null : article.get("author");
        if (author == null && article != null) {
            author = article.get("creator");
        }
        if (author != null) {
            names(author, names, 0);
        }
        return names;
    }

    private static void names(JsonNode author, List<String> names, int depth) {
        if (author.isArray() && depth < DEEPEST) {
            author.forEach(one -> names(one, names, depth + 1));
        } else if (author.isObject()) {
            JsonNode name = author.get("name");
            if (name != null && depth < DEEPEST) {
                names(name, names, depth + 1);
            }
        } else if (author.isTextual() && !author.asText().isBlank()) {
            names.add(Parser.unescapeEntities(author.asText(), false).strip());
        }
    }

    /** The text of the article, which few pages put here. */
    @Nullable
    String body() {
        return text("articleBody");
    }
}
