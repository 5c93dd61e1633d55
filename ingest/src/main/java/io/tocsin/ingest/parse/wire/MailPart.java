package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.Charsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message or a part of one (RFC 5322, RFC 2045 to 2047).
 *
 * @param headers by lower-case name, unfolded, the first of equals
 * @param body as it was sent, one character a byte
 */
record MailPart(Map<String, String> headers, String body) {
    private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t])");
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?]{0,20})?\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");

    /** Parts that are looked at in one multipart. */
    private static final int MOST_PARTS = 200;

    static MailPart of(String raw) {
        boolean bare = raw.startsWith("\r\n") || raw.startsWith("\n");
        Matcher end = END_OF_HEADERS.matcher(raw);
        String head = bare ? "" : end.find() ? raw.substring(0, end.start()) : raw;
        String body = bare ? raw : head.length() == raw.length() ? "" : raw.substring(end.end());
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : FOLD.matcher(head).replaceAll("").split("\\r?\\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new MailPart(headers, body);
    }

    /** A header with its encoded words decoded, or null. */
    @Nullable
    String header(String name) {
        String value = headers.get(name);
        return value == null ? null : words(value);
    }

    /** The media type in lower case without parameters; plain text when none is given. */
    String type() {
        String type = headers.getOrDefault("content-type", "text/plain");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean isAttached() {
        return headers.getOrDefault("content-disposition", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
    }

    /** The parts of a multipart; none when it has no boundary. */
    List<MailPart> parts() {
        Matcher boundary = Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))")
                .matcher(headers.getOrDefault("content-type", ""));
        List<MailPart> parts = new ArrayList<>();
        if (boundary.find()) {
            String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
            String[] pieces = ("\n" + body).split("\\r?\\n--" + Pattern.quote(mark), MOST_PARTS + 2);
            for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
                parts.add(of(pieces[i].replaceFirst("^[ \\t]*\\r?\\n", "")));
            }
        }
        return parts;
    }

    /** The characters of a text part. */
    String text() {
        byte[] bytes =
                switch (headers.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT)) {
                    case "base64" -> base64(body);
                    case "quoted-printable" -> quoted(body.replaceAll("[ \\t]+(?=\\r?\\n)", ""));
                    default -> body.getBytes(StandardCharsets.ISO_8859_1);
                };
        return Charsets.decode(bytes, Charsets.declared(headers.get("content-type")));
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Quoted-printable; what is no escape stays as it is. */
    private static byte[] quoted(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '=') {
                plain.append(c);
            } else if (text.startsWith("\r\n", i + 1)) {
                i += 2;
            } else if (text.startsWith("\n", i + 1)) {
                i++;
            } else if (i + 2 < text.length()
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String words(String value) {
        Matcher word = WORD.matcher(BETWEEN_WORDS.matcher(value).replaceAll(""));
        StringBuilder plain = new StringBuilder();
        int from = 0;
        String all = BETWEEN_WORDS.matcher(value).replaceAll("");
        while (word.find()) {
            plain.append(raw(all.substring(from, word.start())));
            byte[] bytes = word.group(2).equalsIgnoreCase("b")
                    ? base64(word.group(3))
                    : quoted(word.group(3).replace('_', ' '));
            Charset charset = Charsets.named(word.group(1));
            plain.append(charset == null ? Charsets.decode(bytes, null) : new String(bytes, charset));
            from = word.end();
        }
        return plain.append(raw(all.substring(from)))
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Headers that are not encoded although they should be are UTF-8 or what it looks like. */
    private static String raw(String text) {
        return text.isEmpty() ? "" : Charsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), null);
    }
}
