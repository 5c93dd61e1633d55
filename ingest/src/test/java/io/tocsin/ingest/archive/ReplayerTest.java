package io.tocsin.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.publish.Broker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayerTest {
    private static final String ARCHIVE = """
            {"id":"c","title":"C","publishedAt":"2025-01-01T00:02:00Z"}
            {"id":"a","title":"A","publishedAt":"2025-01-01T00:00:00Z"}
            not an article
            {"id":"b","title":"B","publishedAt":"2025-01-01T00:01:00Z","firstSeenAt":"2025-01-01T00:01:30Z"}
            {"id":"d","title":"D","publishedAt":"1999-01-01T00:00:00Z","firstSeenAt":"2025-01-01T00:03:00Z"}
            """;

    private static ArchiveReader archive(String text) throws IOException {
        return new ArchiveReader(
                "a.jsonl",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new ArticleJson(Owners.bundled(), null),
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void publishesInEventTimeAtItsSpeed() throws Exception {
        try (Broker broker = Broker.open()) {
            List<ReplayProgress> reports = new ArrayList<>();
            List<ArchiveLine.Invalid> invalid = new ArrayList<>();
            Replayer replayer = new Replayer(
                    broker.publisher,
                    new ReplaySpeed(60),
                    broker.clock,
                    duration -> broker.now.set(broker.clock.instant().plus(duration)),
                    reports::add,
                    invalid::add);
            Instant begin = broker.clock.instant();
            ReplayProgress end = replayer.replay(List.of(archive(ARCHIVE)));
            assertThat(broker.articles()).extracting(RawArticle::id).containsExactly("a", "b", "c", "d");
            assertThat(broker.articles().get(1).firstSeenAt()).isEqualTo("2025-01-01T00:01:30Z");
            assertThat(Duration.between(begin, broker.clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
            assertThat(end).isEqualTo(new ReplayProgress(4, 1, 4, 0, 0, Instant.parse("2025-01-01T00:03:00Z")));
            assertThat(reports).last().isEqualTo(end);
            assertThat(invalid).singleElement().satisfies(line -> assertThat(line.where())
                    .isEqualTo("a.jsonl:3"));
        }
    }

    @Test
    void severalArchivesAreOne() throws Exception {
        try (Broker broker = Broker.open()) {
            Replayer replayer = new Replayer(
                    broker.publisher,
                    ReplaySpeed.MAX,
                    broker.clock,
                    duration -> Thread.onSpinWait(),
                    report -> {},
                    line -> {});
            String later = "{\"id\":\"z\",\"title\":\"Z\",\"publishedAt\":\"2025-01-01T00:00:30Z\"}";
            replayer.replay(List.of(archive(ARCHIVE), archive(later)));
            assertThat(broker.articles()).extracting(RawArticle::id).containsExactly("a", "z", "b", "c", "d");
        }
    }

    @ParameterizedTest
    @CsvSource({"60x,60", "60,60", "0.5x,0.5", "MAX,Infinity"})
    void speeds(String written, double factor) {
        assertThat(ReplaySpeed.parse(written)).isEqualTo(new ReplaySpeed(factor));
    }

    @ParameterizedTest
    @CsvSource({"fast", "0x", "-1x", "x", "1e9x"})
    void whatIsNoSpeedIsNone(String written) {
        assertThat(ReplaySpeed.parse(written)).isNull();
    }
}
