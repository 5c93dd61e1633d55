package io.tocsin.ingest.publish;

import io.tocsin.events.RawArticle;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.codec.DeadLetterHeaders;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.publish.PublishOutcome.Accepted;
import io.tocsin.ingest.publish.PublishOutcome.End;
import io.tocsin.ingest.publish.PublishOutcome.Full;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.StageCounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes articles, rejections and the status of sources. Safe for use by any thread. */
public final class EventPublisher implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private static final String ORIGIN = "/tocsin/ingest";

    /** Silence of the broker from which on health says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> producers;
    private final Topics topics;
    private final StageCounts counts;
    private final InstantSource clock;
    private final PublishLimits limits;
    private final ArticleVersions versions;

    private final BlockingQueue<Held> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile @Nullable Instant waitingSince;
    private volatile String lastError = "";
    private volatile boolean closing;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Thread sender;

    /** A record on its way. */
    private record Held(
            ProducerRecord<String, byte[]> record,
            int size,
            Instant since,
            Consumer<End> count,
            CompletableFuture<End> end) {}

    /**
     * Makes a publisher that is not started yet.
     *
     * @param producers makes the producer at the start; closed with this publisher
     * @param counts of the stage {@code ingest}
     */
    public EventPublisher(
            Supplier<Producer<String, byte[]>> producers,
            Topics topics,
            StageCounts counts,
            InstantSource clock,
            PublishLimits limits) {
        this(producers, topics, counts, clock, limits, null);
    }

    /**
     * Makes a publisher that is not started yet and remembers over a restart which versions it published.
     *
     * @param memory the file for that, or null to forget it with the process
     */
    public EventPublisher(
            Supplier<Producer<String, byte[]>> producers,
            Topics topics,
            StageCounts counts,
            InstantSource clock,
            PublishLimits limits,
            @Nullable Path memory) {
        this.producers = producers;
        this.topics = topics;
        this.counts = counts;
        this.clock = clock;
        this.limits = limits;
        this.versions = new ArticleVersions(new VersionJournal(memory));
    }

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public void start() {
        Producer<String, byte[]> made = producers.get();
        Thread thread = new Thread(() -> sendAll(made), "publisher");
        thread.setDaemon(true);
        producer = made;
        sender = thread;
        thread.start();
    }

    /**
     * Publishes an article to {@code articles.raw} as the version of itself that it is; counted as taken in unless there is
     * no room.
     */
    public PublishOutcome publish(RawArticle read) {
        ArticleVersions.Revised revised = versions.revise(read);
        RawArticle article = revised.article();
        Topic<RawArticle> topic = topics.articlesRaw();
        byte[] value = topic.serde().serializer().serialize(topic.name(), article);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), article.id(), value);
        event(
                record.headers(),
                topic,
                article.id(),
                article.id() + "@" + revised.known().version() + "-"
                        + revised.known().hash());
        PublishOutcome outcome = hold(record, value.length, end -> {
            count(end);
            if (end == End.ACKNOWLEDGED) {
                versions.settle(revised);
            }
        });
        if (outcome instanceof Accepted) {
            counts.in();
        } else {
            versions.takeBack(revised);
        }
        return outcome;
    }

    /** Whether a version of the article was published and is remembered: nothing else can be taken back. */
    public boolean remembers(String id) {
        return versions.knows(id);
    }

    private void count(End end) {
        if (end == End.ACKNOWLEDGED) {
            counts.out();
        } else {
            counts.dropped(end);
        }
    }

    private static void countNothing(End end) {
        // Counted when it was accepted, or not an item of the stage.
    }

    /** Publishes to {@code articles.rejected} what could not be read, and counts it as taken in and dropped. */
    public PublishOutcome reject(Rejection rejection) {
        Topic<byte[]> topic = topics.articlesRejected();
        byte[] all = rejection.bytes();
        byte[] value = all.length > Rejection.MAX_BYTES ? Arrays.copyOf(all, Rejection.MAX_BYTES) : all;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), rejection.key(), value);
        Headers headers = record.headers();
        header(headers, DeadLetterHeaders.EXCEPTION, rejection.reasonName());
        header(headers, DeadLetterHeaders.MESSAGE, rejection.detail());
        header(headers, DeadLetterHeaders.TOPIC, rejection.origin());
        header(headers, CloudEvents.TIME, clock.instant().toString());
        PublishOutcome outcome = hold(record, value.length, EventPublisher::countNothing);
        if (outcome instanceof Accepted) {
            counts.in();
            counts.dropped(rejection.reason());
        }
        return outcome;
    }

    /** Publishes how a source is doing; not an item of the stage, hence not counted. */
    public PublishOutcome publish(SourceStatus status) {
        Topic<SourceStatus> topic = topics.sources();
        byte[] value = topic.serde().serializer().serialize(topic.name(), status);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), status.id(), value);
        event(
                record.headers(),
                topic,
                status.id(),
                status.id() + "@" + clock.instant().toEpochMilli());
        return hold(record, value.length, EventPublisher::countNothing);
    }

    private void event(Headers headers, Topic<?> topic, String subject, String id) {
        String schema = topic.schemaId();
        CloudEvents.write(headers, id, ORIGIN, topic.eventType(), subject, schema, clock.instant());
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private PublishOutcome hold(ProducerRecord<String, byte[]> record, int size, Consumer<End> count) {
        if (closing) {
            return new Full("ingest is being stopped");
        }
        if (records.incrementAndGet() > limits.maxRecords()) {
            records.decrementAndGet();
            return new Full(limits.maxRecords() + " records wait for the broker");
        }
        if (bytes.addAndGet(size) > limits.maxBytes()) {
            bytes.addAndGet(-size);
            records.decrementAndGet();
            return new Full(limits.maxBytes() + " bytes wait for the broker");
        }
        Instant now = clock.instant();
        if (waitingSince == null) {
            waitingSince = now;
        }
        Held held = new Held(record, size, now, count, new CompletableFuture<>());
        queue.add(held);
        if (closing && queue.remove(held)) {
            end(held, End.CLOSED);
        }
        return new Accepted(held.end);
    }

    private void sendAll(Producer<String, byte[]> to) {
        while (!closing || !queue.isEmpty()) {
            try {
                Held held = queue.poll(100, TimeUnit.MILLISECONDS);
                if (held != null) {
                    send(to, held);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Blocks for as long as the producer's {@code max.block.ms} when the broker is away; then it is tried again. */
    private void send(Producer<String, byte[]> to, Held held) {
        try {
            Future<RecordMetadata> unused = to.send(held.record, (metadata, failure) -> sent(held, failure));
        } catch (KafkaException e) {
            sent(held, e);
        } catch (RuntimeException e) {
            LOG.error("cannot send to {}", held.record.topic(), e);
            sent(held, e);
        }
    }

    private void sent(Held held, @Nullable Exception failure) {
        if (failure == null) {
            lastError = "";
            end(held, End.ACKNOWLEDGED);
            return;
        }
        String message = String.valueOf(failure.getMessage());
        if (!message.equals(lastError)) {
            LOG.warn("not acknowledged by the broker: {}", message);
        }
        lastError = message;
        if (closing) {
            end(held, End.CLOSED);
        } else if (!(failure instanceof RetriableException)) {
            end(held, End.REFUSED);
        } else if (clock.instant().isAfter(held.since.plus(limits.hold()))) {
            end(held, End.BROKER_AWAY);
        } else {
            queue.add(new Held(fresh(held.record), held.size, held.since, held.count, held.end));
        }
    }

    /** A record's headers cannot be changed once it was sent. */
    private static ProducerRecord<String, byte[]> fresh(ProducerRecord<String, byte[]> sent) {
        return new ProducerRecord<>(sent.topic(), null, sent.key(), sent.value(), sent.headers());
    }

    private void end(Held held, End end) {
        bytes.addAndGet(-held.size);
        waitingSince = records.decrementAndGet() == 0 ? null : clock.instant();
        held.count.accept(end);
        held.end.complete(end);
    }

    @Override
    public CheckResult check() {
        if (producer == null) {
            return CheckResult.unavailable("not started");
        }
        Instant since = waitingSince;
        int held = records.get();
        if (since != null && held > 0 && clock.instant().isAfter(since.plus(PATIENCE))) {
            String error = lastError;
            return CheckResult.unavailable("the broker has not answered since " + since + ", " + held
                    + " records are held" + (error.isEmpty() ? "" : ": " + error));
        }
        return CheckResult.ok(held + " records in flight");
    }

    @Override
    public void close() {
        closing = true;
        Thread thread = sender;
        Producer<String, byte[]> closed = producer;
        if (thread != null && closed != null) {
            try {
                thread.join(CLOSE_WITHIN.toMillis() / 2);
                thread.interrupt();
                thread.join(CLOSE_WITHIN.toMillis() / 2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            closed.close(CLOSE_WITHIN);
        }
        for (Held held = queue.poll(); held != null; held = queue.poll()) {
            end(held, End.CLOSED);
        }
        versions.close();
    }
}
