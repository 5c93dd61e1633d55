package io.tocsin.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that were packed before they were put on a server: sitemaps, archives, tables. */
final class Packed {
    private Packed() {}

    /** Larger unpacked than is allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int most) {
            super("more than " + most + " bytes unpacked");
        }
    }

    /** What is in a gzip file or the first file of a zip file; what is not packed, as it is. */
    static byte[] unpacked(byte[] bytes, int most) throws IOException {
        if (startsWith(bytes, 0x1f, 0x8b)) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return within(in, most);
            }
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                ZipEntry first = in.getNextEntry();
                return first == null ? bytes : within(in, most);
            }
        }
        return bytes;
    }

    private static byte[] within(InputStream in, int most) throws IOException {
        byte[] read = in.readNBytes(most + 1);
        if (read.length > most) {
            throw new TooLarge(most);
        }
        return read;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        boolean starts = bytes.length > mark.length;
        for (int i = 0; starts && i < mark.length; i++) {
            starts = (bytes[i] & 0xff) == mark[i];
        }
        return starts;
    }
}
