package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;

/** Reads one format. Stateless. */
sealed interface WireFormat permits NewsMlG2, NewsMl1, Nitf, Ninjs, Iptc7901, Anpa, CapAlert, Mail, Warc, Gdelt {

    Format format();

    /** Whether the file begins as this format does. */
    boolean recognises(WireFile file);

    /** Reads a file that was recognised. */
    WireReading read(WireFile file);

    /** For XML: a file that is not cut off is read. */
    default Broken cutOff(WireFile file) {
        return new Broken(format(), "cut off: " + file.root() + " is not closed");
    }
}
