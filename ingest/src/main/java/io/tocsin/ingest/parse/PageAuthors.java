package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The names of those who wrote a page. */
final class PageAuthors {
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 20;

    private static final Pattern BY = Pattern.compile(
            "^(?:by|von|par|por|di|af|av|door|text|texte?o?|words by|written by|posted by|author|autor|auteur)\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:[;|\u2022\u00b7/]|,(?!\\s*(?:jr|sr|md|phd|iii?)\\b)|\\b(?:and|und|et|y|och|og|en)\\b|&)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "https?:|www\\.|@|\\d{2}|^(?:admin|null|undefined|none|staff|editor|redaktion)$", Pattern.CASE_INSENSITIVE);

    private static final String MARKED = "[itemprop~=(?i)^author$] [itemprop~=(?i)^name$], [itemprop~=(?i)^author$],"
            + " a[rel~=(?i)^author$], [rel~=(?i)^author$]";
    private static final String STYLED = ".byline a, .author-name, .author a, .article-author, .byline__name,"
            + " .article__author, .author, .byline";

    private PageAuthors() {}

    static List<String> of(Document page, Map<String, String> meta, LinkedData data) {
        Set<String> authors = new LinkedHashSet<>();
        for (String name : data.authors()) {
            add(authors, name);
        }
        if (authors.isEmpty()) {
            for (String said : new String[] {
                "author",
                "article:author",
                "parsely-author",
                "byl",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "cxenseparse:author",
                "twitter:data1"
            }) {
                if (authors.isEmpty() && !(said.equals("twitter:data1") && !isWrittenBy(meta))) {
                    add(authors, meta.get(said));
                }
            }
        }
        for (String rule : new String[] {MARKED, STYLED}) {
            if (authors.isEmpty()) {
                for (Element element : page.select(rule)) {
                    String text = element.hasAttr("content") ? element.attr("content") : element.text();
                    if (authors.size() < MOST && text.length() <= 2 * LONGEST_NAME) {
                        add(authors, text);
                    }
                    if (!authors.isEmpty() && rule.equals(STYLED)) {
                        break;
                    }
                }
            }
        }
        return new ArrayList<>(authors);
    }

    private static boolean isWrittenBy(Map<String, String> meta) {
        String label = meta.getOrDefault("twitter:label1", "").toLowerCase(Locale.ROOT);
        return label.contains("written") || label.contains("verfasst") || label.contains("author");
    }

    private static void add(Set<String> authors, @Nullable String written) {
        if (written == null) {
            return;
        }
        String text = BY.matcher(written.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip())
                .replaceFirst("");
        for (String part : BETWEEN.split(text, -1)) {
            String name = BY.matcher(part.strip()).replaceFirst("").replaceAll("^[,.\\s]+|[,\\s]+$", "");
            if (name.length() >= 2
                    && name.length() <= LONGEST_NAME
                    && authors.size() < MOST
                    && !NOT_A_NAME.matcher(name).find()) {
                authors.add(name);
            }
        }
    }
}
