package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import io.tocsin.ingest.parse.Charsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads feeds of every kind. Never throws for a feed's sake. Safe for use by any thread. */
public final class FeedParser {
    /** 5 MB. */
    public static final int DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

    /** Deepest nesting that is built. */
    private static final int DEEPEST = 256;

    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)");

    /** Characters at the beginning in which a DOCTYPE stands, and of which it may consist. */
    private static final int PROLOGUE = 64 * 1024;

    /** Characters that XML 1.0 does not allow. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|body)[\\s>]", Pattern.CASE_INSENSITIVE);

    private final int maxBytes;

    public FeedParser(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a feed.
     *
     * @param contentType as the server declares it, or null
     * @param url where it was fetched from, or null
     */
    public FeedOutcome parse(byte[] bytes, @Nullable String contentType, @Nullable String url) {
        if (bytes.length > maxBytes) {
            return new Rejected(Reason.TOO_LARGE, bytes.length + " bytes, at most " + maxBytes + " are read");
        }
        String text =
                CONTROL.matcher(decoded(bytes, contentType)).replaceAll("").strip();
        if (text.isEmpty()) {
            return new Rejected(Reason.EMPTY, "nothing in it");
        }
        try {
            return text.charAt(0) == '{' || text.charAt(0) == '[' ? json(text) : xml(text, url);
        } catch (RuntimeException e) {
            return new Rejected(Reason.UNREADABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String decoded(byte[] bytes, @Nullable String contentType) {
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == '<') {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 4 && bytes[0] == '<' && bytes[1] == 0) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head.replaceFirst("^\u00ef\u00bb\u00bf", ""));
        Charset said = declaration.find() ? Charsets.named(declaration.group(1)) : null;
        Charset sent = said == null ? Charsets.declared(contentType) : said;
        boolean wide =
                sent != null && (sent.name().startsWith("UTF-16") || sent.name().startsWith("UTF-32"));
        return Charsets.decode(bytes, wide && said != null ? null : sent);
    }

    private static FeedOutcome json(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            return JsonFeed.looksLike(json)
                    ? new Read(JsonFeed.read(json))
                    : new Rejected(Reason.NOT_A_FEED, "JSON, but no JSON Feed");
        } catch (JsonProcessingException e) {
            return new Rejected(Reason.UNREADABLE, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static FeedOutcome xml(String text, @Nullable String url) {
        int start = text.indexOf('<');
        if (start < 0) {
            return new Rejected(Reason.NOT_A_FEED, "plain text");
        }
        String clean = withoutDoctype(text.substring(start));
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(clean, "");
        for (Element element : document.getAllElements()) {
            FeedElement root = new FeedElement(element);
            switch (local(root.name())) {
                case "rss", "rdf", "channel" -> {
                    return new Read(new RssReader(root, url).read());
                }
                case "feed" -> {
                    return new Read(new AtomReader(root, url).read());
                }
                case "urlset", "sitemapindex" -> {
                    return new Read(Sitemap.read(root));
                }
                case "html" -> {
                    return new Rejected(Reason.WEB_PAGE, "a web page, titled '" + title(element) + "'");
                }
                case "opml" -> {
                    return new Rejected(Reason.NOT_A_FEED, "OPML, a list of feeds");
                }
                default -> {
                    // Something around the feed, or nothing that is known.
                }
            }
        }
        return PAGE.matcher(text).find()
                ? new Rejected(Reason.WEB_PAGE, "a web page")
                : new Rejected(Reason.NOT_A_FEED, "XML, but neither RSS, Atom nor a sitemap");
    }

    /** The text without its first DOCTYPE, which is not read. */
    private static String withoutDoctype(String text) {
        String prologue = text.substring(0, Math.min(text.length(), PROLOGUE));
        int start = prologue.toUpperCase(Locale.ROOT).indexOf("<!DOCTYPE");
        if (start < 0) {
            return text;
        }
        int depth = 0;
        for (int i = start; i < prologue.length(); i++) {
            char c = prologue.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return text.substring(0, start) + text.substring(i + 1);
            }
        }
        return text;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String title(Element page) {
        Element title = page.selectFirst("title");
        return title == null ? "" : title.text();
    }
}
