package io.tocsin.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed under its usual name: {@code dc:creator} for what is in Dublin Core's namespace, whatever its
 * prefix; RSS and Atom have no prefix. Names are in lower case, since feeds write {@code pubDate} and {@code pubdate}.
 */
final class FeedElement {
    /** By the beginning of the namespace's name, in lower case. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://example.com/newformat#", "atom"),
            Map.entry("http://example.com/necho", "atom"),
            Map.entry("http://purl.org/echo", "atom"),
            Map.entry("uri/of/echo/namespace#", "atom"),
            Map.entry("http://purl.org/pie/", "atom"),
            Map.entry("http://purl.org/net/rss1.1#", ""),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://purl.org/dc/elements/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://prismstandard.org/namespaces/", "prism"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/", "feedburner"),
            Map.entry("http://www.google.com/schemas/sitemap-news/", "news"),
            Map.entry("http://www.sitemaps.org/schemas/sitemap/", "sitemap"),
            Map.entry("http://www.google.com/schemas/sitemap/0", "sitemap"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

    /** Namespaces that are RSS's own. */
    private static final List<String> RSS = List.of(
            "http://purl.org/rss/1.0/",
            "http://my.netscape.com/",
            "http://channel.netscape.com/",
            "http://backend.userland.com/",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://www.w3.org/xml/1998/namespace");

    private final Element element;
    private final String name;

    FeedElement(Element element) {
        this.element = element;
        this.name = usual(element);
    }

    private static String usual(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        String namespace = element.tag().namespace().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> known : PREFIXES.entrySet()) {
            if (namespace.startsWith(known.getKey())) {
                return known.getValue().isEmpty() ? local : known.getValue() + ":" + local;
            }
        }
        boolean own = prefix.isEmpty()
                || prefix.equals("rss")
                || (!isDefault(namespace) && RSS.stream().anyMatch(namespace::startsWith));
        return own ? local : prefix + ":" + local;
    }

    private static boolean isDefault(String namespace) {
        return namespace.equals("http://www.w3.org/xml/1998/namespace");
    }

    Element element() {
        return element;
    }

    /** The usual name; Atom's elements have the prefix {@code atom}. */
    String name() {
        return name;
    }

    List<FeedElement> children() {
        List<FeedElement> children = new ArrayList<>(element.childrenSize());
        for (Element child : element.children()) {
            children.add(new FeedElement(child));
        }
        return children;
    }

    /** All characters in it, decoded once, as XML wants it. */
    String raw() {
        return element.wholeText().strip();
    }

    /** An attribute by its local name, or null. */
    @Nullable
    String attribute(String local) {
        String exact = element.attr(local);
        if (!exact.isEmpty()) {
            return exact.strip();
        }
        for (org.jsoup.nodes.Attribute attribute : element.attributes()) {
            if (attribute.localName().equalsIgnoreCase(local)
                    && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }

    /** The value of an attribute here or above, such as {@code xml:lang}. */
    @Nullable
    String inherited(String attribute) {
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr(attribute)) {
                return e.attr(attribute);
            }
        }
        return null;
    }
}
