package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.EntryBuilder.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads Atom 1.0 (RFC 4287) and 0.3, with or without their namespace. */
final class AtomReader {
    private final FeedElement root;
    private final @Nullable String url;

    AtomReader(FeedElement root, @Nullable String url) {
        this.root = root;
        this.url = url;
    }

    Feed read() {
        String title = "";
        String site = null;
        for (FeedElement child : root.children()) {
            String name = bare(child.name());
            if (name.equals("title") && title.isEmpty()) {
                title = FeedText.line(atom(child));
            } else if (name.equals("link") && site == null && isAlternate(child)) {
                site = child.attribute("href");
            }
        }
        String base = root.inherited("xml:base");
        String at = base == null ? url : EntryBuilder.resolved(base, url);
        List<FeedEntry> entries = new ArrayList<>();
        for (Element element : root.element().getAllElements()) {
            FeedElement entry = new FeedElement(element);
            if (bare(entry.name()).equals("entry")) {
                entries.add(entry(entry, at == null ? site : at));
            }
        }
        String home = site == null ? null : EntryBuilder.resolved(site, at);
        return new Feed(Feed.Kind.ATOM, title, home, root.inherited("xml:lang"), entries);
    }

    static FeedEntry entry(FeedElement element, @Nullable String base) {
        EntryBuilder entry = new EntryBuilder(base);
        entry.put(Field.LANGUAGE, element.inherited("xml:lang"), 0);
        for (FeedElement child : element.children()) {
            switch (bare(child.name())) {
                case "id" -> entry.put(Field.ID, child.raw(), 0);
                case "title" -> entry.put(Field.TITLE, FeedText.line(atom(child)), 0);
                case "media:title", "dc:title" -> entry.put(Field.TITLE, FeedText.line(child), 1);
                case "summary" -> entry.put(Field.SUMMARY, FeedText.block(atom(child)), 0);
                case "media:group" -> group(child, entry);
                case "content" -> content(child, entry);
                case "published" -> entry.time(Field.PUBLISHED, child.raw(), 0);
                case "issued", "dcterms:issued" -> entry.time(Field.PUBLISHED, child.raw(), 1);
                case "created", "dcterms:created", "pubdate" -> entry.time(Field.PUBLISHED, child.raw(), 2);
                case "dc:date" -> entry.time(Field.PUBLISHED, child.raw(), 3);
                case "updated" -> entry.time(Field.UPDATED, child.raw(), 0);
                case "modified", "dcterms:modified" -> entry.time(Field.UPDATED, child.raw(), 1);
                case "feedburner:origlink" -> entry.address(child.raw(), null, 0);
                case "link" -> link(child, entry);
                case "author", "dc:creator" -> entry.author(person(child));
                default -> {
                    // Of no use to an article.
                }
            }
        }
        return entry.build();
    }

    private static void link(FeedElement link, EntryBuilder entry) {
        String href = link.attribute("href") == null && !link.raw().isBlank() ? link.raw() : link.attribute("href");
        String type = link.attribute("type");
        if (isAlternate(link)) {
            boolean page = type == null || type.contains("html");
            entry.address(href, link.inherited("xml:base"), page ? 1 : 2);
        } else if ("related".equals(link.attribute("rel")) || "via".equals(link.attribute("rel"))) {
            entry.address(href, link.inherited("xml:base"), 8);
        }
    }

    private static void content(FeedElement content, EntryBuilder entry) {
        String source = content.attribute("src");
        if (source != null) {
            entry.address(source, content.inherited("xml:base"), 7);
        } else {
            entry.put(Field.CONTENT, FeedText.block(atom(content)), 0);
        }
    }

    private static void group(FeedElement group, EntryBuilder entry) {
        for (FeedElement child : group.children()) {
            if (child.name().equals("media:description")) {
                entry.put(Field.SUMMARY, FeedText.block(child), 3);
            }
        }
    }

    private static boolean isAlternate(FeedElement link) {
        String rel = link.attribute("rel");
        return rel == null
                || rel.toLowerCase(Locale.ROOT).matches("alternate|http://www.iana.org/assignments/relation/alternate");
    }

    /** A person's name, or the text of the element when it has no parts. */
    static @Nullable String person(FeedElement person) {
        if (person.element().childrenSize() == 0) {
            return FeedText.line(person);
        }
        for (FeedElement part : person.children()) {
            if (bare(part.name()).equals("name")) {
                return FeedText.line(part);
            }
        }
        return null;
    }

    private static String bare(String name) {
        return name.startsWith("atom:") ? name.substring(5) : name;
    }

    /** The same element; one without a namespace in an Atom feed is Atom's. */
    private static FeedElement atom(FeedElement element) {
        if (!element.name().startsWith("atom:") && !element.name().contains(":")) {
            element.element().tag().namespace("http://www.w3.org/2005/Atom");
            return new FeedElement(element.element());
        }
        return element;
    }
}
