package io.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that feeds give to entries, and what becomes of those that lie. */
class FeedArticlesTest {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    private static String item(String guid, String link, String title) {
        return "<item><guid isPermaLink='false'>" + guid + "</guid>"
                + (link.isEmpty() ? "" : "<link>" + link + "</link>") + "<title>" + title + "</title></item>";
    }

    private static List<String> ids(String... items) {
        String rss = "<rss version='2.0'><channel><title>F</title>" + String.join("", items) + "</channel></rss>";
        FeedOutcome outcome = new FeedParser(100_000)
                .parse(rss.getBytes(StandardCharsets.UTF_8), "application/rss+xml", "https://skerry.example/feed");
        assertThat(outcome).isInstanceOf(FeedOutcome.Read.class);
        Feed feed = ((FeedOutcome.Read) outcome).feed();
        SourceConfig source = new SourceConfig(
                "skerry", "https://skerry.example/feed", null, null, null, null, 1, Duration.ofMinutes(5), null);
        FeedArticles articles = new FeedArticles(source, Owners.bundled(), LanguageDetector.bundled());
        List<String> ids = new ArrayList<>();
        feed.entries().forEach(entry -> {
            ArticleDraft draft = articles.draft(feed, entry);
            if (draft != null) {
                ids.add(draft.seenAt(SEEN).id());
            }
        });
        return ids;
    }

    @Test
    void oneNameForSeveralAddressesIsNoName() {
        assertThat(ids(item("0", "https://skerry.example/1", "One"), item("0", "https://skerry.example/2", "Two")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anotherNameForTheSameAddressIsTheSameArticle() {
        assertThat(ids(item("today-1", "https://skerry.example/1", "One")))
                .isEqualTo(ids(item("tomorrow-7", "https://skerry.example/1?utm_source=feed", "One, edited")));
    }

    @Test
    void withoutAnAddressANameThatOneEntryBearsIsItsName() {
        assertThat(ids(item("a", "", "One"), item("b", "", "Two")))
                .isEqualTo(ids(item("a", "", "One, edited"), item("b", "", "Two, edited")));
        assertThat(ids(item("0", "", "One"), item("0", "", "Two")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
