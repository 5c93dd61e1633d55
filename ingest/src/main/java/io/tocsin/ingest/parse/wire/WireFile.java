package io.tocsin.ingest.parse.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.parse.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The bytes of a file as text, XML and JSON, each made once and only when it is asked for. For one thread. */
final class WireFile {
    /** Bytes at the beginning by which a format is recognised. */
    private static final int HEAD = 16 * 1024;

    /** Deepest nesting that is built. */
    private static final int DEEPEST = 256;

    private final byte[] bytes;
    private final @Nullable String contentType;
    private final String head;
    private final String root;
    private @Nullable String text;
    private @Nullable XmlNode xml;
    private @Nullable JsonNode json;

    WireFile(byte[] bytes, @Nullable String contentType) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "");
        this.root = XmlText.root(head.replace("\0", ""));
    }

    byte[] bytes() {
        return bytes;
    }

    /** The first bytes, one character each, without a byte order mark. */
    String head() {
        return head;
    }

    /** The name of the first element without its prefix, or nothing when this is not XML. */
    String root() {
        return root;
    }

    String text() {
        String made = text;
        if (made == null) {
            made = XmlText.decoded(bytes, contentType);
            text = made;
        }
        return made;
    }

    /** The root element. */
    XmlNode xml() {
        XmlNode made = xml;
        if (made == null) {
            String clean = XmlText.withoutDoctype(text());
            made = new XmlNode(Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(clean, ""));
            xml = made;
        }
        return made;
    }

    /** Whether the root element is closed: what is cut off on the way is not. */
    boolean isWhole() {
        String all = text();
        String tail = all.substring(Math.max(0, all.length() - 4096)).toLowerCase(Locale.ROOT);
        int end = tail.lastIndexOf("</");
        return end >= 0
                && tail.indexOf('>', end) > 0
                && tail.substring(end + 2, tail.indexOf('>', end))
                        .strip()
                        .replaceFirst("^[^:]*:", "")
                        .equals(root.toLowerCase(Locale.ROOT));
    }

    /** The tree, or a missing node when this is no JSON. */
    JsonNode json() {
        JsonNode made = json;
        if (made == null) {
            made = looksLikeJson() ? parsed(text()) : MissingNode.getInstance();
            json = made;
        }
        return made;
    }

    private boolean looksLikeJson() {
        String start = head.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
