package io.tocsin.bench.quality;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The two halves of a set. */
enum Part {
    /** Its errors are shown: dictionaries and rules may be mended by them. */
    LOOKED_AT,
    /** Its rows are counted and never shown. */
    FROZEN;

    /**
     * The part of a row, by the lowest bit of the CRC-32 of its text in UTF-8. The same text is always in the same
     * part, wherever it stands in a file.
     */
    static Part of(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.strip().getBytes(StandardCharsets.UTF_8));
        return (sum.getValue() & 1) == 0 ? LOOKED_AT : FROZEN;
    }
}
