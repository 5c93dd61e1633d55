package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.HtmlText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element whose parts are found by their names without prefix, upper or lower case alike. */
record XmlNode(Element element) {

    String name() {
        return element.tag().localName();
    }

    boolean is(String local) {
        return name().equalsIgnoreCase(local);
    }

    /** All elements of that name at any depth, this one not among them. */
    List<XmlNode> all(String local) {
        List<XmlNode> found = new ArrayList<>();
        for (Element inner : element.getAllElements()) {
            if (!inner.equals(element) && inner.tag().localName().equalsIgnoreCase(local)) {
                found.add(new XmlNode(inner));
            }
        }
        return found;
    }

    List<XmlNode> children(String local) {
        List<XmlNode> found = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.tag().localName().equalsIgnoreCase(local)) {
                found.add(new XmlNode(child));
            }
        }
        return found;
    }

    /** The first one down a path of child elements, or null. */
    @Nullable
    XmlNode at(String... path) {
        XmlNode here = this;
        for (String step : path) {
            List<XmlNode> children = here.children(step);
            if (children.isEmpty()) {
                return null;
            }
            here = children.get(0);
        }
        return here;
    }

    /** The first of that name at any depth, or null. */
    @Nullable
    XmlNode first(String local) {
        for (Element inner : element.getAllElements()) {
            if (!inner.equals(element) && inner.tag().localName().equalsIgnoreCase(local)) {
                return new XmlNode(inner);
            }
        }
        return null;
    }

    /** The characters down a path, or null when they are blank or missing. */
    @Nullable
    String text(String... path) {
        XmlNode node = at(path);
        return node == null ? null : node.words();
    }

    /** The characters of the first element of that name at any depth, or null. */
    @Nullable
    String firstText(String local) {
        XmlNode node = first(local);
        return node == null ? null : node.words();
    }

    /** Its characters on one line, or null when they are blank. */
    @Nullable
    String words() {
        String words = element.wholeText().replaceAll("[\\s\\p{Z}]+", " ").strip();
        return words.isEmpty() ? null : words;
    }

    /** An attribute by its name without prefix, or null. */
    @Nullable
    String attribute(String local) {
        for (org.jsoup.nodes.Attribute attribute : element.attributes()) {
            if (attribute.localName().equalsIgnoreCase(local)
                    && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }

    /** Mark-up in it, or escaped mark-up, as plain text, one block a line. */
    String blocks() {
        if (element.childrenSize() == 0) {
            return HtmlText.plain(element.wholeText().strip());
        }
        return HtmlText.plain(element.html().replaceAll("<(/?)[A-Za-z0-9]{1,20}:(?=[A-Za-z])", "<$1"));
    }
}
