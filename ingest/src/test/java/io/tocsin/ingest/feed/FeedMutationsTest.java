package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a feed on its way, the reader answers, and never by way of an exception of its own. */
class FeedMutationsTest {
    private static final int MUTANTS_PER_SAMPLE = 60;

    /** What the reader says of an exception that it did not foresee. */
    private static final Pattern UNFORESEEN = Pattern.compile("^\\w*(Exception|Error): .*", Pattern.DOTALL);

    private static final List<String> SAMPLES = List.of("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Larkhaven Post</title><link>https://larkhaven.example/</link><language>en</language>
            <item><title><![CDATA[Ferry & port]]></title><link>https://larkhaven.example/1</link><guid>1</guid>
            <description>&lt;p&gt;Crossings stop.&lt;/p&gt;</description><dc:creator>Jo Marsh</dc:creator>
            <pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><media:description>x</media:description></item>
            </channel></rss>
            """, """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://skerry.example/" xml:lang="de">
            <title type="html">Skerry &lt;b&gt;Post&lt;/b&gt;</title><link href="/"/>
            <entry><id>urn:1</id><title>F\u00e4hre</title><link rel="alternate" href="a?b=1"/><updated>2026-03-01T10:00:00+01:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content>
            <author><name>Jo</name></author></entry></feed>
            """, """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="https://x.example/"><title>X</title></channel>
            <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link></item></rdf:RDF>
            """, """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://x.example/1</loc><lastmod>2026-03-01</lastmod><news:news><news:publication_date>2026-03-01T10:00:00Z
            </news:publication_date><news:title>One</news:title></news:news></url></urlset>
            """, """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "url": "https://x.example/1",
            "title": "One", "content_html": "<p>Text</p>", "date_published": "2026-03-01T10:00:00Z", "authors": [{"name": "Jo"}]}]}
            """, """
            From: desk@larkhaven.example
            Subject: =?utf-8?B?RsOkaHJl?=
            Date: Sun, 1 Mar 2026 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Die F=C3=A4hre.
            --b--
            """, """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>x</sender>
            <sent>2026-03-01T10:00:00+00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><event>Flood</event><headline>Flood</headline><description>Water.</description></info></alert>
            """, """
            {"uri": "https://x.example/1", "headline": "One", "versioncreated": "2026-03-01T10:00:00Z", "type": "text",
            "body_text": "Text", "pubstatus": "usable"}
            """);

    /** What breaks parsers: brackets, quotes, entities, encodings, marks of formats, numbers beyond all bounds. */
    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml",
            "?>",
            "<!DOCTYPE x [<!ENTITY y 'z'>]>",
            "&",
            "&#x110000;",
            "&#0;",
            "&y;",
            "\"",
            "'",
            "=",
            ":",
            "xmlns=",
            "\u0000",
            "\ufeff",
            "\ud800",
            "{",
            "}",
            "[",
            "]",
            "null",
            "1e999",
            "-1",
            "99999999999999999999",
            "0000-99-99T99:99:99Z",
            "Sun, 99 Foo 99999 99:99:99 +9999",
            "encoding=\"utf-16\"",
            "encoding='x-nothing'",
            "charset=utf-7",
            "http://[::1",
            "http://%zz/",
            "xml:base=\"\\\"",
            "\r\n\r\n",
            "--b",
            "=?utf-8?Q?=",
            "<item>",
            "<entry>",
            "<x:y:z>",
            "PK\u0003\u0004",
            "\u001f\u008b");

    private final FeedParser parser = new FeedParser(1_000_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMutantGetsAnAnswer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String sample : SAMPLES) {
            for (int i = 0; i < MUTANTS_PER_SAMPLE; i++) {
                byte[] mutant = mutant(sample.getBytes(StandardCharsets.UTF_8), random);
                FeedOutcome outcome = parser.parse(mutant, random.nextBoolean() ? null : "text/xml; charset=x", null);
                if (outcome instanceof Rejected rejected) {
                    assertThat(rejected.reason()).as(text(mutant)).isNotEqualTo(Reason.TIMEOUT);
                    assertThat(rejected.detail()).as(text(mutant)).doesNotMatch(UNFORESEEN);
                }
            }
        }
    }

    private static String text(byte[] mutant) {
        return new String(mutant, StandardCharsets.ISO_8859_1);
    }

    /** One to four changes, each at a place of its own. */
    private static byte[] mutant(byte[] sample, SplittableRandom random) {
        byte[] mutant = sample;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            mutant = changed(mutant, random);
        }
        return mutant;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(40));
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, at, token, at, 1);
            case 1 -> joined(bytes, at, new byte[0], to, 1);
            case 2 -> joined(bytes, at, java.util.Arrays.copyOfRange(bytes, at, to), at, random.nextInt(1, 2000));
            case 3 -> joined(bytes, at, token, at, random.nextInt(1, 5000));
            case 4 -> joined(bytes, at, new byte[] {(byte) random.nextInt()}, Math.min(bytes.length, at + 1), 1);
            default -> joined(bytes, at, new byte[0], bytes.length, 1);
        };
    }

    /** What is before a place, a part some times over, and what is from another place on. */
    private static byte[] joined(byte[] bytes, int before, byte[] part, int from, int times) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, before);
        for (int i = 0; i < times; i++) {
            joined.writeBytes(part);
        }
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }
}
