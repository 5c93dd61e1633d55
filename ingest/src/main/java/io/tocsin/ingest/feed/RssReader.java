package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.EntryBuilder.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9x, 1.0 (RDF), 1.1 and 2.0, and CDF, with the modules that news uses. */
final class RssReader {
    /** {@code address (Name)} or {@code Name <address>}, as RSS writes authors. */
    private static final Pattern MAILBOX = Pattern.compile("^\\S+@\\S+\\s*\\((.+)\\)$|^\"?([^\"<@]+?)\"?\\s*<[^>]+>$");

    private final FeedElement root;
    private final @Nullable String url;
    private final List<FeedElement> items = new ArrayList<>();
    private String title = "";
    private @Nullable String site;
    private @Nullable String language;

    RssReader(FeedElement root, @Nullable String url) {
        this.root = root;
        this.url = url;
    }

    Feed read() {
        FeedElement channel = root;
        for (Element element : root.element().getAllElements()) {
            FeedElement inner = new FeedElement(element);
            if (inner.name().equals("channel") || inner.name().equals("rss:channel")) {
                channel = inner;
                break;
            }
        }
        channel(channel);
        for (Element element : root.element().getAllElements()) {
            FeedElement item = new FeedElement(element);
            if (item.name().equals("item")
                    || item.name().equals("entry")
                    || item.name().equals("atom:entry")) {
                items.add(item);
            }
        }
        List<FeedEntry> entries = new ArrayList<>();
        String base = site == null ? url : EntryBuilder.resolved(site, url);
        for (FeedElement item : items) {
            entries.add(item.name().endsWith("entry") ? AtomReader.entry(item, base) : entry(item, base));
        }
        return new Feed(Feed.Kind.RSS, title, base, language, entries);
    }

    private void channel(FeedElement channel) {
        int titleRank = Integer.MAX_VALUE;
        for (FeedElement child : channel.children()) {
            switch (child.name()) {
                case "title", "dc:title", "atom:title" -> {
                    int rank = child.name().equals("title") ? 0 : 1;
                    if (rank < titleRank) {
                        titleRank = rank;
                        title = FeedText.line(child);
                    }
                }
                case "link" -> site = site != null || child.raw().isBlank() ? site : child.raw();
                case "atom:link" -> {
                    String rel = child.attribute("rel");
                    if (site == null && (rel == null || rel.equals("alternate"))) {
                        site = child.attribute("href");
                    }
                }
                case "language", "dc:language" -> language = language == null ? child.raw() : language;
                default -> {
                    // Of no use to an article.
                }
            }
        }
        if (site == null) {
            site = channel.attribute("href");
        }
    }

    private static FeedEntry entry(FeedElement item, @Nullable String base) {
        EntryBuilder entry = new EntryBuilder(base);
        entry.address(item.attribute("href"), null, 6);
        entry.address(item.attribute("about"), null, 7);
        entry.put(Field.ID, item.attribute("about"), 5);
        entry.put(Field.LANGUAGE, item.inherited("xml:lang"), 5);
        entry.time(Field.UPDATED, item.attribute("lastmod"), 9);
        for (FeedElement child : item.children()) {
            text(child, entry);
            time(child, entry);
            address(child, entry);
            author(child, entry);
        }
        return entry.build();
    }

    private static void text(FeedElement child, EntryBuilder entry) {
        switch (child.name()) {
            case "title" -> entry.put(Field.TITLE, FeedText.line(child), 0);
            case "dc:title", "atom:title" -> entry.put(Field.TITLE, FeedText.line(child), 1);
            case "media:title" -> entry.put(Field.TITLE, FeedText.line(child), 2);
            case "description" -> entry.put(Field.SUMMARY, FeedText.block(child), 0);
            case "abstract", "dc:description", "dcterms:abstract", "atom:summary", "summary" ->
                entry.put(Field.SUMMARY, FeedText.block(child), 1);
            case "itunes:summary", "itunes:subtitle", "media:description" ->
                entry.put(Field.SUMMARY, FeedText.block(child), 2);
            case "content:encoded", "encoded" -> entry.put(Field.CONTENT, FeedText.block(child), 0);
            case "xhtml:body",
                    "body",
                    "fullitem",
                    "atom:content",
                    "content",
                    "xhtml:div",
                    "full-text",
                    "yandex:full-text" -> entry.put(Field.CONTENT, FeedText.block(child), 1);
            case "language", "dc:language" -> entry.put(Field.LANGUAGE, child.raw(), 0);
            default -> {
                // Of no use to an article.
            }
        }
    }

    private static void time(FeedElement child, EntryBuilder entry) {
        switch (child.name()) {
            case "pubdate" -> entry.time(Field.PUBLISHED, child.raw(), 0);
            case "atom:published", "published" -> entry.time(Field.PUBLISHED, child.raw(), 1);
            case "dcterms:issued",
                    "dcterms:created",
                    "dcterms:date",
                    "prism:publicationdate",
                    "atom:issued",
                    "atom:created" -> entry.time(Field.PUBLISHED, child.raw(), 2);
            case "dc:date" -> entry.time(Field.PUBLISHED, child.raw(), 3);
            case "date", "expirationdate", "a10:published" -> entry.time(Field.PUBLISHED, child.raw(), 4);
            case "atom:updated",
                    "atom:modified",
                    "dcterms:modified",
                    "a10:updated",
                    "updated",
                    "lastbuilddate",
                    "modified" -> entry.time(Field.UPDATED, child.raw(), 0);
            default -> {
                // No date.
            }
        }
    }

    private static void address(FeedElement child, EntryBuilder entry) {
        switch (child.name()) {
            case "feedburner:origlink" -> entry.address(child.raw(), null, 0);
            case "link" -> {
                String written = child.raw().isBlank() ? child.attribute("href") : child.raw();
                entry.address(written == null || written.isBlank() ? null : written, child.inherited("xml:base"), 1);
            }
            case "atom:link" -> {
                String rel = child.attribute("rel");
                if (rel == null || rel.equals("alternate")) {
                    entry.address(child.attribute("href"), child.inherited("xml:base"), 2);
                }
            }
            case "guid" -> {
                String permanent = child.attribute("isPermaLink");
                entry.put(Field.ID, child.raw(), 0);
                if (permanent == null || permanent.equalsIgnoreCase("true")) {
                    boolean address = EntryBuilder.isAddress(child.raw()) || permanent != null;
                    entry.address(address ? child.raw() : null, child.inherited("xml:base"), 3);
                }
            }
            case "atom:id", "dc:identifier" -> entry.put(Field.ID, child.raw(), 1);
            default -> {
                // No address.
            }
        }
    }

    private static void author(FeedElement child, EntryBuilder entry) {
        switch (child.name()) {
            case "author", "dc:creator", "dc:author", "itunes:author", "atom:author" -> {
                String name = child.element().childrenSize() == 0 ? FeedText.line(child) : AtomReader.person(child);
                entry.author(name == null ? null : named(name));
            }
            default -> {
                // No author.
            }
        }
    }

    private static String named(String author) {
        Matcher mailbox = MAILBOX.matcher(author);
        if (!mailbox.matches()) {
            return author.toLowerCase(Locale.ROOT).matches("noreply@\\S+") ? "" : author;
        }
        return mailbox.group(1) == null ? mailbox.group(2) : mailbox.group(1);
    }
}
