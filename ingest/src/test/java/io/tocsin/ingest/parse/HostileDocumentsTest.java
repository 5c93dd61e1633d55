package io.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.worker.DocumentWorkers;
import io.tocsin.ingest.parse.worker.WorkerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are made to do harm; each is refused with its reason, and the next one is read. */
class HostileDocumentsTest {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final DocumentWorkers WORKERS = new DocumentWorkers(new WorkerLimits(1, 64, 500, PATIENT, PATIENT));
    private final ArticleParser parser =
            new ArticleParser(ParseLimits.of(20 * 1024 * 1024, 100_000, PATIENT), LanguageDetector.bundled(), WORKERS);

    @AfterAll
    static void endWorkers() {
        WORKERS.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Reason reason(String name, byte[] bytes) {
        ParseOutcome outcome = parser.parse(RawDocument.file(name, bytes));
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(parser.parse(RawDocument.file("next.rtf", utf8("{\\rtf1\\ansi The port is closed.\\par}"))))
                .isInstanceOf(Parsed.class);
        return ((Rejected) outcome).reason();
    }

    /** Writes the body of an entry. */
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] openDocument(Body content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(utf8("application/vnd.oasis.opendocument.text"));
            zip.putNextEntry(new ZipEntry("content.xml"));
            content.write(zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] word(String doctype, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8(
                    "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml'/></Types>"));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(utf8("<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                    + "relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                    + "relationships/officeDocument' Target='word/document.xml'/></Relationships>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    utf8(
                            "<?xml version='1.0'?>" + doctype
                                    + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"));
            body.write(zip);
            zip.write(utf8("</w:t></w:r></w:p></w:body></w:document>"));
        }
        return bytes.toByteArray();
    }

    private static void fill(OutputStream out, int megabytes, char with) throws IOException {
        byte[] block = new byte[1024 * 1024];
        Arrays.fill(block, (byte) with);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    /** What the paragraph says that stands in a sound document, with whatever else was taken in. */
    private String read(byte[] bytes) {
        ParseOutcome outcome = parser.parse(RawDocument.file("a", bytes));
        assertThat(outcome).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).document().text();
    }

    @Test
    void aZipBombIsTooLarge() throws IOException {
        assertThat(reason("bomb.docx", word("", out -> fill(out, 300, 'a')))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("bomb.odt", openDocument(out -> {
                    out.write(
                            utf8(
                                    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                                            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>"));
                    fill(out, 300, 'a');
                    out.write(utf8("</text:p></office:text></office:body></office:document-content>"));
                })))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aDocumentOfManyMegabytesIsTooLargeBeforeAnythingReadsIt() {
        assertThat(reason("a.pdf", new byte[20 * 1024 * 1024 + 1])).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aPdfThatUnpacksToMoreThanTheMemoryOfItsProcessIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(utf8("1 0 "));
            fill(deflate, 400, ' ');
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(utf8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
                + "4 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size() + ">>stream\n"));
        packed.writeTo(pdf);
        pdf.write(utf8("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(reason("bomb.pdf", pdf.toByteArray())).isEqualTo(Reason.OUT_OF_MEMORY);
    }

    @Test
    void entitiesOfAWordDocumentAreNotExpanded(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-password-of-the-editor");
        String external = "<!DOCTYPE d [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>";
        assertThat(reason("entity.docx", word(external, out -> out.write(utf8("The port is closed. &s;")))))
                .isEqualTo(Reason.UNREADABLE);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY e" + i + " '&e" + (i - 1) + ";&e" + (i - 1) + ";'>");
        }
        assertThat(reason("laughs.docx", word(laughs + "]>", out -> out.write(utf8("&e29;")))))
                .isEqualTo(Reason.UNREADABLE);
        assertThat(read(word("", out -> out.write(utf8("The port is closed.")))))
                .isEqualTo("The port is closed.");
    }

    @Test
    void nestingThatGoesTooDeepIsRefused() throws IOException {
        assertThat(reason("deep.odt", openDocument(out -> {
                    out.write(
                            utf8(
                                    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                                            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"));
                    out.write(utf8("<text:list><text:list-item>".repeat(50_000)));
                    out.write(utf8("<text:p>The port is closed.</text:p>"));
                    out.write(utf8("</text:list-item></text:list>".repeat(50_000)));
                    out.write(utf8("</office:text></office:body></office:document-content>"));
                })))
                .isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void unknownBytesAreNotParsedAtAll() {
        byte[] program = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0};
        assertThat(reason("a.bin", program)).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason("a.pdf", program)).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void entitiesOfAWireFileAreNotExpanded(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-password-of-the-editor");
        String nitf = "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>"
                + "<nitf><head><title>Port closed</title></head><body><body.head><hedline><hl1>Port closed</hl1></hedline>"
                + "</body.head><body.content><p>The port is closed until Friday. &s;</p></body.content></body></nitf>";
        assertThat(read(utf8(nitf))).contains("closed until Friday").doesNotContain("password");
    }

    @Test
    void aPageThatNestsADeepTreeOrADeepDescriptionIsRead() {
        String json = "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>";
        String page = "<html><head>" + json + "</head><body>" + Samples.PARAGRAPHS + "</body></html>";
        assertThat(read(utf8(page))).contains("ferry company");
    }
}
