package io.tocsin.ingest.feed;

import io.tocsin.ingest.article.WrittenDate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a feed says of one entry; of several rules for one field, the best that spoke wins. */
final class EntryBuilder {
    private final @Nullable String base;
    private final Map<Field, String> texts = new HashMap<>();
    private final Map<Field, Integer> ranks = new HashMap<>();
    private final Map<Field, Instant> times = new HashMap<>();
    private final List<String> authors = new ArrayList<>();

    enum Field {
        ID,
        URL,
        TITLE,
        SUMMARY,
        CONTENT,
        LANGUAGE,
        PUBLISHED,
        UPDATED
    }

    /** Makes a builder; the base is what relative addresses are relative to. */
    EntryBuilder(@Nullable String base) {
        this.base = base;
    }

    /**
     * Takes a text.
     *
     * @param rank how good the rule is, the lowest best; the first of equals wins
     */
    void put(Field field, @Nullable String text, int rank) {
        if (text != null && !text.isBlank() && rank < ranks.getOrDefault(field, Integer.MAX_VALUE)) {
            texts.put(field, text.strip());
            ranks.put(field, rank);
        }
    }

    void address(@Nullable String written, @Nullable String xmlBase, int rank) {
        if (written != null) {
            put(Field.URL, resolved(written, xmlBase == null ? base : resolved(xmlBase, base)), rank);
        }
    }

    void time(Field field, @Nullable String written, int rank) {
        Instant time = WrittenDate.read(written);
        if (time != null && rank < ranks.getOrDefault(field, Integer.MAX_VALUE)) {
            times.put(field, time);
            ranks.put(field, rank);
        }
    }

    void author(@Nullable String name) {
        if (name != null && !name.isBlank() && !authors.contains(name.strip()) && authors.size() < 50) {
            authors.add(name.strip());
        }
    }

    FeedEntry build() {
        String id = texts.get(Field.ID);
        String url = texts.get(Field.URL);
        if (url == null && id != null && isAddress(id)) {
            url = id;
        }
        Instant updated = times.get(Field.UPDATED);
        return new FeedEntry(
                id,
                url,
                texts.getOrDefault(Field.TITLE, ""),
                texts.getOrDefault(Field.SUMMARY, ""),
                texts.getOrDefault(Field.CONTENT, ""),
                times.getOrDefault(Field.PUBLISHED, updated),
                updated,
                authors,
                texts.get(Field.LANGUAGE),
                null);
    }

    static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** An absolute address where that is possible, else as written. */
    static String resolved(String written, @Nullable String base) {
        String address = written.strip();
        if (base == null || isAddress(address)) {
            return address;
        }
        try {
            return new URI(base.strip())
                    .resolve(new URI(address.replace(" ", "%20")))
                    .toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return address;
        }
    }
}
