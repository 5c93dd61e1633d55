package io.tocsin.ingest.parse;

import io.tocsin.ingest.parse.ElementText.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Takes out of an article's element what does not belong to the article: boxes, lists of links, share bars. */
final class ArticleCleaner {
    private static final Pattern SHARE =
            Pattern.compile("(?:\\b|_)(?:share|sharedaddy|social)(?:\\b|_)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SHARE_BAR = 500;

    private static final Pattern CAPTION = Pattern.compile(
            "(?:^|[\\s_-])(?:caption|captions|credits?|photo-?credit|image-?credit|image-?source|copyright|byline|dateline|timestamp"
                    + "|publish-?date|pub-?date|author-?name)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_CAPTION = 400;

    private final Element article;
    private final Strictness strictness;
    private final String title;

    private ArticleCleaner(Element article, Strictness strictness, String title) {
        this.article = article;
        this.strictness = strictness;
        this.title = bare(title);
    }

    static void clean(Element article, Strictness strictness, String title) {
        ArticleCleaner cleaner = new ArticleCleaner(article, strictness, title);
        cleaner.removeHeadings();
        cleaner.removeShareBars();
        if (strictness != Strictness.LAST_RESORT) {
            cleaner.removeBoxes("table");
            cleaner.removeBoxes("ul, ol, dl");
            cleaner.removeBoxes("div, section, aside");
        }
        article.select("figure, figcaption").remove();
        cleaner.removeCaptions();
    }

    /** The headline itself, which is the title and not the text, and headings of what is no part of the article. */
    private void removeHeadings() {
        article.select("h1").remove();
        for (Element heading : article.select("h2, h3")) {
            String text = bare(heading.text());
            if (repeatsTitle(text) || Candidates.weight(heading, strictness) < 0) {
                heading.remove();
            }
        }
    }

    private boolean repeatsTitle(String text) {
        return text.length() > title.length() * 0.7 && !text.isEmpty() && title.contains(text);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private void removeCaptions() {
        for (Element element : article.select("[class]")) {
            if (CAPTION.matcher(element.className()).find() && element.text().length() < LONGEST_CAPTION) {
                element.remove();
            }
        }
    }

    private void removeShareBars() {
        for (Element element : article.select("[class], [id]")) {
            if (element.parent() != null
                    && SHARE.matcher(PageNoise.name(element)).find()
                    && element.text().length() < LONGEST_SHARE_BAR) {
                element.remove();
            }
        }
    }

    private void removeBoxes(String selector) {
        ElementText text = ElementText.of(article);
        List<Element> boxes = new ArrayList<>(article.select(selector));
        for (int i = boxes.size() - 1; i >= 0; i--) {
            Element box = boxes.get(i);
            if (box.parent() != null && isBox(box, text.get(box))) {
                box.remove();
            }
        }
    }

    private boolean isBox(Element element, Measure measure) {
        if ((element.nameIs("table") && isData(element))) {
            return false;
        }
        Element table = element.nameIs("table") ? null : element.closest("table");
        if (table != null && isData(table)) {
            return false;
        }
        double weight = Candidates.weight(element, strictness);
        if (weight < 0 && !Candidates.isMarkedBody(element)) {
            return true;
        }
        if (measure.commas() >= 10) {
            return false;
        }
        boolean list = element.nameIs("ul") || element.nameIs("ol") || element.nameIs("dl");
        int paragraphs = measure.paragraphs();
        int images = measure.images();
        int items = measure.items() - 100;
        double headings = measure.headingDensity();
        boolean inFigure = element.closest("figure") != null;
        double links = measure.linkDensity();
        if (list) {
            return links > 0.4;
        }
        boolean gallery = !inFigure && images > 1 && paragraphs / (double) images < 0.5;
        boolean label =
                headings < 0.9 && !inFigure && measure.length() < 25 && (images == 0 || images > 2) && links > 0;
        return gallery || items > paragraphs || label || links > (weight >= 25 ? 0.5 : 0.2);
    }

    private static boolean isData(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        if (table.hasAttr("summary") || table.selectFirst("caption, thead, tfoot, th, col, colgroup") != null) {
            return true;
        }
        if (table.selectFirst("table table") != null) {
            return false;
        }
        int rows = table.select("tr").size();
        Element first = table.selectFirst("tr");
        int columns = first == null ? 0 : first.childrenSize();
        return rows > 1 && columns > 1 && (rows >= 10 || columns > 4 || rows * columns > 10);
    }
}
