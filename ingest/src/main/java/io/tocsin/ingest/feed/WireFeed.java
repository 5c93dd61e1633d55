package io.tocsin.ingest.feed;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireItem;
import io.tocsin.ingest.parse.wire.WireReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            Set<String> canceled = canceled(read.items());
            for (WireItem item : read.items()) {
                if (item.kind() == Kind.RETRACTED || item.id() == null || !canceled.contains(item.id())) {
                    entries.add(entry(item));
                }
            }
            Feed.Kind kind = read.format().isArchive() ? Feed.Kind.ARCHIVE : Feed.Kind.WIRE;
            return new Read(new Feed(kind, read.title(), null, read.language(), entries));
        }
        throw new IllegalStateException("no such reading: " + reading);
    }

    /** What one file reports and takes back is taken back. */
    private static Set<String> canceled(List<WireItem> items) {
        Set<String> ids = new HashSet<>();
        for (WireItem item : items) {
            if (item.kind() == Kind.RETRACTED && item.id() != null) {
                ids.add(item.id());
            }
        }
        return ids;
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
                item.language(),
                item.kind());
    }
}
