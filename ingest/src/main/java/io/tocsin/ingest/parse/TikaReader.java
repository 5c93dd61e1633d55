package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.WrittenDate;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.DocumentSelector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * All that Tocsin knows of Tika: which format bytes are in, and the text of those that are not web pages. The parsers
 * are named one by one, so that none comes along that runs a program or opens a connection; embedded files are not
 * opened and pictures are not read. Safe for use by any thread.
 */
final class TikaReader {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private final LanguageDetector languages;
    private final int maxCharacters;
    private final Map<String, Parser> parsers;

    TikaReader(LanguageDetector languages, int maxCharacters) {
        this.languages = languages;
        this.maxCharacters = maxCharacters;
        Parser ooxml = new OOXMLParser();
        Parser office = new OfficeParser();
        Parser odf = new OpenDocumentParser();
        Parser rtf = new RTFParser();
        this.parsers = Map.ofEntries(
                Map.entry("application/pdf", new PDFParser()),
                Map.entry("application/msword", office),
                Map.entry("application/x-tika-msoffice", office),
                Map.entry("application/x-tika-ooxml-protected", office),
                Map.entry("application/x-tika-ooxml", ooxml),
                Map.entry("application/vnd.ms-word.document.macroenabled.12", ooxml),
                Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ooxml),
                Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.template", ooxml),
                Map.entry("application/vnd.oasis.opendocument.text", odf),
                Map.entry("application/vnd.oasis.opendocument.text-template", odf),
                Map.entry("application/rtf", rtf),
                Map.entry("text/rtf", rtf));
    }

    /** The media type by first bytes and name, without parameters. */
    static String mediaType(RawDocument document) {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, nameOf(document));
        if (document.contentType() != null) {
            hints.set(HttpHeaders.CONTENT_TYPE, document.contentType());
        }
        try (TikaInputStream in = TikaInputStream.get(document.bytes())) {
            MediaType type = TYPES.detect(in, hints);
            MediaType byZip = type.getSubtype().equals("zip") ? ZipFormat.of(document.bytes()) : null;
            return (byZip == null ? type : byZip).getBaseType().toString();
        } catch (IOException e) {
            return "application/octet-stream";
        }
    }

    /** The last part of the name, without a query. */
    private static String nameOf(RawDocument document) {
        String name = document.name();
        int query = name.indexOf('?');
        String path = query < 0 ? name : name.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    ParseOutcome read(RawDocument document, DocumentFormat format) throws IOException, SAXException {
        Parser parser = parsers.get(format.mediaType());
        if (parser == null) {
            return plain(document);
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, nameOf(document));
        metadata.set(HttpHeaders.CONTENT_TYPE, format.mediaType());
        BodyContentHandler text = new BodyContentHandler(maxCharacters);
        try (TikaInputStream in = TikaInputStream.get(document.bytes())) {
            parser.parse(in, text, metadata, context());
        } catch (EncryptedDocumentException e) {
            return new Rejected(Reason.ENCRYPTED, "needs a password");
        } catch (TikaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Rejected(Reason.UNREADABLE, format.mediaType() + ": " + String.valueOf(cause.getMessage()));
        } catch (SAXException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) {
                return new Rejected(Reason.TOO_LARGE, "more than " + maxCharacters + " characters of text");
            }
            throw e;
        }
        return parsed(document, PlainText.tidy(text.toString()), metadata);
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

    private ParseOutcome plain(RawDocument document) {
        String text = PlainText.tidy(Charsets.decode(document.bytes(), Charsets.declared(document.contentType())));
        return parsed(document, text, new Metadata());
    }

    private Parsed parsed(RawDocument document, String text, Metadata metadata) {
        String said = metadata.get(TikaCoreProperties.TITLE);
        PlainText.Split split = PlainText.split(text);
        String title = usable(said, text) ? String.valueOf(said).strip() : split.title();
        String body = title.equals(split.title()) ? split.body() : text;
        Instant created = WrittenDate.read(metadata.get(TikaCoreProperties.CREATED));
        Instant modified = WrittenDate.read(metadata.get(TikaCoreProperties.MODIFIED));
        List<String> authors = new ArrayList<>();
        for (String author : metadata.getValues(TikaCoreProperties.CREATOR)) {
            if (!author.isBlank() && !authors.contains(author.strip())) {
                authors.add(author.strip());
            }
        }
        String language = languages.settle(metadata.get(TikaCoreProperties.LANGUAGE), body);
        return new Parsed(new ParsedDocument(
                title,
                body.isBlank() ? text : body,
                CanonicalUrl.of(document.url()),
                created,
                modified,
                language,
                authors));
    }

    /** Word processors put file names and template names into the title. */
    private static boolean usable(@Nullable String title, String text) {
        return title != null
                && !title.isBlank()
                && title.length() <= 300
                && !title.matches(
                        "(?i).*\\.(?:docx?|odt|rtf|pdf|indd|qxd|txt)$|(?i)^(?:microsoft word|untitled|document\\d*)\\b.*")
                && title.strip().length() < Math.max(10, text.length());
    }
}
