package io.tocsin.ingest.parse;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The text of a page's article, without what the site puts around it. Empty when the page has no text at all. */
final class MainText {
    /** Characters from which on a result is taken without trying a more lenient way. */
    private static final int ENOUGH = 500;

    /** The text in JSON-LD is preferred when it is this much longer than what stands on the page. */
    private static final double MUCH_LONGER = 1.5;

    private MainText() {}

    static String of(Document page, PageMetadata metadata) {
        String best = "";
        for (Strictness strictness : Strictness.values()) {
            Element body = page.body().clone();
            PageNoise.strip(body, strictness);
            Paragraphs.form(body);
            Element article = Candidates.article(body, strictness);
            ArticleCleaner.clean(article, strictness, metadata.title());
            String text = SiteLines.without(BlockText.lines(article), metadata);
            if (text.length() > best.length() * 1.2) {
                best = text;
            }
            if (best.length() >= ENOUGH) {
                break;
            }
        }
        String described = metadata.body();
        if (described != null && described.length() > best.length() * MUCH_LONGER) {
            return PlainText.tidy(
                    described.contains("</")
                            ? BlockText.of(Parser.parse(described, "").body())
                            : Parser.unescapeEntities(described, false));
        }
        return best;
    }
}
