package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.parse.Charsets;
import io.tocsin.ingest.parse.ParsedDocument;
import io.tocsin.ingest.parse.RawDocument;
import io.tocsin.ingest.parse.WebPage;
import io.tocsin.ingest.parse.wire.WarcRecord.Answer;
import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An archive of the web: the pages in it that were answered with 200, each with what stands on it. */
final class Warc implements WireFormat {
    @Override
    public Format format() {
        return Format.WARC;
    }

    @Override
    public boolean recognises(WireFile file) {
        return file.head().startsWith("WARC/1.");
    }

    @Override
    public WireReading read(WireFile file) {
        byte[] archive = file.bytes();
        List<WireItem> items = new ArrayList<>();
        int at = 0;
        for (WarcRecord record = WarcRecord.next(archive, at); record != null; record = WarcRecord.next(archive, at)) {
            at = record.to();
            if (at > archive.length || at < 0) {
                break; // cut off: what was whole is kept
            }
            Answer answer = record.answer(archive);
            WireItem item = answer == null || answer.status() != 200 ? null : item(record, answer);
            if (item != null) {
                items.add(item);
            }
        }
        return items.isEmpty()
                ? new Broken(format(), "no whole record with a page")
                : new Read(format(), "", null, items);
    }

    private static @Nullable WireItem item(WarcRecord record, Answer answer) {
        String address = record.headers().getOrDefault("warc-target-uri", "").replaceAll("^<|>$", "");
        String type = answer.contentType() == null ? "" : answer.contentType().toLowerCase(Locale.ROOT);
        WireDraft draft = new WireDraft().id(address);
        if (type.startsWith("text/plain")) {
            String text = Charsets.decode(answer.body(), Charsets.declared(answer.contentType()));
            String[] lines = text.strip().split("\\R", 2);
            draft.title(lines[0]).text(lines.length > 1 ? lines[1] : lines[0]);
        } else if (type.contains("html")) {
            ParsedDocument page = WebPage.read(new RawDocument(address, answer.contentType(), address, answer.body()));
            draft.title(page.title()).text(page.text()).language(page.language());
            draft.published(time(page.publishedAt())).updated(time(page.modifiedAt()));
            page.authors().forEach(draft::author);
            CanonicalUrl url = page.url();
            draft.url(url == null ? null : url.toString());
        } else {
            return null;
        }
        return draft.build();
    }

    private static @Nullable String time(java.time.@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
