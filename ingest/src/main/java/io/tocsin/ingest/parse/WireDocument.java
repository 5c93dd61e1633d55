package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireItem;
import io.tocsin.ingest.parse.wire.WireReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one report that a wire file is about, as a document. Pure. */
final class WireDocument {
    private WireDocument() {}

    static ParseOutcome of(WireReading reading, @Nullable String address, LanguageDetector languages) {
        if (reading instanceof WireReading.NotForUse withheld) {
            return new Rejected(Reason.NOT_FOR_USE, withheld.format() + ": " + withheld.detail());
        }
        if (reading instanceof WireReading.Broken broken) {
            return new Rejected(Reason.UNREADABLE, broken.format() + ": " + broken.detail());
        }
        if (reading instanceof WireReading.Read read) {
            WireItem main = main(read.items());
            String said = main.language() == null ? read.language() : main.language();
            String text = text(main);
            CanonicalUrl url = CanonicalUrl.of(main.url());
            return new Parsed(new ParsedDocument(
                    main.title(),
                    text,
                    url == null ? CanonicalUrl.of(address) : url,
                    main.publishedAt(),
                    main.updatedAt(),
                    languages.settle(said, text),
                    main.authors(),
                    main.id(),
                    main.kind()));
        }
        throw new IllegalStateException("no such reading: " + reading);
    }

    /** The longest; the others are pictures, captions and pointers. */
    private static WireItem main(List<WireItem> items) {
        WireItem main = items.get(0);
        for (WireItem item : items) {
            main = item.text().length() > main.text().length() ? item : main;
        }
        return main;
    }

    /** A flash is its headline. */
    private static String text(WireItem item) {
        if (!item.text().isBlank()) {
            return item.text();
        }
        return item.summary().isBlank() ? item.title() : item.summary();
    }
}
