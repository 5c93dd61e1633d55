package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The headline of a page, without the name of the site that many put behind it. */
final class PageTitle {
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\u2013\u2014\u00bb\u00ab\u2022\u00b7/:-]+\\s+|\\s*\\|\\s*");

    private PageTitle() {}

    static String of(Document page, Map<String, String> meta, LinkedData data) {
        String heading = heading(page);
        String site = meta.get("og:site_name");
        List<String> said = new ArrayList<>();
        add(said, data.isArticle() ? data.text("headline") : null);
        add(said, meta.get("og:title"));
        add(said, meta.get("twitter:title"));
        add(said, meta.get("headline"));
        add(said, meta.get("title"));
        add(said, meta.get("dc.title"));
        add(said, page.title());
        if (heading != null) {
            for (String candidate : said) {
                if (same(candidate, heading)) {
                    return candidate; // its words are apart, those of a heading in pieces run together
                }
                if (same(withoutSite(candidate, site), heading)) {
                    return withoutSite(candidate, site);
                }
            }
        }
        if (!said.isEmpty()) {
            String best = withoutSite(said.get(0), site);
            return best.isEmpty() ? said.get(0) : best;
        }
        return heading == null ? "" : heading;
    }

    private static void add(List<String> said, @Nullable String title) {
        if (title != null && !title.isBlank()) {
            said.add(tidy(Parser.unescapeEntities(title, false)));
        }
    }

    private static @Nullable String heading(Document page) {
        Element best = null;
        for (Element heading : page.select("h1")) {
            String text = heading.text();
            boolean hidden = heading.attr("style").replace(" ", "").contains("display:none");
            if (text.length() >= 8
                    && !hidden
                    && (best == null || (heading.closest("article") != null && best.closest("article") == null))) {
                best = heading;
            }
        }
        return best == null ? null : tidy(best.text());
    }

    private static String tidy(String title) {
        return title.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }

    private static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Cuts a last part (or a first one) that is the site's name or short beside the rest. */
    private static String withoutSite(String title, @Nullable String site) {
        String[] parts = SEPARATOR.split(title, -1);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        boolean named =
                site != null && (bare(last).equals(bare(site)) || bare(site).startsWith(bare(last)));
        int cut = title.lastIndexOf(last);
        String rest = title.substring(0, cut).replaceFirst("[\\s|\u2013\u2014\u00bb\u00ab\u2022\u00b7/:-]+$", "");
        if (named
                || (last.length() <= 30
                        && rest.length() >= 20
                        && rest.length() > last.length()
                        && title.matches("(?s).*[|\u2013\u2014\u00bb\u2022\u00b7-]\\s*" + Pattern.quote(last) + "$"))) {
            return rest;
        }
        if (site != null && bare(parts[0]).equals(bare(site))) {
            return title.substring(parts[0].length())
                    .replaceFirst("^[\\s|\u2013\u2014\u00bb\u00ab\u2022\u00b7/:-]+", "");
        }
        return title;
    }
}
