package io.tocsin.ingest.parse.worker;

import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.worker.TextOutcome.Found;
import io.tocsin.ingest.parse.worker.TextOutcome.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.DocumentSelector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of a document, by Tika. The parsers are named one by one, so that none comes along that runs a program or
 * opens a connection; embedded files are not opened and pictures are not read. Not bounded in time or memory: its
 * process is.
 */
final class TikaText {
    /** The JDK's own limit of an XML document's depth, {@code jdk.xml.maxElementDepth}: 200 since JDK 24. */
    private static final String XML_TOO_DEEP = "jaxp00010006";

    private static final Parser OOXML = new OOXMLParser();
    private static final Parser OFFICE = new OfficeParser();
    private static final Parser ODF = new OpenDocumentParser();
    private static final Parser RTF = new RTFParser();

    private static final Map<String, Parser> PARSERS = Map.ofEntries(
            Map.entry("application/pdf", new PDFParser()),
            Map.entry("application/msword", OFFICE),
            Map.entry("application/x-tika-msoffice", OFFICE),
            Map.entry("application/x-tika-ooxml-protected", OFFICE),
            Map.entry("application/x-tika-ooxml", OOXML),
            Map.entry("application/vnd.ms-word.document.macroenabled.12", OOXML),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", OOXML),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.template", OOXML),
            Map.entry("application/vnd.oasis.opendocument.text", ODF),
            Map.entry("application/vnd.oasis.opendocument.text-template", ODF),
            Map.entry("application/rtf", RTF),
            Map.entry("text/rtf", RTF));

    private TikaText() {}

    /** Reads it; throws nothing for a document's sake but what its process ends of. */
    static TextOutcome read(DocumentTask task) {
        Parser parser = PARSERS.get(task.mediaType());
        if (parser == null) {
            return new Refused(Reason.UNSUPPORTED, task.mediaType() + " is not read");
        }
        Refused packed = PackedXml.refusal(task);
        if (packed != null) {
            return packed;
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
        metadata.set(HttpHeaders.CONTENT_TYPE, task.mediaType());
        BodyContentHandler text = new BodyContentHandler(task.maxCharacters());
        try (TikaInputStream in = TikaInputStream.get(task.bytes())) {
            parser.parse(in, new SecureContentHandler(text, in), metadata, context());
        } catch (EncryptedDocumentException e) {
            return new Refused(Reason.ENCRYPTED, "needs a password");
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            return refused(task, e);
        } catch (StackOverflowError e) {
            return new Refused(Reason.TOO_DEEP, task.mediaType() + ": nested deeper than can be followed");
        } catch (LinkageError e) {
            return new Refused(Reason.UNREADABLE, task.mediaType() + ": needs what is not there: " + e.getMessage());
        }
        return new Found(found(text.toString(), metadata));
    }

    private static Refused refused(DocumentTask task, Exception e) {
        if (WriteLimitReachedException.isWriteLimitReached(e)) {
            return new Refused(Reason.TOO_LARGE, "more than " + task.maxCharacters() + " characters of text");
        }
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("maximum depth") || message.contains("nesting") || message.contains(XML_TOO_DEEP)) {
                return new Refused(Reason.TOO_DEEP, task.mediaType() + ": nested deeper than documents are");
            }
            if (message.contains("zip bomb")) {
                return new Refused(Reason.TOO_LARGE, task.mediaType() + ": unpacks to far more than it is");
            }
            root = cause;
        }
        return new Refused(Reason.UNREADABLE, task.mediaType() + ": " + firstLine(root));
    }

    private static String firstLine(Throwable cause) {
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = said.lines().findFirst().orElse(said);
        return line.length() <= 200 ? line : line.substring(0, 200);
    }

    private static DocumentText found(String text, Metadata metadata) {
        List<String> authors = new ArrayList<>();
        for (String author : metadata.getValues(TikaCoreProperties.CREATOR)) {
            if (!author.isBlank() && !authors.contains(author.strip())) {
                authors.add(author.strip());
            }
        }
        return new DocumentText(
                text,
                metadata.get(TikaCoreProperties.TITLE),
                metadata.get(TikaCoreProperties.CREATED),
                metadata.get(TikaCoreProperties.MODIFIED),
                metadata.get(TikaCoreProperties.LANGUAGE),
                authors);
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractAnnotationText(false);
        pdf.setExtractBookmarksText(false);
        pdf.setIfXFAExtractOnlyXFA(false);
        pdf.setSortByPosition(false);
        context.set(PDFParserConfig.class, pdf);
        context.set(DocumentSelector.class, metadata -> false);
        return context;
    }
}
