package io.tocsin.ingest.parse.wire;

import java.nio.charset.StandardCharsets;

/** Wire files that were written for these tests. */
public final class WireSamples {
    private WireSamples() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static final String NITF = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://192.0.2.7/nitf-3-4.dtd" [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
            <nitf xml:lang="en-GB"><head><title>ferries</title><docdata management-status="usable">
              <doc-id id-string="larkhaven-77"/><urgency ed-urg="4"/><date.issue norm="20251104T093000+0100"/></docdata>
              <pubdata type="web" ex-ref="https://larkhaven.example/news/77" date.publication="20251104T0800Z"/></head>
            <body><body.head><hedline><hl1>Ferries stop for two weeks</hl1><hl2>Cracks found</hl2></hedline>
              <byline>By <person>Jo Marsh</person> and <person>Lee Okafor</person><byttl>Staff</byttl></byline>
              <abstract><p>No crossings before the 18th.</p></abstract></body.head>
            <body.content><media media-type="image"><media-caption>A ship in dock</media-caption></media>
              <block><p>The company said on Tuesday &amp; again today: &secret;</p><hl2>Flour</hl2><p>Bread lasts six days.</p></block>
            </body.content></body></nitf>
            """;

    public static final String NEWSML_G2 = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="http://www.w3.org/1999/xhtml"><header/>
            <itemSet><newsItem guid="urn:newsml:larkhaven.example:20251104:1" version="2" xml:lang="en">
             <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2025-11-04T10:00:00Z</versionCreated>
              <firstCreated>2025-11-04T08:30:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
             <contentMeta><headline role="hld:short">Ferries</headline><headline>Ferries stop for two weeks</headline>
              <by>By Jo Marsh</by><language tag="en-GB"/><description role="drol:summary">No crossings.</description></contentMeta>
             <contentSet><inlineXML contenttype="application/xhtml+xml"><x:html><x:head><x:title>no</x:title></x:head>
              <x:body><x:p>First paragraph.</x:p><x:p>Second.</x:p></x:body></x:html></inlineXML></contentSet></newsItem>
            <newsItem guid="urn:newsml:larkhaven.example:20251104:2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>
             <contentMeta><headline>Wrong report</headline></contentMeta></newsItem>
            <packageItem guid="urn:p"><contentMeta><headline>The day</headline></contentMeta><groupSet><group>
             <itemRef residref="urn:newsml:larkhaven.example:20251104:1"><headline>Ferries again</headline></itemRef>
             <itemRef residref="urn:newsml:larkhaven.example:20251104:3" href="https://larkhaven.example/news/3"
               ><versionCreated>2025-11-04T11:00:00Z</versionCreated><title>Mill becomes school</title></itemRef>
            </group></groupSet></packageItem></itemSet></newsMessage>
            """;

    public static final String NEWSML_1 = """
            <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20251104T083500Z</DateAndTime></NewsEnvelope>
            <NewsItem xml:lang="de"><Identification><NewsIdentifier><ProviderId>larkhaven.example</ProviderId><DateId>20251104</DateId>
              <NewsItemId>55</NewsItemId><RevisionId Update="N">1</RevisionId>
              <PublicIdentifier>urn:newsml:larkhaven.example:20251104:55:1</PublicIdentifier></NewsIdentifier></Identification>
             <NewsManagement><FirstCreated>20251104T083000+0000</FirstCreated><ThisRevisionCreated>20251104T084500+0000</ThisRevisionCreated>
              <Status FormalName="Usable"/></NewsManagement>
             <NewsComponent><NewsLines><HeadLine>Fähren stehen still</HeadLine><ByLine>Von Jo Marsh</ByLine></NewsLines>
              <DescriptiveMetadata><Language FormalName="de"/></DescriptiveMetadata>
              <ContentItem><DataContent><p>Kurz.</p></DataContent></ContentItem>
              <ContentItem><DataContent><p>Die Reederei stellt den Verkehr ein.</p><p>Das Brot reicht sechs Tage.</p></DataContent></ContentItem>
             </NewsComponent></NewsItem></NewsML>
            """;

