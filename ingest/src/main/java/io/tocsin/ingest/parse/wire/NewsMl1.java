package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** NewsML 1.0 to 1.2, which many agencies still send. */
final class NewsMl1 implements WireFormat {
    private static final Set<String> NOT_FOR_USE = Set.of("canceled", "cancelled", "withheld");

    /** A public identifier, and its revision with what that is: {@code :2N}. */
    private static final Pattern REVISION = Pattern.compile("^(urn:newsml:[^:]+:[^:]+:.+):\\d+[NUA]?$");

    @Override
    public Format format() {
        return Format.NEWSML_1;
    }

    @Override
    public boolean recognises(WireFile file) {
        return file.root().equalsIgnoreCase("NewsML");
    }

    @Override
    public WireReading read(WireFile file) {
        if (!file.isWhole()) {
            return cutOff(file);
        }
        List<WireItem> items = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (XmlNode item : file.xml().all("NewsItem")) {
            if (item.first("NewsItem") != null) {
                continue;
            }
            String status = named(item.at("NewsManagement", "Status"));
            WireDraft draft = draft(item);
            if (status != null && NOT_FOR_USE.contains(status.toLowerCase(Locale.ROOT))) {
                if (draft.isNamed()) {
                    items.add(draft.canceled().build());
                } else {
                    withheld.add("an item without an identifier is " + status);
                }
            } else if (!draft.saysNothing()) {
                items.add(draft.build());
            }
        }
        if (!items.isEmpty()) {
            return new Read(format(), "", null, items);
        }
        return withheld.isEmpty()
                ? new Broken(format(), "no NewsItem with a headline or a text")
                : new NotForUse(format(), String.join(", ", withheld));
    }

    private static WireDraft draft(XmlNode item) {
        WireDraft draft = new WireDraft()
                .id(id(item))
                .published(item.text("NewsManagement", "FirstCreated"))
                .updated(item.text("NewsManagement", "ThisRevisionCreated"))
                .title(item.firstText("HeadLine"))
                .summary(item.firstText("SubHeadLine"))
                .byline(item.firstText("ByLine"))
                .language(named(item.first("Language")));
        for (XmlNode data : item.all("DataContent")) {
            XmlNode nitf = data.first("nitf");
            if (nitf != null) {
                Nitf.fill(nitf, draft);
            } else {
                XmlNode body = data.first("body");
                draft.text((body == null ? data : body).blocks());
            }
        }
        return draft.title(item.firstText("SlugLine")).language(item.attribute("lang"));
    }

    /** Without the number of the revision: that of all of them. */
    private static @Nullable String id(XmlNode item) {
        XmlNode identifier = item.at("Identification", "NewsIdentifier");
        if (identifier == null) {
            return null;
        }
        String provider = identifier.text("ProviderId");
        String day = identifier.text("DateId");
        String number = identifier.text("NewsItemId");
        if (provider != null && day != null && number != null) {
            return "urn:newsml:" + provider + ":" + day + ":" + number;
        }
        String whole = identifier.text("PublicIdentifier");
        return whole == null ? null : REVISION.matcher(whole).replaceFirst("$1");
    }

    private static @Nullable String named(@Nullable XmlNode node) {
        return node == null ? null : node.attribute("FormalName");
    }
}
