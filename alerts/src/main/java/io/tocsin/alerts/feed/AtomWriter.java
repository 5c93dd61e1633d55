package io.tocsin.alerts.feed;

import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.codec.Json;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes alerts as Atom 1.0 (RFC 4287). Immutable; safe for use by any thread. */
final class AtomWriter {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int MAX_TITLE_LEVEL = 40;

    private final String title;
    private final AlertWording wording;

    AtomWriter(String title, AlertWording wording) {
        this.title = title;
        this.wording = wording;
    }

    String write(List<Alert> newestFirst, Instant updatedAt) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", "urn:tocsin:alerts");
            element(xml, "title", title);
            element(xml, "updated", Json.time(updatedAt));
            element(xml, "generator", "Tocsin");
            xml.writeStartElement("author");
            element(xml, "name", "Tocsin");
            xml.writeEndElement();
            link(xml, "self", "alerts.atom");
            for (Alert alert : newestFirst) {
                entry(xml, alert);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to a string", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:tocsin:alert:" + alert.id());
        element(
                xml,
                "title",
                "[" + alert.level() + ", " + wording.change(alert.change()) + "] " + wording.countries(alert) + ": "
                        + alert.headline());
        element(xml, "published", Json.time(alert.openedAt()));
        element(xml, "updated", Json.time(alert.at()));
        alert.evidence().stream()
                .map(EvidenceArticle::url)
                .filter(url -> url != null && isWeb(url))
                .findFirst()
                .ifPresent(url -> linkTo(xml, url));
        for (String country : alert.countries()) {
            category(xml, "urn:iso:std:iso:3166-1", country);
        }
        for (String topic : alert.topics()) {
            category(xml, "http://cv.iptc.org/newscodes/mediatopic/", topic);
        }
        category(xml, "urn:tocsin:rule", alert.rule());
        String incident = alert.incident();
        if (incident != null) {
            category(xml, "urn:tocsin:incident", incident);
        }
        category(
                xml,
                "urn:tocsin:level",
                alert.level().substring(0, Math.min(alert.level().length(), MAX_TITLE_LEVEL)));
        element(xml, "summary", wording.arithmetic(alert.arithmetic()));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(printable(html(alert)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String html(Alert alert) {
        StringBuilder html = new StringBuilder();
        html.append("<p>").append(escaped(wording.cell(alert))).append(". ");
        html.append(escaped(wording.arithmetic(alert.arithmetic()))).append("</p>");
        wording.corrections(alert)
                .forEach(correction ->
                        html.append("<p>").append(escaped(correction)).append("</p>"));
        html.append("<ul>");
        for (EvidenceArticle article : alert.evidence()) {
            String url = article.url();
            Instant published = article.publishedAt();
            html.append("<li>");
            if (url != null && isWeb(url)) {
                html.append("<a href=\"")
                        .append(escaped(url))
                        .append("\">")
                        .append(escaped(article.title()))
                        .append("</a>");
            } else {
                html.append(escaped(article.title()));
            }
            html.append(" (").append(escaped(article.source()));
            html.append(published == null ? "" : ", " + wording.time(published)).append(")</li>");
        }
        html.append("</ul><p>Rule ").append(escaped(alert.rule())).append(" (").append(escaped(alert.ruleVersion()));
        html.append("), opened ")
                .append(wording.time(alert.openedAt()))
                .append(", change ")
                .append(alert.sequence());
        return html.append(".</p>").toString();
    }

    private static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Without what XML 1.0 cannot hold. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF ? c : ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static void linkTo(XMLStreamWriter xml, String url) {
        try {
            link(xml, "alternate", url);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to a string", e);
        }
    }

    private static void link(XMLStreamWriter xml, String relation, String target) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", printable(target));
    }

    private static void category(XMLStreamWriter xml, String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", scheme);
        xml.writeAttribute("term", printable(term));
    }
}
