package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** News Industry Text Format, by itself or inside NewsML. */
final class Nitf implements WireFormat {
    /** Parts of the text that are not the report. */
    private static final String ASIDE = "media, media-caption, media-producer, note, fixture, tagline";

    private static final Set<String> NOT_FOR_USE = Set.of("canceled", "cancelled", "withheld");

    @Override
    public Format format() {
        return Format.NITF;
    }

    @Override
    public boolean recognises(WireFile file) {
        return file.root().equals("nitf");
    }

    @Override
    public WireReading read(WireFile file) {
        if (!file.isWhole()) {
            return cutOff(file);
        }
        XmlNode nitf = file.xml().first("nitf");
        if (nitf == null) {
            return new Broken(format(), "no nitf element");
        }
        XmlNode data = nitf.at("head", "docdata");
        String status = data == null ? null : data.attribute("management-status");
        String other = data == null ? null : data.attribute("management-idref-status");
        XmlNode correction = data == null ? null : data.at("correction");
        WireDraft draft = new WireDraft();
        if (data != null && isNotForUse(other)) {
            draft.id(data.attribute("management-doc-idref"));
        } else if (correction != null) {
            draft.id(correction.attribute("id-string"));
        }
        fill(nitf, draft);
        if (isNotForUse(status) || isNotForUse(other)) {
            return draft.isNamed()
                    ? new Read(format(), "", null, List.of(draft.canceled().build()))
                    : new NotForUse(format(), "canceled, and no doc-id says what");
        }
        if (correction != null) {
            draft.corrected();
        }
        return draft.saysNothing()
                ? new Broken(format(), "neither headline nor text")
                : new Read(format(), "", null, List.of(draft.build()));
    }

    private static boolean isNotForUse(@Nullable String status) {
        return status != null && NOT_FOR_USE.contains(status.toLowerCase(Locale.ROOT));
    }

    /** What a {@code nitf} element says. */
    static void fill(XmlNode nitf, WireDraft draft) {
        XmlNode data = nitf.at("head", "docdata");
        if (data != null) {
            XmlNode id = data.at("doc-id");
            draft.id(id == null ? null : id.attribute("id-string"));
            XmlNode key = data.at("du-key");
            draft.id(key == null ? null : key.attribute("key"));
            draft.updated(date(data, "date.issue")).published(date(data, "date.release"));
        }
        XmlNode publication = nitf.at("head", "pubdata");
        if (publication != null) {
            draft.url(publication.attribute("ex-ref")).published(publication.attribute("date.publication"));
        }
        XmlNode head = nitf.at("body", "body.head");
        if (head != null) {
            draft.title(head.text("hedline", "hl1")).title(head.text("hedline"));
            draft.summary(head.text("abstract"));
            XmlNode byline = head.at("byline");
            if (byline != null) {
                byline.all("person").forEach(person -> draft.author(person.words()));
                byline.element().select("byttl").remove();
                draft.byline(byline.words());
            }
            XmlNode told = head.at("dateline", "story.date");
            draft.updated(told == null ? null : told.attribute("norm"));
        }
        draft.title(nitf.text("head", "title"));
        draft.language(nitf.attribute("lang"));
        XmlNode content = nitf.at("body", "body.content");
        if (content != null) {
            content.element().select(ASIDE).remove();
            draft.text(content.blocks());
        }
    }

    private static @Nullable String date(XmlNode data, String name) {
        XmlNode date = data.at(name);
        return date == null ? null : date.attribute("norm");
    }
}
