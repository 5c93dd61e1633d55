package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import io.tocsin.ingest.parse.BoundedCall;
import io.tocsin.ingest.parse.XmlText;
import io.tocsin.ingest.parse.wire.WireFormats;
import io.tocsin.ingest.parse.wire.WireReading;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads feeds of every kind, wire files and archives. Never throws for a feed's sake. Safe for use by any thread. */
public final class FeedParser {
    /** 5 MB. */
    public static final int DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

    /** Deepest nesting that is built. */
    private static final int DEEPEST = 256;

    /** Characters that XML 1.0 does not allow. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|body)[\\s>]", Pattern.CASE_INSENSITIVE);

    /** 64 MB: archives and tables are larger than feeds, packed or unpacked. */
    private static final int ARCHIVE_MAX_BYTES = 64 * 1024 * 1024;

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Feeds past their deadline that may still be read before no other is begun. */
    private static final int MOST_HANGING = 8;

    private final int maxBytes;
    private final BoundedCall bounded = new BoundedCall(DEADLINE, MOST_HANGING);

    /**
     * Makes a parser.
     *
     * @param maxBytes largest feed, unpacked; archives may have 64 MB
     */
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
        try {
            byte[] unpacked = Packed.unpacked(bytes, ARCHIVE_MAX_BYTES);
            int most = WireFormats.isArchive(unpacked) ? ARCHIVE_MAX_BYTES : maxBytes;
            return unpacked.length > most
                    ? new Rejected(Reason.TOO_LARGE, unpacked.length + " bytes, at most " + most + " are read")
                    : bounded.call("feed", () -> read(unpacked, contentType, url));
        } catch (Packed.TooLarge e) {
            return new Rejected(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Rejected(Reason.UNREADABLE, "packed, and damaged: " + e.getMessage());
        } catch (TimeoutException e) {
            return new Rejected(Reason.TIMEOUT, "not read within " + DEADLINE.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Rejected(Reason.UNREADABLE, cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Rejected(Reason.TIMEOUT, "interrupted");
        }
    }

    private static FeedOutcome read(byte[] bytes, @Nullable String contentType, @Nullable String url) {
        WireReading wire = WireFormats.read(bytes, contentType);
        if (wire != null) {
            return WireFeed.of(wire);
        }
        String text = CONTROL.matcher(XmlText.decoded(bytes, contentType))
                .replaceAll("")
                .strip();
        if (text.isEmpty()) {
            return new Rejected(Reason.EMPTY, "nothing in it");
        }
        return text.charAt(0) == '{' || text.charAt(0) == '[' ? json(text) : xml(text, url);
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
        String clean = XmlText.withoutDoctype(text.substring(start));
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

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String title(Element page) {
        Element title = page.selectFirst("title");
        return title == null ? "" : title.text();
    }
}
