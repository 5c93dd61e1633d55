package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.worker.TextOutcome.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** How much XML a zipped document unpacks to, looked at before anything builds a tree of it. */
final class PackedXml {
    /** A book of a million words has about 30 MB. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_ENTRIES = 20_000;

    private PackedXml() {}

    /** Why the document must not be read, or null when it may; also when it is no zip file. */
    static @Nullable Refused refusal(DocumentTask task) {
        long unpacked = 0;
        int entries = 0;
        byte[] sink = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(task.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    return new Refused(Reason.TOO_LARGE, "more than " + MOST_ENTRIES + " entries in a zip file");
                }
                if (!isXml(entry)) {
                    continue;
                }
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES) {
                        return new Refused(
                                Reason.TOO_LARGE, "unpacks to more than " + MOST_BYTES / (1024 * 1024) + " MB of XML");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return null; // damaged: whoever reads it says so
        }
        return null;
    }

    private static boolean isXml(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }
}
