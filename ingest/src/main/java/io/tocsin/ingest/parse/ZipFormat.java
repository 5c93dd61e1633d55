package io.tocsin.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** Which of the formats that are zip files inside a zip file is. Only names are read. */
final class ZipFormat {
    /** Entries that are looked at. */
    private static final int ENTRIES = 64;

    /** Bytes that looking may unpack. */
    private static final long MOST = 32L * 1024 * 1024;

    private ZipFormat() {}

    static @Nullable MediaType of(byte[] bytes) {
        long unpacked = 0;
        byte[] sink = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; i < ENTRIES && entry != null; i++) {
                String name = entry.getName();
                if (name.startsWith("word/")) {
                    return MediaType.application("vnd.openxmlformats-officedocument.wordprocessingml.document");
                }
                if (name.startsWith("xl/") || name.startsWith("ppt/")) {
                    return MediaType.application("x-spreadsheet-or-slides");
                }
                if (name.equals("mimetype")) {
                    String type = new String(zip.readNBytes(100), java.nio.charset.StandardCharsets.US_ASCII).strip();
                    return type.startsWith("application/vnd.oasis.") ? MediaType.parse(type) : null;
                }
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    unpacked += read;
                    if (unpacked > MOST) {
                        return null;
                    }
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        return null;
    }
}
