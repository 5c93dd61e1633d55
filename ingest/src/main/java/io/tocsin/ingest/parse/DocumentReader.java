package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.WrittenDate;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import io.tocsin.ingest.parse.worker.DocumentTask;
import io.tocsin.ingest.parse.worker.DocumentText;
import io.tocsin.ingest.parse.worker.TextOutcome;
import java.io.IOException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are not web pages: which format bytes are in, by their first bytes and their name, and what is made of
 * the text that was found in them. Nothing of them is parsed here. Safe for use by any thread.
 */
final class DocumentReader {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private final LanguageDetector languages;

    DocumentReader(LanguageDetector languages) {
        this.languages = languages;
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

    /** What is to be done for a document of this format. */
    DocumentTask task(RawDocument document, DocumentFormat format, int maxCharacters) {
        return new DocumentTask(nameOf(document), format.mediaType(), maxCharacters, document.bytes());
    }

    /** What came of it. */
    ParseOutcome outcome(RawDocument document, TextOutcome outcome) {
        if (outcome instanceof TextOutcome.Found found) {
            return parsed(document, PlainText.tidy(found.document().text()), found.document());
        }
        if (outcome instanceof TextOutcome.Refused refused) {
            return new Rejected(refused.reason(), refused.detail());
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    ParseOutcome plain(RawDocument document) {
        String text = PlainText.tidy(Charsets.decode(document.bytes(), Charsets.declared(document.contentType())));
        return parsed(document, text, DocumentText.bare(text));
    }

    private Parsed parsed(RawDocument document, String text, DocumentText found) {
        String said = found.title();
        PlainText.Split split = PlainText.split(text);
        String title = usable(said, text) ? String.valueOf(said).strip() : split.title();
        String body = title.equals(split.title()) ? split.body() : text;
        String language = languages.settle(found.language(), body);
        return new Parsed(new ParsedDocument(
                title,
                body.isBlank() ? text : body,
                CanonicalUrl.of(document.url()),
                WrittenDate.read(found.created()),
                WrittenDate.read(found.modified()),
                language,
                found.authors()));
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
