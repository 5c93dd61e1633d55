package io.tocsin.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Bodies of answers within a size, packed and unpacked. */
final class CappedBody {
    private CappedBody() {}

    /** A body, packed or unpacked, that is larger than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int maxBytes) {
            super("more than " + maxBytes + " bytes");
        }
    }

    /** The body as it was before it was packed for the way. */
    static byte[] unpacked(byte[] body, @Nullable String encoding, int maxBytes) throws IOException {
        boolean gzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        if (gzip && (encoding == null || encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))) {
            return capped(new GZIPInputStream(new ByteArrayInputStream(body)), maxBytes);
        }
        if ("deflate".equalsIgnoreCase(encoding)) {
            return capped(new InflaterInputStream(new ByteArrayInputStream(body)), maxBytes);
        }
        return body;
    }

    private static byte[] capped(InputStream packed, int maxBytes) throws IOException {
        try (packed) {
            byte[] read = packed.readNBytes(maxBytes + 1);
            if (read.length > maxBytes) {
                throw new TooLarge(maxBytes);
            }
            return read;
        }
    }
}
