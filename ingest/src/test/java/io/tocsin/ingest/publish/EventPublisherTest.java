package io.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Source;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.ingest.parse.ParseOutcome.Reason;
import io.tocsin.ingest.publish.PublishOutcome.Accepted;
import io.tocsin.ingest.publish.PublishOutcome.End;
import io.tocsin.ingest.publish.PublishOutcome.Full;
import io.tocsin.runtime.CheckResult.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EventPublisherTest {
    private static final PublishLimits SMALL = new PublishLimits(2, 1_000_000, Duration.ofMinutes(1));

    private static RawArticle article(String id) {
        return new RawArticle(
                id,
                null,
                "T",
                "text",
                false,
                "en",
                new Source("s", "s", null),
                List.of(),
                null,
                null,
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static CompletableFuture<End> end(PublishOutcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).end();
    }

    @Test
    void publishesArticlesAsCloudEvents() {
        try (Broker broker = Broker.open()) {
            assertThat(end(broker.publisher.publish(article("a"))).join()).isEqualTo(End.ACKNOWLEDGED);
            assertThat(broker.articles())
                    .containsExactly(article("a")
                            .revised(
                                    new Revision(1, Kind.NEW, article("a").firstSeenAt(), List.of()),
                                    article("a").firstSeenAt()));
            ProducerRecord<String, byte[]> record = broker.producer.history().get(0);
            assertThat(record.topic()).isEqualTo("test.articles.raw.v1");
            assertThat(record.key()).isEqualTo("a");
            assertThat(Broker.header(record, CloudEvents.TYPE)).isEqualTo("io.tocsin.articles.raw.v1");
            assertThat(Broker.header(record, CloudEvents.SUBJECT)).isEqualTo("a");
            assertThat(Broker.header(record, CloudEvents.TIME)).isEqualTo("2026-03-01T12:00:00.000Z");
            assertThat(broker.count("in")).isEqualTo(1);
            assertThat(broker.count("out")).isEqualTo(1);
            assertThat(broker.publisher.check().status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void keepsWhatCannotBeRead() {
        try (Broker broker = Broker.open()) {
            byte[] huge = new byte[2_000_000];
            end(broker.publisher.reject(new Rejection("k", "x.pdf", Reason.TOO_LARGE, "too much", huge)))
                    .join();
            ProducerRecord<String, byte[]> record =
                    broker.records("test.articles.rejected.v1").get(0);
            assertThat(record.value()).hasSize(Rejection.MAX_BYTES);
            assertThat(Broker.header(record, DeadLetterHeaders.EXCEPTION)).isEqualTo("too-large");
            assertThat(Broker.header(record, DeadLetterHeaders.MESSAGE)).isEqualTo("too much");
            assertThat(Broker.header(record, DeadLetterHeaders.TOPIC)).isEqualTo("x.pdf");
            assertThat(broker.count("in")).isEqualTo(broker.count("dropped")).isEqualTo(1);
        }
    }

    @Test
    void holdsNoMoreThanItMayAndSaysSo() {
        try (Broker broker = new Broker(false, SMALL)) {
            CompletableFuture<End> first = end(broker.publisher.publish(article("a")));
            assertThat(end(broker.publisher.publish(article("b")))).isNotDone();
            assertThat(broker.publisher.publish(article("c"))).isInstanceOf(Full.class);
            assertThat(first).isNotDone();
            broker.now.set(broker.clock.instant().plusSeconds(11));
            assertThat(broker.publisher.check().status()).isEqualTo(Status.UNAVAILABLE);
            await().untilAsserted(() -> assertThat(broker.producer.history()).hasSize(2));
            broker.producer.completeNext();
            assertThat(first.join()).isEqualTo(End.ACKNOWLEDGED);
            assertThat(end(broker.publisher.publish(article("c")))).isNotDone();
            assertThat(broker.count("in")).isEqualTo(3);
        }
    }

    @Test
    void triesAgainWhileTheBrokerIsAwayAndGivesUpInTheEnd() {
        try (Broker broker = new Broker(false, SMALL)) {
            CompletableFuture<End> end = end(broker.publisher.publish(article("a")));
            await().untilAsserted(() -> assertThat(broker.producer.history()).hasSize(1));
            broker.producer.errorNext(new TimeoutException("no leader"));
            await().untilAsserted(() -> assertThat(broker.producer.history()).hasSize(2));
            assertThat(end).isNotDone();
            broker.now.set(broker.clock.instant().plusSeconds(61));
            assertThat(broker.publisher.check().detail()).contains("no leader");
            broker.producer.errorNext(new TimeoutException("no leader"));
            assertThat(end.join()).isEqualTo(End.BROKER_AWAY);
            assertThat(broker.count("in")).isEqualTo(broker.count("dropped"));
        }
    }

    @Test
    void whatTheBrokerRefusesIsNotTriedAgain() {
        try (Broker broker = new Broker(false, SMALL)) {
            CompletableFuture<End> end = end(broker.publisher.publish(article("a")));
            await().untilAsserted(() -> assertThat(broker.producer.history()).hasSize(1));
            broker.producer.errorNext(new RecordTooLargeException("too large"));
            assertThat(end.join()).isEqualTo(End.REFUSED);
        }
    }

    @Test
    void nothingIsLeftOpenAtTheEnd() {
        Broker broker = new Broker(false, SMALL);
        CompletableFuture<End> end = end(broker.publisher.publish(article("a")));
        await().untilAsserted(() -> assertThat(broker.producer.history()).hasSize(1));
        broker.producer.errorNext(new TimeoutException("no leader"));
        broker.close();
        assertThat(broker.publisher.publish(article("b"))).isInstanceOf(Full.class);
        assertThat(broker.producer.closed()).isTrue();
        assertThat(end).isNotNull();
    }
}
