package io.tocsin.ingest.parse;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * How much text each element of a tree has, how much of it in links, and how many commas: measured once for the whole
 * tree. White space counts as one character between words.
 */
final class ElementText {
    /** A comma in the scripts of news. */
    private static final String COMMAS = ",\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c\u3001";

    /** What a link to a place on the same page counts, beside one that leads away. */
    private static final double WITHIN_PAGE = 0.3;

    private final IdentityHashMap<Element, Measure> measures = new IdentityHashMap<>();

    /**
     * A measure.
     *
     * @param length characters of text
     * @param linked characters of it in links
     * @param headings characters of it in headings
     * @param paragraphs how many {@code p} there are inside
     * @param images how many {@code img}
     * @param items how many {@code li}
     */
    record Measure(int length, int linked, int commas, int headings, int paragraphs, int images, int items) {
        double linkDensity() {
            return length == 0 ? 0 : linked / (double) length;
        }

        double headingDensity() {
            return length == 0 ? 0 : headings / (double) length;
        }
    }

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Measure NOTHING = new Measure(0, 0, 0, 0, 0, 0, 0);

    private ElementText() {}

    static ElementText of(Element root) {
        ElementText text = new ElementText();
        text.measure(root, false);
        return text;
    }

    /** The element's measure; nothing for one that came into the tree later. */
    Measure get(Element element) {
        return measures.getOrDefault(element, NOTHING);
    }

    private Measure measure(Element element, boolean inLink) {
        boolean link = inLink || element.nameIs("a");
        int length = 0;
        double linked = 0;
        int commas = 0;
        int headings = 0;
        int paragraphs = 0;
        int images = 0;
        int items = 0;
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                int own = length(words.getWholeText());
                length += own;
                linked += link ? own : 0;
                commas += commas(words.getWholeText());
            } else if (child instanceof Element inner) {
                Measure measure = measure(inner, link);
                length += measure.length;
                linked += measure.linked;
                commas += measure.commas;
                headings += HEADINGS.contains(inner.normalName()) ? measure.length : measure.headings;
                paragraphs += measure.paragraphs + (inner.nameIs("p") ? 1 : 0);
                images += measure.images + (inner.nameIs("img") ? 1 : 0);
                items += measure.items + (inner.nameIs("li") ? 1 : 0);
            }
        }
        if (element.nameIs("a") && !inLink && element.attr("href").startsWith("#")) {
            linked *= WITHIN_PAGE;
        }
        Measure measure = new Measure(length, (int) linked, commas, headings, paragraphs, images, items);
        measures.put(element, measure);
        return measure;
    }

    private static int length(String words) {
        int length = 0;
        boolean space = true;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean white = Character.isWhitespace(c) || c == '\u00a0';
            if (!white || !space) {
                length++;
            }
            space = white;
        }
        return length;
    }

    private static int commas(String words) {
        int commas = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ',' || (c > 0x7f && COMMAS.indexOf(c) >= 0)) {
                commas++;
            }
        }
        return commas;
    }
}