    public static final String CAP = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>LH-2025-9</identifier><sender>met@larkhaven.example</sender>
            <sent>2025-11-04T09:30:00+01:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><language>en</language><event>Storm surge</event><urgency>Expected</urgency><senderName>Larkhaven Met</senderName>
             <headline>Storm surge warning for the northern islands</headline><description>Two metres above normal.</description>
             <instruction>Stay away from the shore.</instruction><web>https://met.larkhaven.example/9</web>
             <area><areaDesc>Great Skerry</areaDesc></area></info></alert>
            """;

    public static final String NINJS_1 = """
            {"uri":"https://larkhaven.example/ninjs/1","type":"text","version":"1","versioncreated":"2025-11-04T10:00:00Z",
             "firstcreated":"2025-11-04T08:30:00Z","pubstatus":"usable","headline":"Ferries stop","byline":"Jo Marsh",
             "language":"en","description_text":"No crossings.","body_xhtml":"<div><p>First.</p><p>Second &amp; last.</p></div>"}
            """;

    public static final String NINJS_2 = """
            {"uri":"urn:larkhaven:2","standard":{"name":"ninjs","version":"2.0"},"versioncreated":"2025-11-04T10:00:00Z",
             "headlines":[{"role":"short","value":"Ferries"},{"role":"main","value":"Ferries stop"}],
             "bodies":[{"role":"main","contenttype":"text/plain","value":"First."}],
             "people":[{"name":"Jo Marsh","rel":"author"},{"name":"Ana Vell","rel":"subject"}]}
            """;

    public static final String NINJS_3 = """
            [{"uri":"urn:larkhaven:3","standard":{"name":"ninjs","version":"3.0"},"versionCreated":"2025-11-04T10:00:00Z",
             "pubStatus":"usable","headlines":[{"value":"Ferries stop"}],"bodies":[{"value":"First."}]},
             {"uri":"urn:larkhaven:4","pubStatus":"canceled","headlines":[{"value":"Wrong report"}]}]
            """;

    public static final String IPTC_7901 =
            "\u0001lhn0077 4 i 34 Larkhaven\r\nferries/islands/\r\n\u0002Ferries stop for two weeks =\r\n"
                    + "   Larkhaven (lhn) - The company said on Tuesday that it would\r\nstop all crossings. Caf\u00e9s close.\r\n"
                    + "   Bread lasts six days.\r\n\u0003\r\n041030 nov 25\r\n";

    public static final String ANPA = "\u0016\u0016\u0001a1234\u001fbc-\r\nu a\u0013\u0011 bc-ferries 11-04 0034\r\n"
            + "\u0002^BC-Ferries,<\r\n^Ferries stop for two weeks<\r\n^By JO MARSH=\r\n^Larkhaven Press Writer=\r\n"
            + "\tLARKHAVEN (LP) _ The company said it would stop all crossings.\r\n\tBread lasts six days.\r\n"
            + "\u0003LP-LH-11-04-25 1030GMT\r\n\u0004";

    public static final String MAIL = """
            Return-Path: <press@larkhaven.example>
            Message-ID: <77@larkhaven.example>
            From: =?UTF-8?Q?J=C3=B6_Marsh?= <press@larkhaven.example>
            Subject: Ferries stop
             =?iso-8859-1?B?Zvxy?= two weeks
            Date: Tue, 4 Nov 2025 09:30:00 +0100
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="=_b"

            preamble
            --=_b
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/html; charset=utf-8

            <p>html</p>
            --inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            The company said =
            that caf=E9s close.

            Bread lasts six days.
            --\s
            Jo, press office
            --inner--
            --=_b
            Content-Type: text/plain
            Content-Disposition: attachment; filename=a.txt

            attached
            --=_b--
            """;

    public static String warc() {
        String page = "<html lang=en><head><title>Ferries stop for two weeks</title>"
                + "<meta property='article:published_time' content='2025-11-04T08:30:00Z'></head><body><article><p>"
                + "The ferry company of Larkhaven said on Tuesday that it would stop all crossings to the islands. "
                        .repeat(8)
                + "</p></article></body></html>";
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(page.length()) + "\r\n" + page + "\r\n0\r\n\r\n";
        String missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>";
        return record("warcinfo", "", "software: x")
                + record("response", "https://larkhaven.example/gone", missing)
                + record("response", "https://larkhaven.example/news/77", http);
    }

    private static String record(String type, String uri, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri + "\r\nContent-Length: "
                + bytes(block).length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    public static String gdeltEvents() {
        String row = "1200000001\t20251104\t202511\t2025\t2025.8356" + "\t".repeat(55) + "20251104083000\t";
        String address = "https://larkhaven.example/news/77";
        return row + address + "\n" + row + address + "\n" + row + "https://larkhaven.example/news/78\n";
    }

    public static String gdeltGraph() {
        return "20251104083000-T7\t20251104083000\t1\tlarkhaven.example\thttps://larkhaven.example/news/77"
                + "\t".repeat(22)
                + "<PAGE_PRECISEPUBTIMESTAMP>20251104081500</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>Ferries &amp; islands</PAGE_TITLE>\n";
    }
}
