package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.WrittenDate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD first, then Open Graph and the other meta elements, then microdata and {@code
 * time} elements, then what its address tells.
 *
 * @param body the article's text as JSON-LD has it, or null
 */
record PageMetadata(
        String title,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        List<String> authors,
        @Nullable String language,
        @Nullable CanonicalUrl url,
        @Nullable String body) {

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "dcterms.created",
            "dcterms.date",
            "dcterms.issued",
            "dc.date.issued",
            "dc.date.created",
            "dc.date",
            "dc.created",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "pubdate",
            "pdate",
            "article.published",
            "article.created",
            "published-date",
            "published_time_telegram",
            "originalpublicationdate",
            "displaydate",
            "bt:pubdate",
            "article_date_original",
            "created",
            "shareaholic:article_published_time",
            "vf:published_time",
            "rnews:datepublished",
            "date",
            "last-modified",
            "search-date");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:article:modified_time",
            "og:updated_time",
            "datemodified",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "lastmod",
            "article.updated",
            "bt:moddate");

    private static final Pattern DATE_IN_PATH =
            Pattern.compile("/((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9])[/_-]?([0-2]\\d|3[01]|[1-9])(?:[/_-]|\\D|$)");

    PageMetadata {
        authors = List.copyOf(authors);
    }

    static PageMetadata of(Document page, @Nullable CanonicalUrl fetched) {
        Map<String, String> meta = meta(page);
        LinkedData data = LinkedData.of(page);
        CanonicalUrl url = url(page, meta, data, fetched);
        String title = PageTitle.of(page, meta, data);
        Instant published = firstDate(data.text("datePublished"), data.text("dateCreated"), data.text("uploadDate"));
        if (published == null) {
            published = firstDate(meta, PUBLISHED);
        }
        if (published == null) {
            published = PageDates.onPage(page);
        }
        if (published == null) {
            published = inPath(url);
        }
        Instant modified = firstDate(data.text("dateModified"));
        if (modified == null) {
            modified = firstDate(meta, MODIFIED);
        }
        return new PageMetadata(
                title,
                published,
                modified,
                PageAuthors.of(page, meta, data),
                language(page, meta, data),
                url,
                data.body());
    }

    /** By lower-case name, the first that says something. */
    private static Map<String, String> meta(Document page) {
        Map<String, String> meta = new HashMap<>();
        for (Element element : page.select("meta[content]")) {
            String content = element.attr("content").strip();
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    meta.putIfAbsent(name, content);
                }
            }
        }
        return meta;
    }

    private static @Nullable CanonicalUrl url(
            Document page, Map<String, String> meta, LinkedData data, @Nullable CanonicalUrl fetched) {
        String base = fetched == null ? meta.get("og:url") : fetched.toString();
        Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
        CanonicalUrl canonical = CanonicalUrl.resolve(base, link == null ? null : link.attr("href"));
        CanonicalUrl openGraph = CanonicalUrl.of(meta.get("og:url"));
        boolean front = canonical != null && canonical.path().equals("/") && canonical.query() == null;
        if (canonical != null && !(front && openGraph != null)) {
            return canonical;
        }
        if (openGraph != null) {
            return openGraph;
        }
        CanonicalUrl described = CanonicalUrl.resolve(base, data.text("url"));
        return described != null ? described : fetched;
    }

    private static @Nullable Instant firstDate(@Nullable String... written) {
        for (String text : written) {
            Instant date = WrittenDate.read(text);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable Instant firstDate(Map<String, String> meta, List<String> names) {
        for (String name : names) {
            Instant date = WrittenDate.read(meta.get(name));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable Instant inPath(@Nullable CanonicalUrl url) {
        Matcher path = DATE_IN_PATH.matcher(url == null ? "" : url.path());
        return path.find() ? WrittenDate.read(path.group(1) + "-" + path.group(2) + "-" + path.group(3)) : null;
    }

    private static @Nullable String language(Document page, Map<String, String> meta, LinkedData data) {
        Element html = page.selectFirst("html");
        String[] said = {
            html == null ? null : html.attr("lang"),
            html == null ? null : html.attr("xml:lang"),
            data.text("inLanguage"),
            meta.get("og:locale"),
            meta.get("content-language"),
            meta.get("language"),
            meta.get("dc.language")
        };
        for (String tag : said) {
            if (tag != null && !tag.isBlank()) {
                return tag;
            }
        }
        return null;
    }
}
