package io.tocsin.ingest.parse.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A record of an archive of the web (ISO 28500, versions 1.0 and 1.1).
 *
 * @param headers by lower-case name
 * @param from where its block begins in the archive
 * @param to where it ends; more than the archive has when it is cut off
 */
record WarcRecord(Map<String, String> headers, int from, int to) {
    private static final byte[] MAGIC = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Largest page, unpacked. */
    private static final int LARGEST_PAGE = 10 * 1024 * 1024;

    /** Longest header of a record or an answer. */
    private static final int LONGEST_HEADER = 64 * 1024;

    /** What a server sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, @Nullable String contentType, byte[] body) {}

    /** The next record from a place on, or null when there is none. */
    static @Nullable WarcRecord next(byte[] archive, int at) {
        int start = indexOf(archive, MAGIC, at, archive.length);
        int end = start < 0 ? -1 : indexOf(archive, BLANK, start, Math.min(archive.length, start + LONGEST_HEADER));
        if (end < 0) {
            return null;
        }
        Map<String, String> headers = headers(archive, start, end);
        String length = headers.getOrDefault("content-length", "");
        if (!length.matches("\\d{1,9}")) {
            return null;
        }
        int from = end + BLANK.length;
        return new WarcRecord(headers, from, from + Integer.parseInt(length));
    }

    private static Map<String, String> headers(byte[] bytes, int from, int to) {
        Map<String, String> headers = new HashMap<>();
        for (String line : new String(bytes, from, to - from, StandardCharsets.UTF_8).split("\\r?\\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** The page in a response, resource or conversion, or null when it is something else or damaged. */
    @Nullable
    Answer answer(byte[] archive) {
        byte[] block = Arrays.copyOfRange(archive, from, to);
        return switch (headers.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT)) {
            case "response" -> response(block);
            case "resource", "conversion" -> new Answer(200, headers.get("content-type"), block);
            default -> null;
        };
    }

    private static @Nullable Answer response(byte[] block) {
        int end = indexOf(block, BLANK, 0, Math.min(block.length, LONGEST_HEADER));
        String first = new String(block, 0, Math.min(block.length, 16), StandardCharsets.ISO_8859_1);
        if (end < 0 || !first.matches("(?s)HTTP/\\d(?:\\.\\d)? \\d{3}.*")) {
            return null;
        }
        Map<String, String> headers = headers(block, 0, end);
        int status = Integer.parseInt(first.substring(first.indexOf(' ') + 1, first.indexOf(' ') + 4));
        byte[] body = Arrays.copyOfRange(block, end + BLANK.length, block.length);
        try {
            if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
                body = unchunked(body);
            }
            boolean gzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
            if (gzip) {
                try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                    body = in.readNBytes(LARGEST_PAGE);
                }
            }
        } catch (IOException e) {
            return null;
        }
        return new Answer(status, headers.get("content-type"), body);
    }

    /** The body without its chunks' lengths; one that has none, since many archives take them away, as it is. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int line = indexOf(body, new byte[] {'\r', '\n'}, at, Math.min(body.length, at + 1024));
            String size = line < 0
                    ? ""
                    : new String(body, at, line - at, StandardCharsets.ISO_8859_1)
                            .replaceFirst(";.*", "")
                            .strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                return at == 0 ? body : whole.toByteArray();
            }
            int length = Math.min(Integer.parseInt(size, 16), body.length - line - 2);
            if (length == 0) {
                break;
            }
            whole.write(body, line + 2, length);
            at = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
