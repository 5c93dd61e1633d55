package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes paragraphs of text that stands in a page without any: between line breaks, or bare in a {@code div}. After it
 * whatever holds text is a {@code p}, a heading, a list or a table.
 */
final class Paragraphs {
    private static final Set<String> PHRASING = Set.of(
            "abbr", "b", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "img", "kbd", "label", "mark", "math",
            "meter", "output", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "var", "wbr", "a",
            "ins", "del", "u", "s", "tt", "big", "rt", "rp", "bdi", "strike", "picture", "source");

    private static final Set<String> BLOCKS = Set.of(
            "blockquote",
            "dl",
            "div",
            "ol",
            "p",
            "pre",
            "table",
            "ul",
            "section",
            "article",
            "main",
            "header",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "aside",
            "details",
            "address",
            "tr",
            "td",
            "li");

    private Paragraphs() {}

    static void form(Element body) {
        for (Element container : body.select("div, section, article, main, body, td, li, blockquote")) {
            boolean blocks = hasBlock(container);
            boolean divided = container.nameIs("div") && !blocks;
            if (blocks || hasDoubleBreak(container)) {
                wrapRuns(container);
            } else if (divided) {
                container.tagName("p");
            }
        }
    }

    private static boolean hasBlock(Element container) {
        for (Element child : container.children()) {
            if (!isPhrasing(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDoubleBreak(Element container) {
        boolean broken = false;
        for (Node child : container.childNodes()) {
            if (child instanceof Element element && element.nameIs("br")) {
                if (broken) {
                    return true;
                }
                broken = true;
            } else if (!isBlank(child)) {
                broken = false;
            }
        }
        return false;
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    private static boolean isPhrasing(Node node) {
        if (node instanceof TextNode) {
            return true;
        }
        if (!(node instanceof Element element) || !PHRASING.contains(element.normalName())) {
            return !(node instanceof Element);
        }
        return element.stream().noneMatch(inner -> BLOCKS.contains(inner.normalName()));
    }

    private static void wrapRuns(Element container) {
        List<Node> run = new ArrayList<>();
        int breaks = 0;
        for (Node child : List.copyOf(container.childNodes())) {
            if (!isPhrasing(child)) {
                wrap(run);
                breaks = 0;
            } else if (child instanceof Element element && element.nameIs("br")) {
                breaks++;
                run.add(child);
                if (breaks >= 2) {
                    wrap(run);
                }
            } else {
                breaks = isBlank(child) ? breaks : 0;
                run.add(child);
            }
        }
        wrap(run);
    }

    private static void wrap(List<Node> run) {
        boolean text = run.stream().anyMatch(node -> !isBlank(node) && !(node instanceof Element e && e.nameIs("br")));
        if (text) {
            Element paragraph = new Element("p");
            run.get(0).before(paragraph);
            run.forEach(paragraph::appendChild);
        }
        run.clear();
    }
}
