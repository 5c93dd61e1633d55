package io.tocsin.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** XML before it is read: its charset, its DOCTYPE, which is never looked at, and its root. Pure. */
public final class XmlText {
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)");

    /** Characters at the beginning in which a DOCTYPE stands, and of which it may consist. */
    private static final int PROLOGUE = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("<(?:[\\w.-]{1,80}:)?([A-Za-z_][\\w.-]{0,80})(?=[\\s>/])");

    private XmlText() {}

    /**
     * The characters: what the XML declaration says comes before what the server says.
     *
     * @param contentType as the server declares it, or null
     */
    public static String decoded(byte[] bytes, @Nullable String contentType) {
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == '<') {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 4 && bytes[0] == '<' && bytes[1] == 0) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head.replaceFirst("^\u00ef\u00bb\u00bf", ""));
        Charset said = declaration.find() ? Charsets.named(declaration.group(1)) : null;
        Charset sent = said == null ? Charsets.declared(contentType) : said;
        boolean wide =
                sent != null && (sent.name().startsWith("UTF-16") || sent.name().startsWith("UTF-32"));
        boolean narrow = bytes.length > 1 && bytes[0] == '<'; // in a wide charset a zero would stand beside it
        return Charsets.decode(bytes, wide && (said != null || narrow) ? null : sent);
    }

    /** The text without its first DOCTYPE: no entity is declared, none is fetched, none is replaced. */
    public static String withoutDoctype(String text) {
        String prologue = text.substring(0, Math.min(text.length(), PROLOGUE));
        int start = prologue.toUpperCase(Locale.ROOT).indexOf("<!DOCTYPE");
        int end = start < 0 ? -1 : doctypeEnd(prologue, start);
        return end < 0 ? text : text.substring(0, start) + text.substring(end);
    }

    private static int doctypeEnd(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The name of the first element without its prefix, or nothing when the text does not begin like XML. */
    public static String root(String head) {
        int at = 0;
        while (at >= 0 && at < head.length()) {
            if (Character.isWhitespace(head.charAt(at))) {
                at++;
            } else if (head.startsWith("<?", at)) {
                at = after(head, "?>", at);
            } else if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at);
            } else if (head.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                at = doctypeEnd(head, at);
            } else {
                Matcher name = NAME.matcher(head).region(at, head.length());
                return name.lookingAt() ? name.group(1) : "";
            }
        }
        return "";
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }
}
