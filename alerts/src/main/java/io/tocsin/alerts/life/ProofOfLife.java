package io.tocsin.alerts.life;

import io.tocsin.alerts.notify.DeliveryOutcome;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operators once a day that Tocsin lives. Of several processes the one tells that has the first partition of the
 * alerts. A process that was away at the hour does not make up for it.
 */
public final class ProofOfLife implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(ProofOfLife.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);

    /** Between tries. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** After the hour; then it is no news. */
    private static final Duration EXPIRES = Duration.ofHours(1);

    private final KafkaConnection kafka;
    private final Topics topics;
    private final DailyHour hour;
    private final Map<String, Operator> operators;
    private final InstantSource time;
    private final LifeDay day;
    private volatile boolean closing;
    private volatile CheckResult health = CheckResult.unavailable("not started");
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    /**
     * Tells nobody before it is started.
     *
     * @param operators by the names of their channels
     */
    public ProofOfLife(
            KafkaConnection kafka, Topics topics, DailyHour hour, Map<String, Operator> operators, InstantSource time) {
        this.kafka = kafka;
        this.topics = topics;
        this.hour = hour;
        this.operators = Map.copyOf(operators);
        this.time = time;
        this.day = new LifeDay(kafka, topics);
    }

    @Override
    public String name() {
        return "proof of life";
    }

    @Override
    public void start() {
        Instant due = hour.after(time.instant());
        KafkaConsumer<String, byte[]> made = new KafkaConsumer<>(
                kafka.consumer(topics.prefix() + "life"), new StringDeserializer(), new ByteArrayDeserializer());
        Thread starting = new Thread(() -> run(made, due), "proof-of-life");
        starting.setDaemon(true);
        consumer = made;
        thread = starting;
        health = CheckResult.ok("due at " + due);
        starting.start();
    }

    private void run(KafkaConsumer<String, byte[]> election, Instant first) {
        Instant due = first;
        @Nullable Round round = null;
        try (election) {
            election.subscribe(List.of(topics.alerts().name()));
            while (!closing) {
                election.poll(POLL); // the records are of no interest, the partitions are
                Instant now = time.instant();
                if (!now.isBefore(due)) {
                    boolean ours = election.assignment().stream().anyMatch(one -> one.partition() == 0);
                    round = ours ? new Round(due) : null;
                    due = hour.after(now);
                    health = CheckResult.ok("due at " + due);
                }
                if (round != null && round.isOver(now)) {
                    round = null;
                }
            }
        } catch (WakeupException e) {
            LOG.debug("ends");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the proof of life has stopped", e);
            health = CheckResult.failed("stopped by " + e);
        }
    }

    /** One day's telling. */
    private final class Round {
        private final Instant hour;
        private final Map<String, Operator> untold = new HashMap<>(operators);
        private @Nullable LifeSigns signs;
        private Instant next;

        Round(Instant hour) {
            this.hour = hour;
            this.next = hour;
        }

        /** Tries if it is time to; whether nothing is left to try. */
        boolean isOver(Instant now) throws InterruptedException {
            if (now.isBefore(next)) {
                return false;
            }
            next = now.plus(AGAIN);
            LifeSigns read = signs == null ? read() : signs;
            signs = read;
            if (read != null) {
                for (Map.Entry<String, Operator> one : Map.copyOf(untold).entrySet()) {
                    tell(read, one.getKey(), one.getValue());
                }
            }
            return (read != null && untold.isEmpty()) || now.isAfter(hour.plus(EXPIRES));
        }

        private @Nullable LifeSigns read() {
            try {
                LifeSigns read = day.read(hour.minus(DAY), hour);
                LOG.info("{}", read.text());
                return read;
            } catch (KafkaException e) {
                LOG.warn("the day cannot be read yet: {}", e.getMessage());
                return null;
            }
        }

        private void tell(LifeSigns read, String channel, Operator operator) throws InterruptedException {
            DeliveryOutcome outcome = operator.tell(read, "life-" + hour.getEpochSecond() + '-' + channel);
            if (outcome instanceof DeliveryOutcome.RetryAfter later) {
                LOG.warn("{} has no proof of life yet: {}", channel, later.reason());
                return;
            }
            untold.remove(channel);
            if (outcome instanceof DeliveryOutcome.Rejected refused) {
                LOG.error("{} refuses the proof of life: {}", channel, refused.reason());
            }
        }
    }

    @Override
    public CheckResult check() {
        return health;
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<String, byte[]> running = consumer;
        Thread ending = thread;
        if (running != null && ending != null) {
            running.wakeup();
            try {
                ending.join(CLOSE_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        health = CheckResult.unavailable("stopped");
    }
}
