package io.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Source;
import io.tocsin.ingest.publish.PublishOutcome.Full;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleVersionsTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T15:30:00Z");

    @TempDir
    private Path folder;

    private static RawArticle article(String text, Instant seen, @Nullable Kind kind) {
        Revision revision = kind == null ? null : new Revision(1, kind, seen, List.of());
        return new RawArticle(
                "a", null, "T", text, false, "en", new Source("s", "s", null), List.of(), null, null, seen, revision);
    }

    private static RawArticle published(Broker broker) {
        List<RawArticle> all = broker.articles();
        return all.get(all.size() - 1);
    }

    private static void publish(Broker broker, RawArticle article) {
        assertThat(((PublishOutcome.Accepted) broker.publisher.publish(article))
                        .end()
                        .join())
                .isEqualTo(PublishOutcome.End.ACKNOWLEDGED);
    }

    @Test
    void anEditIsANewVersionOfTheSameArticle() {
        try (Broker broker = Broker.open()) {
            publish(broker, article("first", FIRST, null));
            assertThat(published(broker).revision()).isEqualTo(new Revision(1, Kind.NEW, FIRST, List.of()));
            publish(broker, article("second", LATER, null));
            RawArticle second = published(broker);
            assertThat(second.id()).isEqualTo("a");
            assertThat(second.revision()).isEqualTo(new Revision(2, Kind.UPDATED, LATER, List.of()));
            assertThat(second.firstSeenAt()).isEqualTo(FIRST);
            publish(broker, article("third", LATER, Kind.CORRECTED));
            assertThat(published(broker).revision()).isEqualTo(new Revision(3, Kind.CORRECTED, LATER, List.of()));
            publish(broker, article("third", LATER, Kind.RETRACTED));
            assertThat(published(broker).revision()).isEqualTo(new Revision(4, Kind.RETRACTED, LATER, List.of()));
        }
    }

    @Test
    void aRepeatIsTheSameVersionAndTheSameEvent() {
        try (Broker broker = Broker.open()) {
            publish(broker, article("first", FIRST, null));
            publish(broker, article("second", LATER, null));
            publish(broker, article("second", LATER.plusSeconds(60), null));
            var records = broker.records(broker.topics.articlesRaw().name());
            assertThat(published(broker).revision())
                    .extracting(Revision::version)
                    .isEqualTo(2);
            assertThat(Broker.header(records.get(2), "ce_id"))
                    .isEqualTo(Broker.header(records.get(1), "ce_id"))
                    .isNotEqualTo(Broker.header(records.get(0), "ce_id"));
        }
    }

    @Test
    void whatFoundNoRoomIsNoVersion() {
        try (Broker narrow = new Broker(false, new PublishLimits(1, 1_000_000, Duration.ofMinutes(1)))) {
            assertThat(narrow.publisher.publish(article("first", FIRST, null)))
                    .isInstanceOf(PublishOutcome.Accepted.class);
            assertThat(narrow.publisher.publish(article("second", LATER, null))).isInstanceOf(Full.class);
            org.awaitility.Awaitility.await().until(() -> narrow.producer.completeNext());
            org.awaitility.Awaitility.await()
                    .until(() ->
                            narrow.publisher.publish(article("third", LATER, null)) instanceof PublishOutcome.Accepted);
            org.awaitility.Awaitility.await().until(() -> narrow.articles().size() == 2);
            assertThat(published(narrow).revision())
                    .extracting(Revision::version)
                    .isEqualTo(2);
        }
    }

    @Test
    void countingGoesOnAfterARestartAlsoWhenTheLastLineIsTorn() throws IOException {
        Path file = folder.resolve("deep/versions.jsonl");
        ArticleVersions before = new ArticleVersions(new VersionJournal(file));
        before.settle(before.revise(article("first", FIRST, null)));
        before.settle(before.revise(article("second", LATER, null)));
        ArticleVersions.Revised lost = before.revise(article("never acknowledged", LATER, null));
        assertThat(lost.known().version()).isEqualTo(3);
        before.close();
        Files.write(file, "[\"b\",7,\"ab".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        ArticleVersions after = new ArticleVersions(new VersionJournal(file));
        assertThat(Files.readAllLines(file)).hasSize(1);
        ArticleVersions.Revised same = after.revise(article("second", LATER, null));
        assertThat(same.known().version()).isEqualTo(2);
        assertThat(same.article().firstSeenAt()).isEqualTo(FIRST);
        assertThat(after.revise(article("third", LATER, null)).known().version())
                .isEqualTo(3);
        after.close();
    }
}
