package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.EntryBuilder.Field;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads sitemaps (https://www.sitemaps.org/protocol.html) with Google's news extension, and lists of sitemaps. */
final class Sitemap {
    private Sitemap() {}

    static Feed read(FeedElement root) {
        boolean index = root.name().endsWith("sitemapindex");
        String title = "";
        List<FeedEntry> entries = new ArrayList<>();
        for (FeedElement child : root.children()) {
            String name = bare(child.name());
            if (!name.equals("url") && !name.equals("sitemap")) {
                continue;
            }
            EntryBuilder entry = new EntryBuilder(null);
            for (Element element : child.element().getAllElements()) {
                FeedElement part = new FeedElement(element);
                switch (bare(part.name())) {
                    case "loc" -> {
                        entry.address(part.raw(), null, 0);
                        entry.put(Field.ID, part.raw(), 0);
                    }
                    case "lastmod" -> entry.time(Field.UPDATED, part.raw(), 0);
                    case "news:title" -> entry.put(Field.TITLE, FeedText.line(part), 0);
                    case "news:publication_date" -> entry.time(Field.PUBLISHED, part.raw(), 0);
                    case "news:language" -> entry.put(Field.LANGUAGE, part.raw(), 0);
                    case "news:name" -> title = title.isEmpty() ? FeedText.line(part) : title;
                    default -> {
                        // Of no use to an article.
                    }
                }
            }
            entries.add(entry.build());
        }
        return new Feed(index ? Feed.Kind.SITEMAP_INDEX : Feed.Kind.NEWS_SITEMAP, title, null, null, entries);
    }

    private static String bare(String name) {
        return name.startsWith("sitemap:") ? name.substring(8) : name;
    }
}
