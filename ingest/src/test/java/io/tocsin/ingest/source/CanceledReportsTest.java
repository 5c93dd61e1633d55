package io.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.wire.WireSamples;
import io.tocsin.ingest.publish.Broker;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that its wire takes back is a version of itself that is retracted. */
class CanceledReportsTest {
    private static final LanguageDetector LANGUAGES = LanguageDetector.bundled();
    private static final String REPORT = WireSamples.NITF.replace(" ex-ref=\"https://larkhaven.example/news/77\"", "");
    private static final String CANCELLATION = REPORT.replace("\"usable\"", "\"canceled\"");

    private final FeedServer server = new FeedServer();
    private final Broker broker = Broker.open();

    @TempDir
    private Path folder;

    CanceledReportsTest() throws IOException {}

    @AfterEach
    void close() {
        broker.close();
        server.close();
    }

    private FeedSource wire() {
        SourceConfig config =
                new SourceConfig("wire", server.url("/wire"), null, null, null, null, 1, Duration.ofMinutes(5), null);
        return new FeedSource(
                config,
                new FeedArticles(config, Owners.bundled(), LANGUAGES),
                new Polling(
                        FeedServer.fetcher(),
                        new FeedParser(1_000_000),
                        Polling.seats(),
                        broker.publisher,
                        FeedMemory.none(),
                        FullText.none(),
                        new SourceMetrics(new SimpleMeterRegistry()),
                        new SplittableRandom(1)),
                broker.clock.instant());
    }

    private static @Nullable Kind kind(RawArticle article) {
        return article.revision() == null ? null : article.revision().kind();
    }

    private List<RawArticle> published(int articles) {
        await().untilAsserted(() -> assertThat(broker.articles()).hasSize(articles));
        return broker.articles();
    }

    private void assertRejectedAsUnfounded() {
        await().untilAsserted(() -> assertThat(broker.records("test.articles.rejected.v1"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(Broker.header(record, DeadLetterHeaders.EXCEPTION))
                            .isEqualTo("not-for-use");
                    assertThat(Broker.header(record, DeadLetterHeaders.MESSAGE))
                            .isEqualTo("cancels a report that was never published: Ferries stop for two weeks");
                }));
        assertThat(broker.articles()).isEmpty();
    }

    @Test
    void onAFeed() {
        server.feeds.put("/wire", REPORT);
        FeedSource wire = wire();
        wire.poll(broker.clock.instant());
        String id = published(1).get(0).id();
        server.feeds.put("/wire", CANCELLATION);
        wire.poll(broker.clock.instant());
        RawArticle taken = published(2).get(1);
        assertThat(taken.id()).isEqualTo(id);
        assertThat(kind(taken)).isEqualTo(Kind.RETRACTED);
        assertThat(taken.revision()).isNotNull().extracting("version").isEqualTo(2);
        server.feeds.put("/wire", CANCELLATION + " ");
        wire.poll(broker.clock.instant());
        server.feeds.put("/wire", REPORT);
        wire.poll(broker.clock.instant());
        assertThat(published(3))
                .extracting(CanceledReportsTest::kind)
                .containsExactly(Kind.NEW, Kind.RETRACTED, Kind.UPDATED);
    }

    @Test
    void onAFeedThatNeverHadIt() {
        server.feeds.put("/wire", CANCELLATION);
        FeedSource wire = wire();
        wire.poll(broker.clock.instant());
        assertRejectedAsUnfounded();
        server.feeds.put("/wire", CANCELLATION + " ");
        wire.poll(broker.clock.instant());
        assertRejectedAsUnfounded();
    }

    @Test
    void whatOneFileReportsAndTakesBackIsTakenBack() {
        server.feeds.put("/wire", "[" + ninjs("usable") + "]");
        FeedSource wire = wire();
        wire.poll(broker.clock.instant());
        published(1);
        server.feeds.put("/wire", "[" + ninjs("canceled") + "," + ninjs("usable") + "]");
        wire.poll(broker.clock.instant());
        server.feeds.put("/wire", "[" + ninjs("usable") + "," + ninjs("canceled") + "]");
        wire.poll(broker.clock.instant());
        assertThat(published(2)).extracting(CanceledReportsTest::kind).containsExactly(Kind.NEW, Kind.RETRACTED);
    }

    private static String ninjs(String status) {
        return "{\"uri\":\"urn:larkhaven:9\",\"headline\":\"Ferries stop\",\"body_text\":\"The ferries stop.\",\"pubstatus\":\""
                + status + "\"}";
    }

    @Test
    void inAFolder() throws IOException {
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("rejected"));
        ParseLimits limits = ParseLimits.defaults();
        WatchedFolder watched = new WatchedFolder(
                new FolderConfig(folder, Duration.ofMillis(20), "desk"),
                new ArticleParser(limits, LANGUAGES),
                limits,
                Owners.bundled(),
                broker.publisher,
                broker.clock);
        drop(watched, "early.xml", CANCELLATION);
        assertThat(folder.resolve("rejected/early.xml.reason.txt")).content().startsWith("not-for-use: cancels");
        assertRejectedAsUnfounded();
        drop(watched, "report.xml", REPORT);
        drop(watched, "kill.xml", CANCELLATION);
        List<RawArticle> both = published(2);
        assertThat(both).extracting(CanceledReportsTest::kind).containsExactly(Kind.NEW, Kind.RETRACTED);
        assertThat(both.get(1).id()).isEqualTo(both.get(0).id());
    }

    private void drop(WatchedFolder watched, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        watched.look();
        watched.look();
    }
}
