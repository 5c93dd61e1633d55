package io.tocsin.ingest.source.catalogue;

import io.tocsin.ingest.parse.XmlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Lists of feeds as readers of feeds exchange them (<a href="https://opml.org/spec2.opml">OPML 2.0</a>). What OPML has no
 * attribute for stands in attributes of our own namespace, so that nothing but credentials is lost on the way there and
 * back. Pure.
 */
public final class Opml {
    private static final String NAMESPACE = "https://tocsin.io/opml";
    private static final int DEEPEST = 64;

    private Opml() {}

    /**
     * What was read.
     *
     * @param skipped why an entry was left out, one a line
     */
    public record Imported(List<SourceConfig> sources, List<String> skipped) {
        public Imported {
            sources = List.copyOf(sources);
            skipped = List.copyOf(skipped);
        }
    }

    /** The sources as OPML, those of one country in one folder; credentials stay behind. */
    public static String write(List<SourceConfig> sources, String title) {
        Map<String, List<SourceConfig>> byCountry = new TreeMap<>();
        for (SourceConfig source : sources) {
            byCountry
                    .computeIfAbsent(source.country() == null ? "" : source.country(), c -> new ArrayList<>())
                    .add(source);
        }
        StringBuilder opml = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:tocsin=\"")
                .append(NAMESPACE)
                .append("\">\n<head><title>")
                .append(Entities.escape(title))
                .append("</title></head>\n<body>\n");
        byCountry.forEach((country, members) -> {
            String name = country.isEmpty()
                    ? "International"
                    : new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
            opml.append("<outline").append(attributes(Map.of("text", name))).append(">\n");
            members.forEach(source -> opml.append("  <outline")
                    .append(attributes(outline(source)))
                    .append("/>\n"));
            opml.append("</outline>\n");
        });
        return opml.append("</body>\n</opml>\n").toString();
    }

    private static Map<String, String> outline(SourceConfig source) {
        Map<String, String> outline = new LinkedHashMap<>();
        outline.put("type", "rss");
        outline.put("text", source.id());
        outline.put("xmlUrl", source.url());
        put(outline, "language", source.language());
        put(outline, "tocsin:id", source.id());
        put(outline, "tocsin:kind", source.kind() == null ? null : source.kind().toString());
        put(outline, "tocsin:owner", source.owner());
        put(outline, "tocsin:country", source.country());
        put(
                outline,
                "tocsin:tier",
                source.tier() == SourceConfig.DEFAULT_TIER ? null : Integer.toString(source.tier()));
        put(outline, "tocsin:interval", SourceYaml.interval(source));
        return outline;
    }

    private static void put(Map<String, String> outline, String name, @Nullable String value) {
        if (value != null) {
            outline.put(name, value);
        }
    }

    private static String attributes(Map<String, String> attributes) {
        StringBuilder written = new StringBuilder();
        attributes.forEach((name, value) -> written.append(' ')
                .append(name)
                .append("=\"")
                .append(Entities.escape(value))
                .append('"'));
        return written.toString();
    }

    /**
     * The feeds of a list, in folders or not.
     *
     * @param bytes of the file
     */
    public static Imported read(byte[] bytes) {
        String text = XmlText.withoutDoctype(XmlText.decoded(bytes, null));
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
        List<SourceConfig> sources = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> urls = new HashSet<>();
        for (Element outline : document.getElementsByTag("outline")) {
            String url = attribute(outline, "xmlUrl");
            String name = attribute(outline, "text");
            if (url == null) {
                continue; // a folder, a link, a note
            }
            if (!url.matches("(?i)https?://\\S+")) {
                skipped.add((name == null ? "" : name + ": ") + "'" + url + "' is not a web address");
            } else if (!urls.add(url)) {
                skipped.add(url + " stands there twice");
            } else {
                sources.add(source(outline, url, ids));
            }
        }
        return new Imported(sources, skipped);
    }

    private static SourceConfig source(Element outline, String url, Set<String> ids) {
        String id = attribute(outline, "tocsin:id");
        String wanted = id == null ? Slug.of(attribute(outline, "text"), url) : id;
        String free = wanted;
        for (int i = 2; !ids.add(free); i++) {
            free = wanted + "-" + i;
        }
        String tier = attribute(outline, "tocsin:tier");
        int level = tier != null && tier.matches("[1-3]") ? Integer.parseInt(tier) : SourceConfig.DEFAULT_TIER;
        Duration usual = SourceConfig.interval(SourceConfig.DEFAULT_INTERVAL, level);
        String interval = attribute(outline, "tocsin:interval");
        return new SourceConfig(
                free,
                url,
                kind(attribute(outline, "tocsin:kind")),
                attribute(outline, "tocsin:owner"),
                attribute(outline, "tocsin:country"),
                SourceReader.isLanguage(attribute(outline, "language")) ? attribute(outline, "language") : null,
                level,
                interval != null && interval.matches("\\d{1,9}s")
                        ? Duration.ofSeconds(Long.parseLong(interval.substring(0, interval.length() - 1)))
                        : usual,
                null);
    }

    private static @Nullable SourceKind kind(@Nullable String written) {
        for (SourceKind kind : SourceKind.values()) {
            if (kind.toString().equals(written)) {
                return kind;
            }
        }
        return null;
    }

    /** By its name, whatever the case that the writer gave it. */
    private static @Nullable String attribute(Element outline, String name) {
        String value = outline.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }
}
