package io.tocsin.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one answer of HTTP/1.1 (RFC 9112) from a stream, within bounds. For one thread. */
final class HttpWire {
    /** All header lines together. */
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    /** Answers of the 1xx class before the real one. */
    private static final int MOST_INTERIM = 10;

    private final InputStream in;
    private final int maxBytes;
    private int headerBytes;

    /** An answer that is none. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    HttpWire(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    HttpAnswer read() throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            int status = status(line());
            Map<String, String> headers = headers();
            if (status >= 200) {
                boolean empty = status == 204 || status == 304;
                return new HttpAnswer(status, headers, empty ? new byte[0] : body(headers));
            }
        }
        throw new Malformed("only interim answers");
    }

    private static int status(String line) throws Malformed {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d{2}(?: .*)?")) {
            throw new Malformed("no status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed before the answer was whole");
            }
            if (++headerBytes > MOST_HEADER_BYTES) {
                throw new Malformed("headers of more than " + MOST_HEADER_BYTES + " bytes");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "identity").toLowerCase(Locale.ROOT);
        if (coding.endsWith("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return capped(in.readNBytes(maxBytes + 1));
        }
        if (!length.matches("\\d{1,18}")) {
            throw new Malformed("Content-Length: " + length);
        }
        if (Long.parseLong(length) > maxBytes) {
            throw new CappedBody.TooLarge(maxBytes);
        }
        return whole(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line().replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new Malformed("a chunk of '" + size + "' bytes");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return body.toByteArray(); // what trails is not read: the connection is closed
            }
            if (body.size() + length > maxBytes) {
                throw new CappedBody.TooLarge(maxBytes);
            }
            body.write(whole((int) length));
            headerBytes = 0;
            if (!line().isEmpty()) {
                throw new Malformed("a chunk that does not end");
            }
        }
    }

    private byte[] whole(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection was closed before the answer was whole");
        }
        return bytes;
    }

    private byte[] capped(byte[] bytes) throws CappedBody.TooLarge {
        if (bytes.length > maxBytes) {
            throw new CappedBody.TooLarge(maxBytes);
        }
        return bytes;
    }
}
