package io.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Writes an element as plain text: one block a line, no empty lines. */
final class BlockText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "figcaption",
            "address",
            "aside",
            "details",
            "summary",
            "hr",
            "br",
            "tbody",
            "thead",
            "body");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int linked;
    private int links;

    /**
     * A line.
     *
     * @param linked characters of it in links, white space left out
     * @param visible all its characters, white space left out
     */
    record Line(String text, int linked, int visible) {
        boolean isLink() {
            return linked >= visible * 0.9;
        }
    }

    private BlockText() {}

    /** The whole text. */
    static String of(Element element) {
        return String.join("\n", lines(element).stream().map(Line::text).toList());
    }

    static List<Line> lines(Element element) {
        BlockText text = new BlockText();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        text.enter(node);
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        text.leave(node);
                    }
                },
                element);
        text.end();
        return text.lines;
    }

    private void enter(Node node) {
        if (node instanceof TextNode words) {
            String text = words.getWholeText();
            line.append(text);
            linked += links > 0 ? visible(text) : 0;
        } else if (node instanceof Element element) {
            if (BLOCKS.contains(element.normalName())) {
                end();
            } else if (element.nameIs("td") || element.nameIs("th")) {
                line.append(' ');
            }
            links += element.nameIs("a") ? 1 : 0;
        }
    }

    private void leave(Node node) {
        if (node instanceof Element element) {
            links -= element.nameIs("a") ? 1 : 0;
            if (BLOCKS.contains(element.normalName())) {
                end();
            }
        }
    }

    private void end() {
        String text = tidy(line);
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(new Line(text, linked, visible(text)));
        }
        linked = 0;
    }

    private static int visible(String text) {
        return (int) text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .count();
    }

    private static String tidy(CharSequence raw) {
        StringBuilder tidy = new StringBuilder(raw.length());
        boolean space = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\u00ad' || c == '\u200b' || c == '\ufeff') {
                continue;
            }
            boolean white = Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
            if (!white) {
                tidy.append(c);
            } else if (!space) {
                tidy.append(' ');
            }
            space = white;
        }
        return tidy.toString().strip();
    }
}
