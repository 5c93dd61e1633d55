package io.tocsin.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of its hub.
 *
 * @param hub that delivers it
 * @param topic under which the hub knows it
 */
record HubLinks(String hub, String topic) {

    /** The first hub that a feed names, or null when it names none; the topic is its own address when it says so. */
    static @Nullable HubLinks of(byte[] feed, String address) {
        Document tree = Jsoup.parse(new String(feed, StandardCharsets.UTF_8), address, Parser.xmlParser());
        String hub = null;
        String self = null;
        for (Element link : tree.getAllElements()) {
            if (!link.tag().localName().equalsIgnoreCase("link")) {
                continue;
            }
            String relation = link.attr("rel").toLowerCase(Locale.ROOT);
            String target = link.absUrl("href");
            if (hub == null && relation.equals("hub") && !target.isEmpty()) {
                hub = target;
            } else if (self == null && relation.equals("self") && !target.isEmpty()) {
                self = target;
            }
        }
        return hub == null ? null : new HubLinks(hub, self == null ? address : self);
    }
}
