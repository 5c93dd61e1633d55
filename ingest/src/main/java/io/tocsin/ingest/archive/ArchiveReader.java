package io.tocsin.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.ArticleJson.Reading;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive line by line, in order. Gzip is recognised by its first bytes. Not safe for use by several threads.
 */
public final class ArchiveReader implements Closeable {
    /** Longest line in bytes. */
    private static final int LONGEST_LINE = 32 * 1024 * 1024;

    private static final ObjectReader JSON = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String file;
    private final InputStream in;
    private final ArticleJson articles;
    private final Instant now;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long line;

    /**
     * Opens an archive.
     *
     * @param file what messages call it
     * @param in closed with this reader
     * @param now when an article counts as seen that bears no date, and the latest that any can have been seen
     */
    public ArchiveReader(String file, InputStream in, ArticleJson articles, Instant now) throws IOException {
        this.file = file;
        this.in = plain(in);
        this.articles = articles;
        this.now = now;
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 64 * 1024) : buffered;
    }

    /** The next line that is not blank, or null after the last. */
    public @Nullable ArchiveLine next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
            int read;
            try {
                read = readLine(bytes);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                filled = -1;
                return new ArchiveLine.Invalid(file, line + 1, "the gzip data is damaged", "compress the file again");
            }
            if (read < 0) {
                return null;
            }
            line++;
            if (read > LONGEST_LINE) {
                return new ArchiveLine.Invalid(
                        file, line, "longer than " + LONGEST_LINE + " bytes", "write one article a line");
            }
            byte[] json = bytes.toByteArray();
            int start = line == 1 && startsWithMark(json) ? 3 : 0;
            if (!isBlank(json, start)) {
                return parse(json, start);
            }
        }
    }

    /** The length of the line, of which no more than the longest is kept; -1 after the last. */
    private int readLine(ByteArrayOutputStream bytes) throws IOException {
        long length = 0;
        while (true) {
            if (position >= filled) {
                filled = filled < 0 ? -1 : in.read(buffer);
                position = 0;
                if (filled < 0) {
                    return length == 0 ? -1 : (int) Math.min(length, Integer.MAX_VALUE);
                }
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (length <= LONGEST_LINE) {
                bytes.write(buffer, position, end - position);
            }
            length += end - position;
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (complete) {
                return (int) Math.min(length, Integer.MAX_VALUE);
            }
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    private static boolean isBlank(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private ArchiveLine parse(byte[] bytes, int start) {
        try {
            JsonNode json = JSON.readTree(bytes, start, bytes.length - start);
            Reading reading = articles.read(json, now);
            if (reading instanceof Reading.Read read) {
                return new ArchiveLine.Article(file, line, read.article());
            }
            if (reading instanceof Reading.Wrong wrong) {
                return new ArchiveLine.Invalid(file, line, wrong.reason(), wrong.remedy());
            }
            throw new IllegalStateException("no such reading: " + reading);
        } catch (JsonProcessingException e) {
            String column = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            return new ArchiveLine.Invalid(
                    file, line, "not JSON" + column + ": " + e.getOriginalMessage(), "write one JSON object a line");
        } catch (IOException e) {
            return new ArchiveLine.Invalid(file, line, "not UTF-8: " + e.getMessage(), "save the file as UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
