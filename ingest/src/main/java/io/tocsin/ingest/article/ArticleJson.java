package io.tocsin.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Source;
import io.tocsin.ingest.language.LanguageDetector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as a JSON object: {@code id}, {@code title}, {@code text}, {@code language}, {@code source} (a domain, a
 * source id, or an object with {@code id}, {@code owner} and {@code country}; {@code domain} does as well),
 * {@code sourceCountry}, {@code publishedAt} ({@code published} and {@code date} do as well), {@code modifiedAt},
 * {@code firstSeenAt}, {@code url}, {@code authors}, {@code kind} ({@code updated}, {@code corrected} or {@code
 * retracted}). Title or text must stand there, all else may be missing. The text
 * is taken over as it is, so that offsets into it hold.
 */
public final class ArticleJson {
    private final Owners owners;
    private final @Nullable LanguageDetector detector;

    /** What became of an object. */
    public sealed interface Reading {
        /** It is an article. */
        record Read(RawArticle article) implements Reading {}

        /**
         * It is none.
         *
         * @param field where the fault is, or empty when it is in no one field
         */
        record Wrong(String field, String reason, String remedy) implements Reading {}
    }

    /**
     * Makes a reader.
     *
     * @param detector for articles that do not declare a language; null leaves theirs unknown
     */
    public ArticleJson(Owners owners, @Nullable LanguageDetector detector) {
        this.owners = owners;
        this.detector = detector;
    }

    /**
     * Reads an object.
     *
     * @param now the latest that can have been seen; also when an article was first seen that bears no date at all
     */
    public Reading read(JsonNode json, Instant now) {
        if (!json.isObject()) {
            return new Reading.Wrong("", "not a JSON object", "write {\"title\": ..., \"text\": ...}");
        }
        Fields fields = new Fields(json);
        String title = fields.text("title");
        String text = fields.text("text");
        Instant published = fields.time("publishedAt", "published", "date");
        Instant modified = fields.time("modifiedAt");
        Instant seen = fields.time("firstSeenAt");
        CanonicalUrl url = CanonicalUrl.of(fields.text("url"));
        String id = fields.text("id");
        List<String> authors = fields.texts("authors");
        Source source = source(fields, url);
        String language = LanguageDetector.primary(fields.text("language"));
        Kind kind = fields.kind();
        if (fields.wrong == null && title == null && text == null) {
            return new Reading.Wrong("text", "neither title nor text", "add \"title\" or \"text\"");
        }
        if (fields.wrong == null && seen != null && seen.isAfter(now.plus(PossibleDate.AHEAD))) {
            return new Reading.Wrong("firstSeenAt", "lies in the future", "leave it out, or write when it was seen");
        }
        if (fields.wrong != null) {
            return fields.wrong;
        }
        String headline = title == null ? "" : title;
        String body = text == null ? "" : text;
        Instant firstSeenAt = seen != null ? seen : PossibleDate.orNull(published, now);
        if (language == null && detector != null) {
            language = detector.detect(headline.isEmpty() ? body : headline + ". " + body);
        }
        ArticleDraft draft =
                new ArticleDraft(id, null, url, headline, body, language, source, authors, published, modified, kind);
        return new Reading.Read(draft.seenAt(firstSeenAt == null ? now : firstSeenAt));
    }

    private Source source(Fields fields, @Nullable CanonicalUrl url) {
        JsonNode source = fields.json.get("source");
        String country = fields.text("sourceCountry");
        if (source != null && source.isObject()) {
            Fields inner = new Fields(source);
            String home = country != null ? country : inner.text("country");
            Source known = owners.source(inner.text("id"), home);
            String owner = inner.text("owner");
            return owner == null ? known : new Source(known.id(), owner, known.country());
        }
        String name = fields.text("source");
        if (name == null) {
            name = fields.text("domain");
        }
        return owners.source(name == null && url != null ? url.host() : name, country);
    }

    /** Reads fields and keeps the first thing that was wrong. */
    private static final class Fields {
        private final JsonNode json;
        private Reading.@Nullable Wrong wrong;

        Fields(JsonNode json) {
            this.json = json;
        }

        @Nullable
        String text(String name) {
            JsonNode value = json.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            if (!value.isTextual() && !value.isNumber()) {
                fault(name, "'" + name + "' is not a text", "write it in quotes");
                return null;
            }
            return value.asText();
        }

        List<String> texts(String name) {
            JsonNode value = json.get(name);
            List<String> texts = new ArrayList<>();
            if (value != null && value.isArray()) {
                for (JsonNode item : value) {
                    if (item.isTextual() && !item.asText().isBlank()) {
                        texts.add(item.asText());
                    }
                }
            } else if (value != null && value.isTextual() && !value.asText().isBlank()) {
                texts.add(value.asText());
            }
            return texts;
        }

        @Nullable
        Instant time(String... names) {
            for (String name : names) {
                String written = text(name);
                if (written != null && !written.isBlank()) {
                    Instant time = WrittenDate.read(written);
                    if (time == null) {
                        fault(
                                name,
                                "'" + name + "' is no time: '" + shortened(written) + "'",
                                "write it like 2025-06-23T06:10:00Z, or 2025-06-23 for midnight UTC");
                    }
                    return time;
                }
            }
            return null;
        }

        @Nullable
        Kind kind() {
            String written = text("kind");
            if (written == null || written.isBlank()) {
                return null;
            }
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(written.strip())) {
                    return kind;
                }
            }
            fault("kind", "'kind' is none: '" + shortened(written) + "'", "write updated, corrected or retracted");
            return null;
        }

        private void fault(String field, String reason, String remedy) {
            if (wrong == null) {
                wrong = new Reading.Wrong(field, reason, remedy);
            }
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "...";
        }
    }
}
