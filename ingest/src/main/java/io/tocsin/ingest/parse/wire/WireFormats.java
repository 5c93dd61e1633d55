package io.tocsin.ingest.parse.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All formats of this room. Safe for use by any thread. */
public final class WireFormats {
    private static final List<WireFormat> ALL = List.of(
            new NewsMlG2(),
            new NewsMl1(),
            new Nitf(),
            new CapAlert(),
            new Ninjs(),
            new Iptc7901(),
            new Anpa(),
            new Warc(),
            new Gdelt(),
            new Mail());

    private WireFormats() {}

    /** Whether the file holds many pages and may be larger than a feed or a document; only its beginning is read. */
    public static boolean isArchive(byte[] bytes) {
        WireFile file = new WireFile(bytes, null);
        return ALL.stream().anyMatch(format -> format.format().isArchive() && format.recognises(file));
    }

    /**
     * What stands in the file, or null when it is none of these.
     *
     * @param contentType as declared by whoever sent it, or null
     */
    public static @Nullable WireReading read(byte[] bytes, @Nullable String contentType) {
        WireFile file = new WireFile(bytes, contentType);
        WireFormat found = find(file);
        return found == null ? null : found.read(file);
    }

    private static @Nullable WireFormat find(WireFile file) {
        for (WireFormat format : ALL) {
            if (format.recognises(file)) {
                return format;
            }
        }
        return null;
    }
}
