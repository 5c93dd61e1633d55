package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ParseOutcome.Parsed;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.parse.ParseOutcome.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads web pages. Safe for use by any thread. */
final class PageReader {
    /** Bytes at the beginning in which a page declares its charset (HTML standard: 1024; pages are less strict). */
    private static final int HEAD = 8 * 1024;

    /** Deepest nesting that is built; deeper elements become children of the deepest. */
    private static final int DEEPEST = 256;

    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,400}charset[^>]{0,200}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"']+)");

    private final LanguageDetector languages;

    PageReader(LanguageDetector languages) {
        this.languages = languages;
    }

    ParseOutcome read(RawDocument raw, DocumentFormat format) {
        String html = Charsets.decode(raw.bytes(), declared(raw));
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = parser.parseInput(html, raw.url() == null ? "" : raw.url());
        PageMetadata metadata = PageMetadata.of(page, CanonicalUrl.of(raw.url()));
        String text = MainText.of(page, metadata);
        if (text.isBlank()) {
            return new Rejected(Reason.EMPTY, "no text of an article in this " + format.mediaType());
        }
        String language = languages.settle(metadata.language(), text);
        return new Parsed(new ParsedDocument(
                metadata.title(),
                text,
                metadata.url(),
                metadata.publishedAt(),
                metadata.modifiedAt(),
                language,
                metadata.authors()));
    }

    private static @Nullable Charset declared(RawDocument raw) {
        Charset sent = Charsets.declared(raw.contentType());
        if (sent != null) {
            return sent;
        }
        byte[] bytes = raw.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        if (meta.find()) {
            Charset named = Charsets.declared(meta.group());
            boolean impossible = named != null && named.name().startsWith("UTF-16");
            return impossible ? StandardCharsets.UTF_8 : named;
        }
        Matcher declaration = DECLARATION.matcher(head);
        return declaration.find() ? Charsets.named(declaration.group(1)) : null;
    }
}
