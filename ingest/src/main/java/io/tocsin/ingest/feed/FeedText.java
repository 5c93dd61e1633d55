package io.tocsin.ingest.feed;

import io.tocsin.ingest.parse.HtmlText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Text constructs of feeds as plain text: escaped mark-up, mark-up as it is, text that only looks like it. */
final class FeedText {
    private FeedText() {}

    /** On one line, for titles and names. */
    static String line(FeedElement element) {
        return HtmlText.line(markup(element));
    }

    /** One block a line, for summaries and contents. */
    static String block(FeedElement element) {
        return HtmlText.plain(markup(element));
    }

    private static String markup(FeedElement element) {
        String type = attribute(element, "type");
        String mode = attribute(element, "mode");
        boolean atom = element.name().startsWith("atom:");
        if (mode.equals("base64")
                || (atom
                        && !type.isEmpty()
                        && !isText(type)
                        && element.element().childrenSize() == 0)) {
            return decoded(element.raw());
        }
        if (element.element().childrenSize() > 0) {
            return inner(element);
        }
        boolean literal =
                atom && (type.isEmpty() || type.equals("text") || type.equals("text/plain")) && !mode.equals("escaped");
        return literal ? escaped(element.raw()) : element.raw();
    }

    private static boolean isText(String type) {
        return type.startsWith("text") || type.contains("html") || type.contains("xml");
    }

    private static String attribute(FeedElement element, String name) {
        String value = element.attribute(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** Mark-up that stands in the feed as it is; what is escaped in it is text. */
    private static String inner(FeedElement element) {
        StringBuilder html = new StringBuilder();
        for (Node node : element.element().childNodes()) {
            if (node instanceof CDataNode data) {
                html.append(data.getWholeText());
            } else if (node instanceof TextNode text) {
                html.append(escaped(text.getWholeText()));
            } else {
                html.append(node.outerHtml().replaceAll("<(/?)[A-Za-z0-9]+:(?=[A-Za-z])", "<$1"));
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
