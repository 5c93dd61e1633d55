package io.tocsin.ingest.parse;

import io.tocsin.ingest.article.CanonicalUrl;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Bytes of a web page as the article that stands on it. Pure. */
public final class WebPage {
    /** Bytes at the beginning in which a page declares its charset (HTML standard: 1024; pages are less strict). */
    private static final int HEAD = 8 * 1024;

    /** Deepest nesting that is built; deeper elements become children of the deepest. */
    private static final int DEEPEST = 256;

    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,400}charset[^>]{0,200}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"']+)");

    private WebPage() {}

    /** The page's tree. */
    static Document tree(RawDocument raw) {
        String html = Charsets.decode(raw.bytes(), declared(raw));
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        return parser.parseInput(html, raw.url() == null ? "" : raw.url());
    }

    /** The article; its text is empty when there is none, its language is the declared one. */
    public static ParsedDocument read(RawDocument raw) {
        return read(raw, tree(raw));
    }

    static ParsedDocument read(RawDocument raw, Document page) {
        PageMetadata metadata = PageMetadata.of(page, CanonicalUrl.of(raw.url()));
        return new ParsedDocument(
                metadata.title(),
                MainText.of(page, metadata),
                metadata.url(),
                metadata.publishedAt(),
                metadata.modifiedAt(),
                metadata.language(),
                metadata.authors());
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
