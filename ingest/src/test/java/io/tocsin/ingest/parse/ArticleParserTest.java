package io.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.wire.WireSamples;
import io.tocsin.ingest.parse.worker.DocumentWorkers;
import io.tocsin.ingest.parse.worker.WorkerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleParserTest {
    private static final LanguageDetector LANGUAGES = LanguageDetector.bundled();

    /** A deadline that no machine misses. */
    private static final ParseLimits PATIENT = ParseLimits.of(20 * 1024 * 1024, 4_000_000, Duration.ofMinutes(5));

    private static final DocumentWorkers WORKERS = new DocumentWorkers(WorkerLimits.defaults());
    private final ArticleParser parser = new ArticleParser(PATIENT, LANGUAGES, WORKERS);

    @AfterAll
    static void endWorkers() {
        WORKERS.close();
    }

    private ParsedDocument parsed(String name, byte[] bytes) {
        ParseOutcome outcome = parser.parse(RawDocument.file(name, bytes));
        assertThat(outcome).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).document();
    }

    private static Reason reason(ParseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).reason();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsAPageAndNothingAroundIt() {
        ParsedDocument page = parsed("a.html", utf8(Samples.page(Samples.LINKED_DATA, Samples.PARAGRAPHS)));
        assertThat(page.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(page.text().lines()).hasSize(4);
        assertThat(page.text())
                .startsWith("The ferry company of Larkhaven said")
                .endsWith("its director told reporters.")
                .doesNotContain("cookies", "inbox", "whale", "First!", "Imprint", "Home");
        assertThat(page.publishedAt()).isEqualTo("2025-11-04T08:30:00Z");
        assertThat(page.modifiedAt()).isEqualTo("2025-11-04T09:00:00Z");
        assertThat(page.authors()).containsExactly("Jo Marsh", "Lee Okafor");
        assertThat(page.url()).hasToString("https://www.larkhaven.example/news/ferries");
        assertThat(page.language()).isEqualTo("en");
    }

    @Test
    void readsAPageThatSaysNothingOfItself() {
        String inner = "<time datetime='2025-11-04T09:30Z'>4 November</time>" + Samples.PARAGRAPHS;
        ParsedDocument page = parsed("a.html", utf8(Samples.page("", inner)));
        assertThat(page.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(page.publishedAt()).isEqualTo("2025-11-04T09:30:00Z");
        assertThat(page.authors()).containsExactly("Jo Marsh", "Lee Okafor");
        assertThat(page.url()).isNull();
    }

    @Test
    void readsTextThatIsOnlyBrokenByLineBreaks() {
        String broken = Samples.PARAGRAPHS.replace("<p>", "").replace("</p>", "<br><br>");
        ParsedDocument page = parsed("a.html", utf8(Samples.page("", broken)));
        assertThat(page.text().lines()).hasSize(4);
        assertThat(page.text()).doesNotContain("cookies", "whale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "ISO-8859-1"})
    void readsPagesInTheirCharset(String charset) {
        String page = Samples.page("", "<p>Zürich, Öl, Straße. " + Samples.PARAGRAPHS.substring(3))
                .replace("charset=\"utf-8\"", "charset=\"" + charset + "\"");
        assertThat(parsed("a.html", page.getBytes(Charset.forName(charset))).text())
                .startsWith("Zürich, Öl, Straße.");
    }

    @Test
    void readsPlainTextInAnyCharset() {
        String text =
                "Überschwemmung an der Donau\n\nDer Fluss stieg in der Nacht über die Mauern.\nDie Stadt ließ räumen, sagte ein Sprecher.";
        for (String charset : new String[] {"UTF-8", "UTF-16", "windows-1252"}) {
            ParsedDocument read = parsed("a.txt", text.getBytes(Charset.forName(charset)));
            assertThat(read.title()).isEqualTo("Überschwemmung an der Donau");
            assertThat(read.text()).contains("über die Mauern").contains("ließ räumen");
            assertThat(read.language()).isEqualTo("de");
        }
        String russian = "Правительство сообщило в понедельник, что переговоры начнутся на следующей неделе в столице.";
        assertThat(parsed("a.txt", russian.getBytes(Charset.forName("windows-1251")))
                        .text())
                .isEqualTo(russian);
    }

    private static byte[] pdf(boolean locked, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.setLeading(14);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.getDocumentInformation().setTitle("Harbour report");
            document.getDocumentInformation().setAuthor("Jo Marsh");
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void readsPdf() throws IOException {
        ParsedDocument read =
                parsed("a.pdf", pdf(false, "The harbour master closed the port", "after the storm on Friday."));
        assertThat(read.title()).isEqualTo("Harbour report");
        assertThat(read.text()).isEqualTo("The harbour master closed the port after the storm on Friday.");
        assertThat(read.authors()).containsExactly("Jo Marsh");
        assertThat(reason(parser.parse(RawDocument.file("b.pdf", pdf(true, "locked")))))
                .isEqualTo(Reason.ENCRYPTED);
        assertThat(reason(parser.parse(RawDocument.file("c.pdf", pdf(false))))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void readsWordAndOpenDocumentAndRichText() throws IOException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Storm closes the port");
            document.createParagraph().createRun().setText("The harbour master closed the port on Friday evening.");
            document.write(word);
        }
        ParsedDocument docx = parsed("a", word.toByteArray());
        assertThat(docx.title()).isEqualTo("Storm closes the port");
        assertThat(docx.text()).isEqualTo("The harbour master closed the port on Friday evening.");

        String rtf = "{\\rtf1\\ansi The harbour master closed the port on Friday evening.\\par}";
        assertThat(parsed("a.rtf", utf8(rtf)).text()).contains("closed the port");

        ByteArrayOutputStream odt = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(odt)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(utf8("application/vnd.oasis.opendocument.text"));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(utf8("""
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                    <text:p>The harbour master closed the port.</text:p></office:text></office:body></office:document-content>"""));
        }
        assertThat(parsed("a.odt", odt.toByteArray()).text()).contains("closed the port");
    }

    @Test
    void refusesWhatIsNoArticle() {
        assertThat(reason(parser.parse(RawDocument.file("a.html", new byte[0]))))
                .isEqualTo(Reason.EMPTY);
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8("<html><body></body></html>")))))
                .isEqualTo(Reason.EMPTY);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(reason(parser.parse(RawDocument.file("a.png", png)))).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(parser.parse(RawDocument.file("a.pdf", utf8("%PDF-1.7 and nothing else")))))
                .isEqualTo(Reason.UNREADABLE);
        assertThat(reason(parser.parse(RawDocument.file("a.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}))))
                .isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void keepsItsLimits() {
        ParseLimits small = ParseLimits.of(100, 1000, Duration.ofSeconds(10));
        ArticleParser strict = new ArticleParser(small, LANGUAGES);
        assertThat(reason(strict.parse(RawDocument.file("a.txt", new byte[101]))))
                .isEqualTo(Reason.TOO_LARGE);
        ParseLimits few = ParseLimits.of(100_000, 50, Duration.ofSeconds(10));
        assertThat(reason(new ArticleParser(few, LANGUAGES).parse(RawDocument.file("a.txt", utf8("word ".repeat(50))))))
                .isEqualTo(Reason.TOO_LARGE);
        ParseLimits hasty = ParseLimits.of(10_000_000, 10_000_000, Duration.ofNanos(1));
        assertThat(reason(new ArticleParser(hasty, LANGUAGES)
                        .parse(RawDocument.file("a.html", utf8(Samples.page("", Samples.PARAGRAPHS.repeat(2_000)))))))
                .isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void deepNestingIsNoTrouble() {
        String deep = "<div>".repeat(50_000) + "The port is closed, said the harbour master on Friday."
                + "</div>".repeat(50_000);
        assertThat(parser.parse(RawDocument.file("a.html", utf8("<html><body>" + deep))))
                .isInstanceOf(Parsed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void nothingThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] page = utf8(Samples.page(Samples.LINKED_DATA, Samples.PARAGRAPHS));
        for (int i = 0; i < 60; i++) {
            byte[] broken = page.clone();
            for (int j = 0; j < 40; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(parser.parse(RawDocument.file("a.html", broken))).isNotNull();
        }
    }

    @Test
    void writesOneLineForEachDocument() {
        String line = DocumentLine.of(
                "a.html", parser.parse(RawDocument.file("a.html", utf8(Samples.page("", Samples.PARAGRAPHS)))));
        assertThat(line)
                .startsWith("{\"file\":\"a.html\",\"title\":\"Ferries stop for two weeks\",\"text\":\"")
                .contains(
                        "\"url\":null",
                        "\"publishedAt\":null",
                        "\"language\":\"en\"",
                        "\"authors\":[\"Jo Marsh\",\"Lee Okafor\"]")
                .doesNotContain("\n");
        assertThat(DocumentLine.of("b", new Rejected(Reason.TOO_LARGE, "why")))
                .isEqualTo("{\"file\":\"b\",\"rejected\":\"too-large\",\"detail\":\"why\"}");
    }

    @Test
    void readsMailAndWiresAsDocuments() {
        ParsedDocument mail = parsed("release", WireSamples.bytes(WireSamples.MAIL));
        assertThat(mail.title()).isEqualTo("Ferries stop f\u00fcr two weeks");
        assertThat(mail.authors()).containsExactly("J\u00f6 Marsh");
        ParsedDocument nitf = parsed("report", WireSamples.bytes(WireSamples.NITF));
        assertThat(nitf.title()).isEqualTo("Ferries stop for two weeks");
        assertThat(nitf.url()).hasToString("https://larkhaven.example/news/77");
        assertThat(nitf.language()).isEqualTo("en");
        ParsedDocument flash = parsed(
                "flash",
                WireSamples.bytes(
                        "<newsItem guid='a'><contentMeta><headline>Bridge falls</headline></contentMeta></newsItem>"));
        assertThat(flash.text()).isEqualTo("Bridge falls");
        ParsedDocument taken =
                parsed("a.xml", WireSamples.bytes(WireSamples.NITF.replace("\"usable\"", "\"withheld\"")));
        assertThat(taken.kind()).isEqualTo(Kind.RETRACTED);
        assertThat(taken.id()).isEqualTo(nitf.id());
        assertThat(reason(parser.parse(
                        RawDocument.file("a.xml", WireSamples.bytes(WireSamples.CAP.replace("Actual", "Test"))))))
                .isEqualTo(Reason.NOT_FOR_USE);
        assertThat(reason(parser.parse(RawDocument.file("a.warc", WireSamples.bytes(WireSamples.warc())))))
                .isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void aHeadingInPiecesIsReadAsItsPublisherWroteIt() {
        String heading = "<h1><span>Harbour</span><span>Ferries stop for two weeks</span></h1>";
        String page = Samples.page(
                        "<meta property='og:title' content='Harbour / Ferries stop for two weeks | Larkhaven Post'>"
                                + "<meta property='og:site_name' content='Larkhaven Post'>",
                        Samples.PARAGRAPHS)
                .replace("<h1>Ferries stop for two weeks</h1>", heading);
        assertThat(parsed("a.html", utf8(page)).title()).isEqualTo("Harbour / Ferries stop for two weeks");
    }

    @Test
    void textInLinkedDataMayBeEscapedTwice() {
        String body = "Caf&eacute;s close at six, said the council of &Ouml;land on Friday. ".repeat(20);
        String page = "<html><head><title>Cafes close</title>"
                + described("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body + "\"}")
                + "</head><body><p>Short.</p></body></html>";
        assertThat(parsed("a.html", utf8(page)).text())
                .startsWith("Caf\u00e9s close at six, said the council of \u00d6land");
    }

    private static String stub(String head, String body) {
        return "<html><head><title>Ferries stop</title>" + head
                + "</head><body><article><p>The ferry company of Larkhaven said"
                + " on Tuesday that it would stop all crossings to the northern islands.</p></article>" + body
                + "</body></html>";
    }

    private static String described(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    @Test
    void saysWhatStandsInTheWayOfAnArticle() {
        String wall = "<div class='article-paywall'><p>Subscribe to continue reading this story.</p></div>";
        String closed = described("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}");
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8(stub(closed, wall))))))
                .isEqualTo(Reason.PAYWALL);
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8(stub("", wall))))))
                .isEqualTo(Reason.PAYWALL);
        String consent =
                "<html><body><main><p>We and our partners use cookies. By giving your consent you agree that cookies"
                        + " are stored on your device to measure and to advertise.</p></main></body></html>";
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8(consent)))))
                .isEqualTo(Reason.COOKIE_WALL);
        String pictures = described("{\"@type\":\"ImageGallery\",\"name\":\"Ferries\"}");
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8(stub(pictures, ""))))))
                .isEqualTo(Reason.GALLERY);
        String live = described("{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferries\"}");
        String posts = "<article><p>10:30 The first ship is back in the harbour.</p></article>";
        assertThat(reason(parser.parse(RawDocument.file("a.html", utf8(stub(live, posts))))))
                .isEqualTo(Reason.LIVE_TICKER);
    }

    @Test
    void oneSignOfAPaywallIsNotEnoughAndAWholeArticleIsOne() {
        String closed = described("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}");
        String wall = "<div class='paywall'>Subscribe to continue reading.</div>";
        assertThat(parsed("a.html", utf8(stub(closed, ""))).text()).contains("stop all crossings");
        assertThat(parsed("a.html", utf8(stub("<meta name=x content=paywall>", "<div class=paywall></div>")))
                        .text())
                .isNotBlank();
        assertThat(parsed(
                                "a.html",
                                utf8(Samples.page(
                                        closed, Samples.PARAGRAPHS + Samples.PARAGRAPHS.replace("The", "A") + wall)))
                        .text())
                .contains("count the flour");
    }
}
