package io.tocsin.ingest.parse.wire;

import io.tocsin.ingest.parse.wire.WireReading.Broken;
import io.tocsin.ingest.parse.wire.WireReading.Format;
import io.tocsin.ingest.parse.wire.WireReading.NotForUse;
import io.tocsin.ingest.parse.wire.WireReading.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts of authorities in the Common Alerting Protocol. Only those that are meant are news. */
final class CapAlert implements WireFormat {
    @Override
    public Format format() {
        return Format.CAP;
    }

    @Override
    public boolean recognises(WireFile file) {
        return file.root().equals("alert")
                && (file.head().contains(":cap:") || file.head().contains("/cap/"));
    }

    @Override
    public WireReading read(WireFile file) {
        if (!file.isWhole()) {
            return cutOff(file);
        }
        XmlNode alert = file.xml().first("alert");
        if (alert == null || alert.text("identifier") == null) {
            return new Broken(format(), "no identifier");
        }
        String status = alert.text("status");
        String type = alert.text("msgType");
        if (!"Actual".equals(status)) {
            return new NotForUse(format(), "its status is " + status);
        }
        if ("Cancel".equals(type)) {
            return cancellation(alert);
        }
        if (!"Alert".equals(type) && !"Update".equals(type)) {
            return new NotForUse(format(), "its msgType is " + type);
        }
        WireDraft draft = "Update".equals(type) ? update(alert) : draft(alert, alert.text("identifier"));
        return draft.saysNothing()
                ? new Broken(format(), "no info with a headline, an event or a description")
                : new Read(format(), "", null, List.of(draft.build()));
    }

    /** An alert that another one names. */
    private record Reference(String identifier, String sent) {}

    /** {@code references} names alerts as {@code sender,identifier,sent}, one after the other. */
    private static List<Reference> references(XmlNode alert) {
        String text = alert.text("references");
        List<Reference> references = new ArrayList<>();
        for (String reference : text == null ? new String[0] : text.strip().split("\\s+", -1)) {
            String[] parts = reference.split(",", -1);
            if (parts.length == 3) {
                references.add(new Reference(parts[1], parts[2]));
            }
        }
        return references;
    }

    /** A version of the first of the alerts that it names; one that names none is an alert of its own. */
    private static WireDraft update(XmlNode alert) {
        Reference first = references(alert).stream()
                .min(Comparator.comparing(Reference::sent))
                .orElse(null);
        if (first == null) {
            return draft(alert, alert.text("identifier"));
        }
        WireDraft draft =
                new WireDraft().id(first.identifier).published(first.sent).updated(alert.text("sent"));
        return filled(alert, draft);
    }

    /** What it names is over. */
    private WireReading cancellation(XmlNode alert) {
        List<WireItem> items = new ArrayList<>();
        for (Reference reference : references(alert)) {
            items.add(draft(alert, reference.identifier).canceled().build());
        }
        return items.isEmpty()
                ? new NotForUse(format(), "a cancellation that references no alert")
                : new Read(format(), "", null, items);
    }

    private static WireDraft draft(XmlNode alert, @Nullable String id) {
        return filled(
                alert, new WireDraft().id(id).published(alert.text("sent")).updated(alert.text("sent")));
    }

    private static WireDraft filled(XmlNode alert, WireDraft draft) {
        XmlNode info = alert.at("info");
        if (info != null) {
            fill(info, draft);
        }
        return draft;
    }

    private static void fill(XmlNode info, WireDraft draft) {
        List<String> areas = new ArrayList<>();
        for (XmlNode area : info.children("area")) {
            String name = area.text("areaDesc");
            if (name != null) {
                areas.add(name);
            }
        }
        String where = String.join("; ", areas);
        String event = info.text("event");
        draft.title(info.text("headline"));
        draft.title(event == null || where.isEmpty() ? event : event + ": " + where);
        draft.summary(info.text("description"));
        draft.text(joined(blocks(info, "description"), blocks(info, "instruction"), where));
        draft.author(info.text("senderName"));
        draft.url(info.text("web"));
        draft.language(info.text("language") == null ? "en-US" : info.text("language")); // the default of CAP 1.2
    }

    private static @Nullable String blocks(XmlNode info, String part) {
        XmlNode node = info.at(part);
        return node == null ? null : node.blocks();
    }

    private static String joined(@Nullable String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                said.add(part);
            }
        }
        return String.join("\n", said);
    }
}
