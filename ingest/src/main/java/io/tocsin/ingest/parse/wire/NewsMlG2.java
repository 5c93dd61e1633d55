package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** NewsML-G2: news items, packages of references to items, and messages that carry both. */
final class NewsMlG2 implements WireFormat {
    private static final Set<String> ROOTS =
            Set.of("newsItem", "packageItem", "newsMessage", "conceptItem", "knowledgeItem");
    private static final Set<String> NOT_FOR_USE = Set.of("canceled", "withheld");

    @Override
    public Format format() {
        return Format.NEWSML_G2;
    }

    @Override
    public boolean recognises(WireFile file) {
        return ROOTS.contains(file.root());
    }

    @Override
    public WireReading read(WireFile file) {
        if (!file.isWhole()) {
            return cutOff(file);
        }
        List<WireItem> items = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        Set<String> guids = new HashSet<>();
        for (XmlNode item : file.xml().all("newsItem")) {
            guids.add(String.valueOf(item.attribute("guid")));
            String status = status(item);
            WireDraft draft = newsItem(item);
            if (!NOT_FOR_USE.contains(status)) {
                add(isCorrection(item) ? draft.corrected() : draft, items);
            } else if (draft.isNamed()) {
                items.add(draft.canceled().build());
            } else {
                withheld.add("an item without a guid is " + status);
            }
        }
        String title = "";
        for (XmlNode parcel : file.xml().all("packageItem")) {
            String said = parcel.firstText("headline");
            title = title.isEmpty() && said != null ? said : title;
            if (!NOT_FOR_USE.contains(status(parcel))) {
                references(parcel, guids, items);
            } else {
                withheld.add(parcel.attribute("guid") + " is " + status(parcel));
            }
        }
        if (!items.isEmpty()) {
            return new Read(format(), title, null, items);
        }
        return withheld.isEmpty()
                ? new Broken(format(), "no news in this " + file.root())
                : new NotForUse(format(), String.join(", ", withheld));
    }

    private static void add(WireDraft draft, List<WireItem> items) {
        if (!draft.saysNothing()) {
            items.add(draft.build());
        }
    }

    /** The last part of {@code stat:usable}; usable when nothing is said. */
    private static String status(XmlNode item) {
        XmlNode status = item.at("itemMeta", "pubStatus");
        String code = status == null ? null : status.attribute("qcode");
        return code == null ? "usable" : code.substring(code.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isCorrection(XmlNode item) {
        XmlNode meta = item.at("itemMeta");
        return meta != null
                && meta.children("signal").stream()
                        .anyMatch(signal -> "sig:correction".equals(signal.attribute("qcode")));
    }

    private static WireDraft newsItem(XmlNode item) {
        WireDraft draft = new WireDraft().id(item.attribute("guid"));
        XmlNode meta = item.at("itemMeta");
        XmlNode content = item.at("contentMeta");
        if (meta != null) {
            draft.published(meta.text("firstCreated")).updated(meta.text("versionCreated"));
            for (XmlNode link : meta.children("link")) {
                draft.url(isPage(link) ? link.attribute("href") : null);
            }
        }
        if (content != null) {
            draft.published(content.text("contentCreated")).updated(content.text("contentModified"));
            draft.title(headline(content)).summary(content.text("description"));
            for (XmlNode creator : content.children("creator")) {
                draft.author(isPerson(creator) ? creator.text("name") : null);
            }
            draft.byline(content.text("by"));
            XmlNode language = content.at("language");
            draft.language(language == null ? null : language.attribute("tag"));
        }
        draft.title(meta == null ? null : meta.text("title"));
        draft.title(content == null ? null : content.text("slugline"));
        draft.language(item.attribute("lang"));
        XmlNode set = item.at("contentSet");
        if (set != null) {
            contents(set, draft);
        }
        return draft;
    }

    private static boolean isPage(XmlNode link) {
        String type = link.attribute("contenttype");
        String rel = link.attribute("rel");
        return (type != null && type.contains("html"))
                || (rel != null && rel.matches("(?i).*(?:permalink|canonical|web).*"));
    }

    private static boolean isPerson(XmlNode creator) {
        String type = creator.attribute("type");
        return type == null
                ? creator.attribute("qcode") == null
                : type.toLowerCase(Locale.ROOT).endsWith("person");
    }

    /** One without a role before the short ones and the kickers. */
    private static @Nullable String headline(XmlNode content) {
        for (XmlNode headline : content.children("headline")) {
            if (headline.attribute("role") == null && headline.words() != null) {
                return headline.words();
            }
        }
        return content.text("headline");
    }

    private static void contents(XmlNode set, WireDraft draft) {
        for (XmlNode inline : set.children("inlineXML")) {
            XmlNode nitf = inline.first("nitf");
            if (nitf != null) {
                Nitf.fill(nitf, draft);
            } else {
                XmlNode body = inline.first("body");
                draft.text((body == null ? inline : body).blocks());
            }
        }
        for (XmlNode inline : set.children("inlineData")) {
            draft.text(inline.blocks());
        }
        for (XmlNode remote : set.children("remoteContent")) {
            draft.url(isPage(remote) ? remote.attribute("href") : null);
        }
    }

    /** What a package points to, without what came along with it. */
    private static void references(XmlNode parcel, Set<String> guids, List<WireItem> items) {
        for (XmlNode reference : parcel.all("itemRef")) {
            String id = reference.attribute("residref");
            if (id == null || guids.add(id)) {
                add(
                        new WireDraft()
                                .id(id)
                                .url(reference.attribute("href"))
                                .title(reference.text("headline"))
                                .title(reference.text("title"))
                                .summary(reference.text("description"))
                                .updated(reference.text("versionCreated"))
                                .published(reference.text("firstCreated")),
                        items);
            }
        }
    }
}
