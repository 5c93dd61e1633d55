package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.tocsin.ingest.feed.FeedOutcome.Read;
import io.tocsin.ingest.feed.FeedOutcome.Reason;
import io.tocsin.ingest.feed.FeedOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Larkhaven Post</title><link>https://larkhaven.example/</link><language>en-gb</language>
            <atom:link rel="self" href="https://larkhaven.example/feed"/>
            <item><title>Ferries stop &amp; islands wait</title><link>https://larkhaven.example/news/1</link>
              <guid isPermaLink="false">post-1</guid><pubDate>Tue, 04 Nov 2025 08:30:00 GMT</pubDate><dc:creator>Jo Marsh</dc:creator>
              <description>&lt;p&gt;Two weeks &lt;b&gt;without&lt;/b&gt; a ship.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>First paragraph.</p><p>Second &amp; last.</p>]]></content:encoded></item>
            <item><title>Mill becomes school</title><guid>https://larkhaven.example/news/2</guid><pubDate>2025-11-03</pubDate>
              <author>desk@larkhaven.example (Lee Okafor)</author></item>
            </channel></rss>
            """;

    static final String ATOM = """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Hafen &amp;amp; Insel</title>
            <link href="https://larkhaven.example/"/><link rel="self" href="https://larkhaven.example/atom"/>
            <entry><id>tag:larkhaven.example,2025:1</id><title type="text">Was heißt &lt;b&gt;?</title>
              <link rel="alternate" type="text/html" href="/news/1"/><link rel="enclosure" href="/a.mp3"/>
              <published>2025-11-04T09:30:00+01:00</published><updated>2025-11-04T10:00:00+01:00</updated>
              <author><name>Jo Marsh</name><email>jo@larkhaven.example</email></author>
              <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div></summary></entry></feed>
            """;

    private final FeedParser parser = new FeedParser(FeedParser.DEFAULT_MAX_BYTES);

    private FeedOutcome parse(String text) {
        return parser.parse(text.getBytes(StandardCharsets.UTF_8), null, "https://larkhaven.example/feed");
    }

    private Feed read(String text) {
        FeedOutcome outcome = parse(text);
        assertThat(outcome).isInstanceOf(Read.class);
        return ((Read) outcome).feed();
    }

    @Test
    void readsRss() {
        Feed feed = read(RSS);
        assertThat(feed.kind()).isEqualTo(Feed.Kind.RSS);
        assertThat(feed.title()).isEqualTo("Larkhaven Post");
        assertThat(feed.url()).isEqualTo("https://larkhaven.example/");
        assertThat(feed.language()).isEqualTo("en-gb");
        FeedEntry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("post-1");
        assertThat(first.url()).isEqualTo("https://larkhaven.example/news/1");
        assertThat(first.title()).isEqualTo("Ferries stop & islands wait");
        assertThat(first.summary()).isEqualTo("Two weeks without a ship.");
        assertThat(first.content()).isEqualTo("First paragraph.\nSecond & last.");
        assertThat(first.text()).isEqualTo(first.content());
        assertThat(first.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(first.authors()).containsExactly("Jo Marsh");
        FeedEntry second = feed.entries().get(1);
        assertThat(second.url()).isEqualTo("https://larkhaven.example/news/2");
        assertThat(second.authors()).containsExactly("Lee Okafor");
    }

    @Test
    void readsAtom() {
        Feed feed = read(ATOM);
        assertThat(feed.kind()).isEqualTo(Feed.Kind.ATOM);
        assertThat(feed.title()).isEqualTo("Hafen & Insel");
        assertThat(feed.language()).isEqualTo("de");
        FeedEntry entry = feed.entries().get(0);
        assertThat(entry.title()).isEqualTo("Was heißt <b>?");
        assertThat(entry.url()).isEqualTo("https://larkhaven.example/news/1");
        assertThat(entry.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(entry.updatedAt()).isEqualTo("2025-11-04T09:00:00Z");
        assertThat(entry.summary()).isEqualTo("Eins.\nZwei.");
        assertThat(entry.authors()).containsExactly("Jo Marsh");
    }

    @ParameterizedTest
    @ValueSource(strings = {RSS, ATOM})
    void agreesWithRome(String text) throws Exception {
        SyndFeed rome = new SyndFeedInput().build(new StringReader(text));
        Feed ours = read(text);
        assertThat(ours.title()).isEqualTo(rome.getTitle().replace("&amp;", "&"));
        assertThat(ours.entries()).hasSameSizeAs(rome.getEntries());
        for (int i = 0; i < ours.entries().size(); i++) {
            assertThat(ours.entries().get(i).title())
                    .isEqualTo(rome.getEntries().get(i).getTitle());
            assertThat(ours.entries().get(i).publishedAt())
                    .isEqualTo(rome.getEntries().get(i).getPublishedDate().toInstant());
        }
    }

    @Test
    void readsRdfAndJsonFeedAndSitemaps() {
        Feed rdf = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                 xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>Old</title></channel>
                <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link><d:date>2025-11-04T09:30Z</d:date></item></rdf:RDF>
                """);
        assertThat(rdf.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("One");
            assertThat(entry.publishedAt()).isEqualTo("2025-11-04T09:30:00Z");
        });
        Feed json = read("""
                {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://x.example/","items":[
                {"id":"1","url":"/1","title":"One","content_html":"<p>A</p><p>B</p>","date_published":"2025-11-04T09:30:00Z",
                "authors":[{"name":"Jo"}]}]}""");
        assertThat(json.kind()).isEqualTo(Feed.Kind.JSON_FEED);
        assertThat(json.entries().get(0).url()).isEqualTo("https://x.example/1");
        assertThat(json.entries().get(0).content()).isEqualTo("A\nB");
        Feed sitemap = read("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://x.example/1</loc><n:news><n:publication><n:name>X</n:name><n:language>fr</n:language></n:publication>
                <n:publication_date>2025-11-04</n:publication_date><n:title>Un</n:title></n:news></url></urlset>""");
        assertThat(sitemap.kind()).isEqualTo(Feed.Kind.NEWS_SITEMAP);
        assertThat(sitemap.entries().get(0).title()).isEqualTo("Un");
        assertThat(sitemap.entries().get(0).language()).isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>T</title><item><title>A & B</title>",
                "\ufeff  \n<rss><channel><title>T</title><item><title>A &amp; B</title></item></channel></rss>",
                "<?xml version='1.0' encoding='utf-16'?><rss><channel><title>T</title><item><title>A &amp; B</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>T</title><item><title>A &amp; B</title></item></channel></rss>",
                "<rss><channel><title>T</title><item><title>\u0003A & B\u000b</title></item></channel></rss>",
                "garbage before <rss><channel><title>T</title><item><title>A &amp; B</title><description>cut off in the mid",
                "<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>A &amp; B</TITLE></ITEM></CHANNEL></RSS>"
            })
    void readsWhatIsBroken(String text) {
        Feed feed = read(text);
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.entries()).singleElement().satisfies(entry -> assertThat(entry.title())
                .isEqualTo("A & B"));
    }

    @Test
    void readsTheCharsetThatTheBytesAreIn() {
        String text = "<?xml version='1.0' encoding='%s'?><rss><channel><title>Überfall</title></channel></rss>";
        for (String charset : new String[] {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE"}) {
            byte[] bytes = text.formatted(charset).getBytes(Charset.forName(charset));
            assertThat(parser.parse(bytes, "text/xml; charset=us-ascii", null))
                    .isInstanceOfSatisfying(
                            Read.class, read -> assertThat(read.feed().title()).isEqualTo("Überfall"));
        }
        byte[] lying = text.formatted("ISO-8859-1").getBytes(StandardCharsets.UTF_8);
        assertThat(parser.parse(lying, null, null))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.feed().title()).isEqualTo("Überfall"));
    }

    private static @Nullable Reason reason(FeedOutcome outcome) {
        return outcome instanceof Rejected rejected ? rejected.reason() : null;
    }

    @Test
    void refusesWhatIsNoFeed() {
        assertThat(reason(parse(""))).isEqualTo(Reason.EMPTY);
        assertThat(reason(parse("<!doctype html><html><head><title>503</title></head></html>")))
                .isEqualTo(Reason.WEB_PAGE);
        assertThat(reason(parse("{\"a\":1}"))).isEqualTo(Reason.NOT_A_FEED);
        assertThat(reason(parse("{\"a\":"))).isEqualTo(Reason.UNREADABLE);
        assertThat(reason(parse("<opml><body/></opml>"))).isEqualTo(Reason.NOT_A_FEED);
        assertThat(reason(parse("Service temporarily unavailable"))).isEqualTo(Reason.NOT_A_FEED);
        assertThat(reason(new FeedParser(10).parse(new byte[11], null, null))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void hostileFeedsCostLittle() {
        String laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>".repeat(500)
                + "]><rss><channel><title>&b;</title></channel></rss>";
        String deep = "<rss><channel>" + "<item>".repeat(200_000);
        String unclosed = "<!DOCTYPE rss [".repeat(100_000);
        String attributes = "<rss " + "a='b' ".repeat(300_000) + ">";
        String cdata = "<rss><channel><title><![CDATA[" + "]]".repeat(500_000);
        for (String hostile : new String[] {laughs, deep, unclosed, attributes, cdata}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertThat(parse(hostile)).isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void nothingThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String text : new String[] {RSS, ATOM}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                byte[] broken = bytes.clone();
                for (int j = 0; j < 20; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThat(parser.parse(broken, null, null)).isNotNull();
            }
        }
    }

    @Test
    void writesOneLineForEachFeed() {
        assertThat(FeedLine.of("a.xml", parse(ATOM)))
                .startsWith("{\"file\":\"a.xml\",\"title\":\"Hafen & Insel\",")
                .contains(
                        "\"entries\":[{\"id\":\"tag:larkhaven.example,2025:1\",\"url\":\"https://larkhaven.example/news/1\"")
                .contains("\"publishedAt\":\"2025-11-04T08:30:00.000Z\",\"updatedAt\":\"2025-11-04T09:00:00.000Z\"");
        assertThat(FeedLine.of("b", new Rejected(Reason.NOT_A_FEED, "why")))
                .isEqualTo("{\"file\":\"b\",\"rejected\":\"not-a-feed\",\"detail\":\"why\"}");
    }

    @Test
    void wiresAndArchivesAreFeedsToo() {
        Feed wire = read(WireSamples.NEWSML_G2);
        assertThat(wire.kind()).isEqualTo(Feed.Kind.WIRE);
        assertThat(wire.title()).isEqualTo("The day");
        assertThat(wire.entries())
                .extracting(FeedEntry::title)
                .containsExactly("Ferries stop for two weeks", "Wrong report", "Mill becomes school");
        assertThat(FeedLine.of("w", new Read(wire))).contains("\"kind\":\"retracted\"");
        assertThat(read(WireSamples.warc()).kind()).isEqualTo(Feed.Kind.ARCHIVE);
        assertThat(reason(parse(WireSamples.CAP.replace("Actual", "Test")))).isEqualTo(Reason.NOT_FOR_USE);
        assertThat(reason(parse(WireSamples.NITF.substring(0, 700)))).isEqualTo(Reason.UNREADABLE);
        byte[] table = WireSamples.bytes(WireSamples.gdeltEvents());
        assertThat(new FeedParser(100).parse(table, null, null)).isInstanceOf(Read.class);
    }

    @Test
    void unpacksWhatIsPackedWithinBounds() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("20251104.export.CSV"));
            zip.write(WireSamples.bytes(WireSamples.gdeltEvents()));
        }
        assertThat(parser.parse(zipped.toByteArray(), null, null))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.feed().entries()).hasSize(2));
        assertThat(parser.parse(gzip(WireSamples.bytes(RSS)), null, null))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.feed().entries()).hasSize(2));
        assertThat(reason(parser.parse(gzip(new byte[70 * 1024 * 1024]), null, null)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(parser.parse(Arrays.copyOf(gzip(WireSamples.bytes(RSS)), 60), null, null)))
                .isEqualTo(Reason.UNREADABLE);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void aWideCharsetThatIsNoneIsNotBelieved() {
        assertThat(parser.parse(WireSamples.bytes(RSS), "text/xml; charset=utf-16", null))
                .isInstanceOf(Read.class);
    }
}
