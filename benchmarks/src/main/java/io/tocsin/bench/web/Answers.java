package io.tocsin.bench.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Writes the answer to one request. For one thread. */
final class Answers {
    private static final int DRIP_MILLIS = 50;
    private static final int BOMB_BYTES = 20 * 1024 * 1024;
    private static final byte[] BOMB = gzip(new byte[BOMB_BYTES]);

    private final OutputStream out;
    private final CountDownLatch end;
    private final long number;

    /**
     * Makes one.
     *
     * @param end of the whole web: nothing waits longer
     * @param number of the request
     */
    Answers(OutputStream out, CountDownLatch end, long number) {
        this.out = out;
        this.end = end;
        this.number = number;
    }

    long number() {
        return number;
    }

    /** A feed of one article. */
    static String rss(String title) {
        return "<rss version=\"2.0\"><channel><title>F</title><item><title>" + title
                + "</title><link>https://x.example/1</link><description>The port is closed until Friday.</description>"
                + "<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>";
    }

    void feed() throws IOException {
        body(rss("Port closed"));
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    void body(String text) throws IOException {
        typed("text/xml; charset=utf-8", text);
    }

    void typed(String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        raw("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    void status(int status) throws IOException {
        raw("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");
    }

    void redirect(String to) throws IOException {
        raw("HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
    }

    void hang() throws IOException {
        if (!awaited(TimeUnit.HOURS.toMillis(1))) {
            raw("");
        }
    }

    void drip() throws IOException {
        raw("HTTP/1.1 200 OK\r\n\r\n");
        while (!awaited(DRIP_MILLIS)) {
            raw("x");
        }
    }

    void endless() throws IOException {
        raw("HTTP/1.1 200 OK\r\n\r\n");
        byte[] part = new byte[8192];
        Arrays.fill(part, (byte) 'x');
        while (end.getCount() > 0) {
            out.write(part);
        }
    }

    void endlessHeaders() throws IOException {
        raw("HTTP/1.1 200 OK\r\n");
        while (end.getCount() > 0) {
            raw("X-More: " + "x".repeat(500) + "\r\n");
        }
    }

    void bomb() throws IOException {
        packed(BOMB);
    }

    void damaged() throws IOException {
        packed(Arrays.copyOf(gzip(rss("Port closed").getBytes(StandardCharsets.UTF_8)), 60));
    }

    private void packed(byte[] body) throws IOException {
        raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    /** Whether the web ended meanwhile. */
    private boolean awaited(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return packed.toByteArray();
    }
}
