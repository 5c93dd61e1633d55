package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.WrittenDate;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import io.tocsin.ingest.parse.HtmlText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A title, a link or a date that a feed should have.
 *
 * @param entry from 0; none for the feed's own
 * @param value as written in the expectation; a date in ISO form
 */
record FeedExpectation(OptionalInt entry, Part part, String value) {

    /** What of a feed or entry. */
    enum Part {
        TITLE,
        LINK,
        PUBLISHED,
        UPDATED
    }

    /** {@code entries[0]['title'] == 'words'}, {@code feed['link'] == u"address"}, {@code ..._parsed'] == (2003, ...)}. */
    private static final Pattern CONDITION = Pattern.compile("(?:feed|entries\\[(\\d+)])"
            + "\\['(title|link|published_parsed|updated_parsed)']\\s*==\\s*"
            + "(?:u?'((?:[^'\\\\]|\\\\.)*)'|u?\"((?:[^\"\\\\]|\\\\.)*)\"|\\(([\\d, ]+)\\))");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))");

    /** Expectations in a condition of feedparser's tests; those of other fields are left out. */
    static List<FeedExpectation> ofConditions(String conditions) {
        List<FeedExpectation> expectations = new ArrayList<>();
        Matcher matcher = CONDITION.matcher(conditions);
        while (matcher.find()) {
            OptionalInt entry =
                    matcher.group(1) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(1)));
            Part part =
                    switch (matcher.group(2)) {
                        case "title" -> Part.TITLE;
                        case "link" -> Part.LINK;
                        case "published_parsed" -> Part.PUBLISHED;
                        default -> Part.UPDATED;
                    };
            String value = Stream.of(matcher.group(3), matcher.group(4))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(FeedExpectation::unescaped)
                    .orElseGet(() -> date(matcher.group(5)));
            add(expectations, entry, part, value);
        }
        return expectations;
    }

    /** Expectations in the JSON that gofeed's tests compare with. */
    static List<FeedExpectation> ofJson(JsonNode feed) {
        List<FeedExpectation> expectations = new ArrayList<>();
        addAll(expectations, OptionalInt.empty(), feed);
        JsonNode entries = feed.has("items") ? feed.get("items") : feed.path("entries");
        for (int i = 0; i < entries.size(); i++) {
            addAll(expectations, OptionalInt.of(i), entries.get(i));
        }
        return expectations;
    }

    private static void addAll(List<FeedExpectation> expectations, OptionalInt entry, JsonNode node) {
        if (node.has("title")) {
            add(expectations, entry, Part.TITLE, Row.text(node, "title"));
        }
        link(node).ifPresent(link -> add(expectations, entry, Part.LINK, link));
        for (String field : List.of("publishedParsed", "pubDateParsed")) {
            if (node.has(field)) {
                add(expectations, entry, Part.PUBLISHED, Row.text(node, field));
            }
        }
        if (node.has("updatedParsed")) {
            add(expectations, entry, Part.UPDATED, Row.text(node, "updatedParsed"));
        }
    }

    private static Optional<String> link(JsonNode node) {
        if (node.has("link")) {
            return Optional.of(Row.text(node, "link"));
        }
        for (JsonNode link : node.path("links")) {
            if (link.has("href") && Row.text(link, "rel").equals("alternate")) {
                return Optional.of(Row.text(link, "href"));
            }
        }
        return Optional.empty();
    }

    /** Dates of the feed itself are of no use to news and are not read. */
    private static void add(List<FeedExpectation> expectations, OptionalInt entry, Part part, String value) {
        if (entry.isPresent() || part == Part.TITLE || part == Part.LINK) {
            expectations.add(new FeedExpectation(entry, part, value));
        }
    }

    private static String unescaped(String literal) {
        return ESCAPE.matcher(literal).replaceAll(found -> {
            String code = found.group(1) != null ? found.group(1) : found.group(2);
            String character =
                    code == null ? control(found.group(3)) : String.valueOf((char) Integer.parseInt(code, 16));
            return Matcher.quoteReplacement(character);
        });
    }

    private static String control(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            default -> escaped;
        };
    }

    /** Year, month, day, hour, minute, second, and what follows from them. */
    private static String date(String tuple) {
        String[] parts = tuple.split("[, ]+", -1);
        try {
            return LocalDateTime.of(
                            Integer.parseInt(parts[0]),
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4]),
                            Integer.parseInt(parts[5]))
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date: " + tuple, e);
        }
    }

    /** Whether a feed has it. Titles are compared without mark-up, addresses in their canonical form. */
    boolean isMet(Feed feed) {
        if (entry.isEmpty()) {
            return part == Part.TITLE ? isSameTitle(feed.title()) : isSameLink(feed.url());
        }
        if (entry.getAsInt() >= feed.entries().size()) {
            return false;
        }
        FeedEntry one = feed.entries().get(entry.getAsInt());
        return switch (part) {
            case TITLE -> isSameTitle(one.title());
            case LINK -> isSameLink(one.url());
            case PUBLISHED -> isSameTime(one.publishedAt());
            case UPDATED -> isSameTime(one.updatedAt()) || isSameTime(one.publishedAt());
        };
    }

    private boolean isSameTitle(String title) {
        return bare(value).equals(bare(title));
    }

    /** Some expectations leave escaped mark-up escaped. */
    private static String bare(String title) {
        return HtmlText.line(HtmlText.line(title));
    }

    private boolean isSameLink(@Nullable String link) {
        if (link == null) {
            return value.isEmpty();
        }
        CanonicalUrl expected = CanonicalUrl.of(value);
        return link.equals(value) || (expected != null && expected.equals(CanonicalUrl.of(link)));
    }

    private boolean isSameTime(@Nullable Instant time) {
        return time != null && time.equals(WrittenDate.read(value));
    }

    @Override
    public String toString() {
        return (entry.isPresent() ? "entry " + entry.getAsInt() : "feed") + " "
                + part.name().toLowerCase(Locale.ROOT) + " '" + value + "'";
    }
}
