package io.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.ingest.article.ArticleDraft;
import io.tocsin.ingest.article.CanonicalUrl;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.publish.Broker;
import io.tocsin.ingest.publish.PublishLimits;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.catalogue.SourceKind;
import io.tocsin.runtime.CheckResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPollerTest {
    private final FeedServer server = new FeedServer();
    private final Broker broker = Broker.open();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    FeedPollerTest() throws IOException {}

    @AfterEach
    void close() {
        broker.close();
        server.close();
    }

    private SourceConfig config(String path) {
        return new SourceConfig(
                path.substring(1), server.url(path), null, "Owner", "GB", "en", 1, Duration.ofMinutes(5), null);
    }

    private FeedSource source(String path, Broker on) {
        return source(path, on, FeedMemory.none(), FullText.none());
    }

    private FeedSource source(String path, Broker on, FeedMemory memory, FullText pages) {
        return source(config(path), on, memory, pages);
    }

    private FeedSource source(SourceConfig config, Broker on, FeedMemory memory, FullText pages) {
        FeedArticles articles = new FeedArticles(config, Owners.bundled(), LanguageDetector.bundled());
        return new FeedSource(
                config,
                articles,
                new Polling(
                        FeedServer.fetcher(),
                        new FeedParser(1_000_000),
                        Polling.seats(),
                        on.publisher,
                        memory,
                        pages,
                        new SourceMetrics(metrics),
                        new SplittableRandom(1)),
                on.clock.instant());
    }

    private List<SourceStatus> told() {
        String topic = broker.topics.sources().name();
        return broker.records(topic).stream()
                .map(record -> broker.topics.sources().serde().deserializer().deserialize(topic, record.value()))
                .toList();
    }

    private void published(int articles) {
        await().untilAsserted(() -> assertThat(broker.articles()).hasSize(articles));
    }

    @Test
    void publishesEachEntryOnce() {
        server.feeds.put("/a", FeedServer.rss("Second", "First"));
        FeedSource source = source("/a", broker);
        Duration wait = source.poll(broker.clock.instant());
        assertThat(wait).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
        published(2);
        RawArticle first = broker.articles().get(0);
        assertThat(first.title()).isEqualTo("First");
        assertThat(first.source()).isEqualTo(new Source("a", "Owner", "GB"));
        assertThat(first.publishedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(first.firstSeenAt()).isEqualTo(broker.clock.instant());

        source.poll(broker.clock.instant());
        assertThat(server.notModified).hasValue(1);
        server.feeds.put("/a", FeedServer.rss("Third", "Second", "First"));
        source.poll(broker.clock.instant());
        published(3);
        assertThat(broker.articles().get(2).title()).isEqualTo("Third");
        assertThat(source.status().articles()).isEqualTo(3);
        await().untilAsserted(() ->
                assertThat(told()).extracting(SourceStatus::articles).containsExactly(2L, 3L));
    }

    @Test
    void backsOffAndComesBack() {
        server.statuses.put("/a", 500);
        FeedSource source = source("/a", broker);
        Duration once = source.poll(broker.clock.instant());
        Duration twice = source.poll(broker.clock.instant());
        assertThat(once).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(twice).isBetween(Duration.ofMinutes(18), Duration.ofMinutes(22));
        assertThat(source.status().health()).isEqualTo(Health.FAILING);
        assertThat(source.status().detail()).contains("500");
        server.statuses.put("/a", 429);
        assertThat(source.poll(broker.clock.instant())).isGreaterThanOrEqualTo(Duration.ofHours(2));
        server.statuses.put("/a", 200);
        server.feeds.put("/a", FeedServer.rss("One"));
        source.poll(broker.clock.instant());
        assertThat(source.status().health()).isEqualTo(Health.HEALTHY);
        assertThat(source.status().failuresInARow()).isZero();
    }

    @Test
    void aFeedThatIsNoneIsKeptOnceWithItsReason() {
        server.feeds.put("/a", "<html><head><title>Login</title></head></html>");
        FeedSource source = source("/a", broker);
        source.poll(broker.clock.instant());
        source.poll(broker.clock.instant());
        await().untilAsserted(() ->
                assertThat(broker.records("test.articles.rejected.v1")).hasSize(1));
        assertThat(Broker.header(broker.records("test.articles.rejected.v1").get(0), DeadLetterHeaders.EXCEPTION))
                .isEqualTo("web-page");
        assertThat(source.status().detail()).contains("web-page");
    }

    @Test
    void whatDidNotFitComesWithTheNextPoll() {
        try (Broker narrow = new Broker(false, new PublishLimits(1, 1_000_000, Duration.ofMinutes(1)))) {
            server.feeds.put("/a", FeedServer.rss("Two", "One"));
            FeedSource source = source("/a", narrow);
            source.poll(narrow.clock.instant());
            await().untilAsserted(() -> assertThat(narrow.articles()).hasSize(1));
            narrow.producer.completeNext();
            await().untilAsserted(() -> {
                source.poll(narrow.clock.instant());
                narrow.producer.completeNext();
                assertThat(narrow.articles()).hasSize(2);
            });
            assertThat(narrow.articles()).extracting(RawArticle::title).containsExactly("One", "Two");
        }
    }

    @Test
    void aSilentSourceIsToldFromAFailingOne() {
        StringBuilder feed = new StringBuilder("<rss><channel><title>F</title>");
        for (int hour = 1; hour < 8; hour++) {
            feed.append("<item><title>Item ")
                    .append(hour)
                    .append("</title><pubDate>2026-03-01T0")
                    .append(hour)
                    .append(":00:00Z</pubDate></item>");
        }
        server.feeds.put("/a", feed + "</channel></rss>");
        FeedSource source = source("/a", broker);
        source.poll(broker.clock.instant());
        assertThat(source.status().rhythmSeconds()).isEqualTo(3600);
        assertThat(source.status().newestEntryAt()).isEqualTo("2026-03-01T07:00:00Z");
        assertThat(source.status().silentFrom()).isEqualTo("2026-03-01T19:00:00Z");
        source.poll(Instant.parse("2026-03-01T18:00:00Z"));
        assertThat(source.status().health()).isEqualTo(Health.HEALTHY);
        source.poll(Instant.parse("2026-03-01T20:00:00Z"));
        assertThat(source.status().health()).isEqualTo(Health.SILENT);
        assertThat(source.status().reason()).isEqualTo("silent");
        assertThat(source.status().detail()).isEqualTo("nothing new since 2026-03-01T07:00:00Z, usually every 60 min");
        assertThat(metrics.get("tocsin.source.silences").counter().count()).isOne();
        server.statuses.put("/a", 404);
        source.poll(Instant.parse("2026-03-01T21:00:00Z"));
        assertThat(source.status().health()).isEqualTo(Health.FAILING);
        assertThat(source.status().reason()).isEqualTo("not-found");
        assertThat(metrics.get("tocsin.source.errors")
                        .tag("reason", "not-found")
                        .counter()
                        .count())
                .isOne();
        await().untilAsserted(() -> assertThat(told())
                .extracting(SourceStatus::health)
                .containsExactly(Health.HEALTHY, Health.SILENT, Health.FAILING));
    }

    @Test
    void aFeedWhoseEntriesAreAllOldIsSilentFromTheFirstPoll() {
        server.feeds.put(
                "/a",
                "<rss><channel><title>F</title><item><title>Old</title><pubDate>2019-03-01T07:00:00Z</pubDate></item>"
                        + "<item><title>Far</title><pubDate>2203-03-01T07:00:00Z</pubDate></item></channel></rss>");
        FeedSource source = source("/a", broker);
        source.poll(broker.clock.instant());
        assertThat(source.status().health()).isEqualTo(Health.SILENT);
        assertThat(source.status().newestEntryAt()).isEqualTo("2019-03-01T07:00:00Z");
        assertThat(source.status().entries()).isEqualTo(2);
        assertThat(source.status().undatedEntries()).isEqualTo(1);
    }

    @Test
    void anotherKindThanExpectedIsRefused() {
        server.feeds.put("/a", FeedServer.rss("One"));
        SourceConfig config = new SourceConfig(
                "a", server.url("/a"), SourceKind.SITEMAP, null, null, null, 1, Duration.ofMinutes(5), null);
        FeedSource source = source(config, broker, FeedMemory.none(), FullText.none());
        source.poll(broker.clock.instant());
        assertThat(source.status().reason()).isEqualTo("other-kind");
        assertThat(broker.articles()).isEmpty();
    }

    private String sitemap(String... entries) {
        return "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" + String.join("", entries)
                + "</urlset>";
    }

    private static String listed(String title, String date) {
        return "<url><loc>https://x.example/" + title + "</loc><news:news><news:title>" + title
                + "</news:title><news:publication_date>" + date + "</news:publication_date></news:news></url>";
    }

    @Test
    void anIndexLeadsToItsSitemaps() {
        server.feeds.put(
                "/index",
                "<sitemapindex>"
                        + "<sitemap><loc>" + server.url("/always") + "</loc></sitemap>"
                        + "<sitemap><loc>" + server.url("/today")
                        + "</loc><lastmod>2026-03-01T11:00:00Z</lastmod></sitemap>"
                        + "<sitemap><loc>" + server.url("/2019") + "</loc><lastmod>2019-03-01</lastmod></sitemap>"
                        + "</sitemapindex>");
        server.feeds.put("/always", sitemap(listed("Harbour", "2026-03-01T10:00:00Z")));
        server.feeds.put(
                "/today", sitemap(listed("Ferry", "2026-03-01T09:00:00Z"), listed("Ancient", "2020-03-01T09:00:00Z")));
        server.feeds.put("/2019", sitemap(listed("Never", "2026-03-01T09:00:00Z")));
        FeedSource source = source("/index", broker);
        assertThat(source.poll(broker.clock.instant())).isZero();
        assertThat(source.poll(broker.clock.instant())).isZero();
        assertThat(source.poll(broker.clock.instant())).isGreaterThan(Duration.ofMinutes(4));
        published(2);
        assertThat(broker.articles()).extracting(RawArticle::title).containsExactly("Ferry", "Harbour");
        assertThat(server.requests).hasValue(3);
        assertThat(source.poll(broker.clock.instant())).isZero();
        source.poll(broker.clock.instant());
        assertThat(server.requests).as("the dated one is not asked for again").hasValue(5);
        assertThat(server.notModified).hasValue(2);
        assertThat(source.status().health()).isEqualTo(Health.HEALTHY);

        server.statuses.put("/always", 500);
        assertThat(source.poll(broker.clock.instant())).isZero();
        source.poll(broker.clock.instant());
        assertThat(source.status().reason()).isEqualTo("server-error");
    }

    @Test
    void oneBadFeedNeverStopsAnother() {
        server.feeds.put("/good", FeedServer.rss("Good"));
        server.feeds.put("/bad", "\u0000\u0001 nothing");
        server.statuses.put("/gone", 410);
        List<SourceConfig> configs =
                new ArrayList<>(List.of(config("/hanging"), config("/bad"), config("/gone"), config("/good")));
        FeedPoller poller = new FeedPoller(
                configs,
                Owners.bundled(),
                LanguageDetector.bundled(),
                FeedServer.fetcher(),
                FullText.none(),
                new FeedParser(1_000_000),
                broker.publisher,
                null,
                new SourceMetrics(metrics),
                broker.clock,
                new SplittableRandom(1));
        assertThat(poller.check().status()).isEqualTo(Status.UNAVAILABLE);
        poller.start();
        published(1);
        await().untilAsserted(() -> assertThat(poller.statuses())
                .extracting(SourceStatus::health)
                .containsExactly(Health.NEW, Health.FAILING, Health.FAILING, Health.HEALTHY));
        assertThat(poller.check().status()).isEqualTo(Status.OK);
        server.close();
        poller.close();
    }

    @Test
    void remembersWithinBounds() {
        SeenEntries seen = new SeenEntries(2);
        seen.remember("a", 1);
        assertThat(seen.look("a", 1)).isEqualTo(SeenEntries.Novelty.KNOWN);
        assertThat(seen.look("a", 2)).isEqualTo(SeenEntries.Novelty.CHANGED);
        seen.remember("b", 1);
        seen.remember("c", 1);
        assertThat(seen.look("a", 1)).isEqualTo(SeenEntries.Novelty.NEW);
    }

    @Test
    void theWaitIsBounded() {
        SplittableRandom random = new SplittableRandom(5);
        for (int failures = 0; failures < 100; failures++) {
            assertThat(Backoff.next(Duration.ofMinutes(5), failures, random))
                    .isBetween(Duration.ofSeconds(270), Duration.ofHours(7));
        }
        assertThat(Instant.EPOCH.plus(Backoff.next(Duration.ofDays(1), 3, random)))
                .isBefore(Instant.EPOCH.plus(Duration.ofHours(27)));
    }

    @Test
    void aRestartRemembersWhatTheBrokerHas(@TempDir Path folder) {
        server.feeds.put("/a", FeedServer.rss("Second", "First"));
        FeedMemory memory = new FolderMemory(folder);
        FeedSource before = source("/a", broker, memory, FullText.none());
        before.poll(broker.clock.instant());
        published(2);
        await().untilAsserted(() -> {
            before.keep();
            assertThat(memory.load("a").orElseThrow().versions()).hasSize(2);
            assertThat(memory.load("a").orElseThrow().validators().etag()).isNotNull();
        });
        FeedSource after = source("/a", broker, memory, FullText.none());
        assertThat(after.status().lastArticleAt()).isEqualTo(before.status().lastArticleAt());
        assertThat(after.status().newestEntryAt()).isEqualTo("2026-03-01T10:00:00Z");
        after.poll(broker.clock.instant());
        assertThat(server.notModified).hasValue(1);
        server.feeds.put("/a", FeedServer.rss("Third", "Second", "First"));
        after.poll(broker.clock.instant());
        published(3);
    }

    @Test
    void whatTheBrokerDoesNotHaveIsNotRemembered(@TempDir Path folder) throws IOException {
        FeedMemory memory = new FolderMemory(folder);
        try (Broker silent = new Broker(false, PublishLimits.defaults())) {
            server.feeds.put("/a", FeedServer.rss("First"));
            source("/a", silent, memory, FullText.none()).poll(silent.clock.instant());
            assertThat(memory.load("a").orElseThrow().versions()).isEmpty();
            assertThat(memory.load("a").orElseThrow().validators().etag()).isNull();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "{");
        }
        assertThat(memory.load("a")).isEmpty();
    }

    @Test
    void aSourceThatPublishesSeldomIsAskedSeldom() {
        Duration interval = Duration.ofMinutes(5);
        assertThat(Rhythm.interval(interval, 86_400L, 0))
                .as("news come in bursts")
                .isEqualTo(interval);
        assertThat(Rhythm.interval(interval, 60L, 1)).isEqualTo(interval);
        assertThat(Rhythm.interval(interval, 1200L, 1)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Rhythm.interval(interval, 86_400L, 1)).isEqualTo(Duration.ofHours(1));
        assertThat(Rhythm.interval(interval, null, 4)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Rhythm.interval(interval, null, 4000)).isEqualTo(Duration.ofHours(1));
    }

    private FullText pages() {
        ArticleParser parser = new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled());
        return FullText.of(FeedServer.fetcher(), parser, broker.clock);
    }

    private String item(String title, String path) {
        return "<item><title>" + title + "</title><link>" + server.url(path)
                + "</link><description>In short.</description></item>";
    }

    @Test
    void aTeaserGetsTheTextOfItsPage() {
        String text = "The ferry company of Larkhaven said on Tuesday that it would stop all crossings. ".repeat(9);
        server.feeds.put(
                "/page",
                "<html><head><title>x</title><meta name=author content='Jo Marsh'></head><body><article><p>" + text
                        + "</p></article></body></html>");
        server.statuses.put("/gone", 410);
        server.feeds.put(
                "/a",
                "<rss><channel><title>F</title>" + item("Gone", "/gone") + item("Whole", "/page") + "</channel></rss>");
        FeedSource source = source("/a", broker, FeedMemory.none(), pages());
        assertThat(source.poll(broker.clock.instant())).isZero();
        assertThat(source.poll(broker.clock.instant())).isZero();
        assertThat(source.poll(broker.clock.instant())).isGreaterThan(Duration.ofMinutes(4));
        published(2);
        RawArticle whole = broker.articles().get(0);
        assertThat(whole.title()).isEqualTo("Whole");
        assertThat(whole.text()).isEqualTo(text.strip());
        assertThat(whole.authors()).containsExactly("Jo Marsh");
        assertThat(broker.articles().get(1).text()).isEqualTo("In short.");
        source.poll(broker.clock.instant());
        assertThat(server.notModified).hasValue(1);
    }

    @Test
    void aHostThatCannotBeReachedDelaysOnePageOnly() {
        FullText pages = FullText.of(
                (address, validators) -> new FetchOutcome.Failed(FetchOutcome.Failure.TIMEOUT, "no answer"),
                new ArticleParser(ParseLimits.defaults(), LanguageDetector.bundled()),
                broker.clock);
        server.feeds.put("/a", FeedServer.rss("Second", "First"));
        FeedSource source = source("/a", broker, FeedMemory.none(), pages);
        source.poll(broker.clock.instant());
        source.poll(broker.clock.instant());
        source.poll(broker.clock.instant());
        published(2);
        ArticleDraft draft = new ArticleDraft(
                null,
                null,
                CanonicalUrl.of("https://x.example/1"),
                "t",
                "",
                null,
                new Source("a", "A", "GB"),
                List.of(),
                null,
                null);
        assertThat(pages.complete(draft))
                .isEqualTo(new FullText.Completion.Teaser(
                        FullText.Why.UNREACHABLE, "x.example could not be reached a short time ago"));
    }

    @Test
    void anAddressWithNothingToReadIsRejectedOnceWithItsReason() {
        server.statuses.put("/gone", 410);
        server.feeds.put("/a", "<urlset><url><loc>" + server.url("/gone") + "</loc></url></urlset>");
        FeedSource source = source("/a", broker, FeedMemory.none(), pages());
        source.poll(broker.clock.instant());
        source.poll(broker.clock.instant());
        server.feeds.put("/a", server.feeds.get("/a") + " ");
        assertThat(source.poll(broker.clock.instant())).isPositive();
        await().untilAsserted(() ->
                assertThat(broker.records("test.articles.rejected.v1")).hasSize(1));
        assertThat(Broker.header(broker.records("test.articles.rejected.v1").get(0), DeadLetterHeaders.EXCEPTION))
                .isEqualTo("gone");
        assertThat(broker.articles()).isEmpty();
    }
}
