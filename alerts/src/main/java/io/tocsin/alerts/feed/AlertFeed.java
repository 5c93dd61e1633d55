package io.tocsin.alerts.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.alerts.tail.TopicTail;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Alert;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the latest alerts and answers {@code GET /alerts.atom} and {@code GET /alerts.json}, with an entity tag so that
 * a reader who has seen them is answered with 304. Safe for use by any thread.
 */
public final class AlertFeed implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final int TAG_BYTES = 12;

    private final KafkaConnection kafka;
    private final Topics topics;
    private final LatestAlerts latest;
    private final AtomWriter atom;
    private volatile CheckResult health = CheckResult.unavailable("not started");
    private volatile boolean closing;
    private @Nullable TopicTail tail;
    private @Nullable Thread thread;

    /**
     * A feed that is not started yet.
     *
     * @param most how many alerts are kept
     */
    public AlertFeed(KafkaConnection kafka, Topics topics, String title, int most, AlertWording wording) {
        this.kafka = kafka;
        this.topics = topics;
        this.latest = new LatestAlerts(most);
        this.atom = new AtomWriter(title, wording);
    }

    /** What the web server is to answer. */
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/alerts.atom", this::atom), Endpoint.get("/alerts.json", this::json));
    }

    private Answer atom(Ask ask) {
        return tagged(ask, "application/atom+xml; charset=utf-8", atom.write(latest.newestFirst(), latest.updatedAt()));
    }

    private Answer json(Ask ask) throws JsonProcessingException {
        return tagged(ask, "application/json", Json.MAPPER.writeValueAsString(latest.newestFirst()));
    }

    private static Answer tagged(Ask ask, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String tag = '"' + hash(bytes) + '"';
        String known = ask.header("if-none-match");
        boolean seen = known != null
                && Arrays.stream(known.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
        return new Answer(
                seen ? 304 : 200, type, seen ? new byte[0] : bytes, Map.of("ETag", tag, "Cache-Control", "no-cache"));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public void start() {
        tail = new TopicTail(kafka, List.of(topics.alerts().name()));
        Thread starting = new Thread(this::run, "alert-feed");
        starting.setDaemon(true);
        thread = starting;
        health = CheckResult.ok("reading");
        starting.start();
    }

    private void run() {
        try (TopicTail reading = tail) {
            while (!closing && reading != null) {
                reading.poll(POLL, this::take);
            }
        } catch (WakeupException e) {
            LOG.debug("ends");
        } catch (RuntimeException e) {
            LOG.error("the feed has stopped", e);
            health = CheckResult.failed("stopped by " + e);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            latest.remove(record.key());
            return;
        }
        try {
            take(topics.alerts().serde().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} is no alert: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    void take(Alert alert) {
        latest.take(alert);
    }

    @Override
    public CheckResult check() {
        return health;
    }

    @Override
    public void close() {
        closing = true;
        TopicTail reading = tail;
        if (reading != null) {
            reading.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(CLOSE_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        health = CheckResult.unavailable("stopped");
    }
}
