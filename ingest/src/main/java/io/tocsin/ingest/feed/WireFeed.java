package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireItem;
import io.tocsin.ingest.parse.wire.WireReading;
import java.util.ArrayList;
import java.util.List;

/** A wire file or an archive as a feed. Pure. */
final class WireFeed {
    private WireFeed() {}

    static FeedOutcome of(WireReading reading) {
        if (reading instanceof WireReading.NotForUse withheld) {
            return new Rejected(Reason.NOT_FOR_USE, withheld.format() + ": " + withheld.detail());
        }
        if (reading instanceof WireReading.Broken broken) {
            return new Rejected(Reason.UNREADABLE, broken.format() + ": " + broken.detail());
        }
        if (reading instanceof WireReading.Read read) {
            List<FeedEntry> entries = new ArrayList<>();
            read.items().forEach(item -> entries.add(entry(item)));
            Feed.Kind kind = read.format().isArchive() ? Feed.Kind.ARCHIVE : Feed.Kind.WIRE;
            return new Read(new Feed(kind, read.title(), null, read.language(), entries));
        }
        throw new IllegalStateException("no such reading: " + reading);
    }

    private static FeedEntry entry(WireItem item) {
        return new FeedEntry(
                item.id(),
                item.url(),
                item.title(),
                item.summary(),
                item.text(),
                item.publishedAt(),
                item.updatedAt(),
                item.authors(),
                item.language());
    }
}
