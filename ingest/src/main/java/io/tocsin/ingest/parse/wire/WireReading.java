package io.tocsin.ingest.parse.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a wire file. */
public sealed interface WireReading {

    /**
     * It was read.
     *
     * @param title of the whole, may be empty
     * @param language of the whole, or null
     * @param items at least one
     */
    record Read(Format format, String title, @Nullable String language, List<WireItem> items) implements WireReading {
        public Read {
            items = List.copyOf(items);
        }
    }

    /** It must not be used: a test, an exercise, or a cancellation that does not say of what. */
    record NotForUse(Format format, String detail) implements WireReading {}

    /** It begins as its format does, and then something is missing. */
    record Broken(Format format, String detail) implements WireReading {}

    /** How a wire file is written. */
    enum Format {
        /** https://iptc.org/standards/newsml-g2/. */
        NEWSML_G2,
        /** IPTC NewsML 1.0 to 1.2. */
        NEWSML_1,
        /** https://iptc.org/standards/nitf/. */
        NITF,
        /** https://iptc.org/standards/ninjs/, 1 to 3. */
        NINJS,
        /** IPTC 7901, the text wire. */
        IPTC_7901,
        /** ANPA 1312, the text wire of North America. */
        ANPA,
        /** Common Alerting Protocol 1.0 to 1.2, OASIS. */
        CAP,
        /** RFC 5322 and MIME. */
        MAIL,
        /** ISO 28500, archives of the web. */
        WARC,
        /** Events, mentions and knowledge graph of https://www.gdeltproject.org/. */
        GDELT;

        /** A file of many pages, not one report. */
        public boolean isArchive() {
            return this == WARC || this == GDELT;
        }
    }
}
