package io.tocsin.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.language.LanguageDetector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LanguageDetector LANGUAGES = LanguageDetector.bundled();
    private final ArticleJson articles = new ArticleJson(Owners.bundled(), LANGUAGES);

    private List<ArchiveLine> read(byte[] bytes) throws IOException {
        List<ArchiveLine> lines = new ArrayList<>();
        try (ArchiveReader reader = new ArchiveReader("a.jsonl", new ByteArrayInputStream(bytes), articles, NOW)) {
            for (ArchiveLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<ArchiveLine> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private RawArticle one(String json) throws IOException {
        ArchiveLine line = read(json).get(0);
        assertThat(line).isInstanceOf(ArchiveLine.Article.class);
        return ((ArchiveLine.Article) line).article();
    }

    @Test
    void readsAllFields() throws IOException {
        RawArticle article = one("""
                {"id":"a1","title":"T","text":" the text, as it is ","language":"en-GB","source":"bbc.com","sourceCountry":"GB",\
                "publishedAt":"2025-06-23T06:10:00Z","firstSeenAt":"2025-06-23T06:12:00Z","url":"https://www.bbc.com/news/1?utm_source=x",\
                "authors":["A","B"],"more":{"x":1}}""");
        assertThat(article)
                .isEqualTo(new RawArticle(
                        "a1",
                        "https://www.bbc.com/news/1",
                        "T",
                        " the text, as it is ",
                        false,
                        "en",
                        new Source("bbc.com", "bbc", "GB"),
                        List.of("A", "B"),
                        Instant.parse("2025-06-23T06:10:00Z"),
                        null,
                        Instant.parse("2025-06-23T06:12:00Z")));
    }

    @Test
    void fillsInWhatIsMissing() throws IOException {
        RawArticle bare = one("{\"text\":\"The government said on Monday that it would talk.\"}");
        assertThat(bare.id()).hasSize(20);
        assertThat(bare.language()).isEqualTo("en");
        assertThat(bare.source().id()).isEqualTo("unknown");
        assertThat(bare.publishedAt()).isNull();
        assertThat(bare.firstSeenAt()).isEqualTo(NOW);
        RawArticle dated =
                one("{\"title\":\"x\",\"published\":\"2021-11-03\",\"url\":\"https://news.example.de/1\",\"id\":7}");
        assertThat(dated.id()).isEqualTo("7");
        assertThat(dated.publishedAt()).isEqualTo("2021-11-03T00:00:00Z");
        assertThat(dated.firstSeenAt()).isEqualTo(dated.publishedAt());
        assertThat(dated.source()).isEqualTo(new Source("news.example.de", "example.de", "DE"));
        assertThat(one("{\"title\":\"x\",\"date\":\"2082-01-01\"}"))
                .satisfies(future -> assertThat(future.publishedAt()).isNull())
                .satisfies(future -> assertThat(future.firstSeenAt()).isEqualTo(NOW));
        assertThat(one("{\"title\":\"x\",\"source\":{\"id\":\"s\",\"owner\":\"o\",\"country\":\"FR\"}}")
                        .source())
                .isEqualTo(new Source("s", "o", "FR"));
        assertThat(one("{\"title\":\"x\",\"domain\":\"dw.com\"}").source().owner())
                .isEqualTo("deutsche-welle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"x"                                         | not JSON
            [1]                                                  | not a JSON object
            {"id":"x"}                                           | neither title nor text
            {"title":"x"} {"title":"y"}                          | not JSON
            {"title":["x"]}                                      | 'title' is not a text
            {"title":"x","publishedAt":"soon"}                   | 'publishedAt' is no time
            {"title":"x","firstSeenAt":"2082-01-01T00:00:00Z"}   | lies in the future
            """)
    void aBadLineIsAValue(String json, String reason) throws IOException {
        List<ArchiveLine> lines = read("\n{\"title\":\"a\"}\n" + json + "\n{\"title\":\"b\"}");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isInstanceOfSatisfying(ArchiveLine.Invalid.class, invalid -> {
            assertThat(invalid.where()).isEqualTo("a.jsonl:3");
            assertThat(invalid.message()).startsWith("a.jsonl:3: ").contains(reason);
            assertThat(invalid.remedy()).isNotBlank();
        });
        assertThat(((ArchiveLine.Article) lines.get(2)).article().title()).isEqualTo("b");
    }

    @Test
    void readsGzipAndMarksAndWindowsLines() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("\ufeff{\"title\":\"é\"}\r\n\r\n{\"title\":\"b\"}".getBytes(StandardCharsets.UTF_8));
        }
        List<ArchiveLine> lines = read(packed.toByteArray());
        assertThat(lines).hasSize(2).allMatch(ArchiveLine.Article.class::isInstance);
        byte[] damaged = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
        assertThat(read(damaged)).last().isInstanceOf(ArchiveLine.Invalid.class);
        assertThat(read("")).isEmpty();
    }
}
