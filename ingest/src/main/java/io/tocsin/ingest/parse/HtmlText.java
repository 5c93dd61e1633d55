package io.tocsin.ingest.parse;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Fragments of HTML, as they stand in feeds and in JSON, as plain text. */
public final class HtmlText {
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z!][^>]*>|&(?:#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]\\w+);");

    private HtmlText() {}

    /** The text of a fragment, one block a line; scripts, styles and pictures have none. */
    public static String plain(String fragment) {
        if (!MARKUP.matcher(fragment).find()) {
            return fragment.strip();
        }
        Document parsed = Jsoup.parseBodyFragment(fragment);
        parsed.select("script, style, noscript, template, iframe, svg").remove();
        return BlockText.of(parsed.body());
    }

    /** The same on one line. */
    public static String line(String fragment) {
        return plain(fragment).replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }
}
