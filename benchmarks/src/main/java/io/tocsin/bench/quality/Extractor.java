package io.tocsin.bench.quality;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeHTMLContentHandler;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.Charsets;
import io.tocsin.ingest.parse.HtmlText;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParsedDocument;
import io.tocsin.ingest.parse.RawDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.jsoup.nodes.Element;
import org.xml.sax.SAXException;

/** What reads the main text of a page: ours, and those that it is compared with. All are safe for use by any thread. */
final class Extractor {
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset=[\"']?([\\w-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    private Extractor() {}

    /** By the names under which they stand in the table, ours first. */
    static Map<String, Function<RawDocument, ParseOutcome>> all() {
        Map<String, Function<RawDocument, ParseOutcome>> all = new TreeMap<>(Comparator.reverseOrder());
        all.put("tocsin", new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled())::parse);
        all.put("tika boilerpipe", Extractor::boilerpipe);
        all.put("readability4j", Extractor::readability4j);
        return all;
    }

    private static ParseOutcome readability4j(RawDocument page) {
        Element content;
        try {
            content = new Readability4J("https://page.example/", decoded(page))
                    .parse()
                    .getArticleContent();
        } catch (RuntimeException e) {
            return failed(e);
        }
        return text(content == null ? "" : HtmlText.plain(content.html()));
    }

    /** As the {@code BoilerpipeContentHandler} of Tika: its SAX events of a page go to boilerpipe's extractor of articles. */
    private static ParseOutcome boilerpipe(RawDocument page) {
        BoilerpipeHTMLContentHandler blocks = new BoilerpipeHTMLContentHandler();
        try (TikaInputStream in = TikaInputStream.get(page.bytes())) {
            new JSoupParser().parse(in, blocks, new Metadata(), new ParseContext());
            TextDocument document = blocks.toTextDocument();
            ArticleExtractor.INSTANCE.process(document);
            return text(document.getContent());
        } catch (IOException | SAXException | TikaException | BoilerpipeProcessingException | RuntimeException e) {
            return failed(e);
        }
    }

    private static String decoded(RawDocument page) {
        String head = new String(page.bytes(), 0, Math.min(page.bytes().length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        return Charsets.decode(page.bytes(), declared.find() ? Charsets.named(declared.group(1)) : null);
    }

    private static ParseOutcome failed(Exception e) {
        return new ParseOutcome.Rejected(ParseOutcome.Reason.UNREADABLE, e.toString());
    }

    private static ParseOutcome text(String text) {
        return new ParseOutcome.Parsed(new ParsedDocument("", text, null, null, null, null, List.of()));
    }
}
