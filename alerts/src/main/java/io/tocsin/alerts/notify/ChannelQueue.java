package io.tocsin.alerts.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.events.Alert;
import io.tocsin.events.Delivery;
import io.tocsin.events.Delivery.State;
import io.tocsin.runtime.StageCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries of one channel, in order, on one thread. The first is tried until it is settled; those behind it wait,
 * because they go to the same receiver. Safe for use by any thread.
 */
final class ChannelQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelQueue.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private final Channel channel;
    private final Setting setting;
    private final StageCounts counts;
    private final Map<State, Counter> states = new EnumMap<>(State.class);
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    /** Ids of the deliveries that are not settled. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String trouble = "";
    private @Nullable Thread thread;

    /**
     * What all queues share.
     *
     * @param ledger takes each line of the sent ledger
     * @param isOurs whether this process still owns a partition of the alerts topic
     */
    record Setting(
            RetrySchedule schedule,
            InstantSource time,
            RandomGenerator random,
            Consumer<Delivery> ledger,
            IntPredicate isOurs) {}

    /**
     * A delivery to make.
     *
     * @param writtenAt when the alert was written, by the broker's clock
     * @param partition of the alerts topic
     * @param due how far it has come
     */
    record Item(Alert alert, Instant writtenAt, int partition, SentLedger.Due due) {}

    ChannelQueue(Channel channel, Setting setting, StageCounts counts, MeterRegistry metrics) {
        this.channel = channel;
        this.setting = setting;
        this.counts = counts;
        for (State state : State.values()) {
            states.put(
                    state,
                    Counter.builder("tocsin.deliveries")
                            .description("Deliveries and tries, by channel and what came of them")
                            .tag("channel", channel.name())
                            .tag("state", state.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
        metrics.gauge("tocsin.deliveries.pending", Tags.of("channel", channel.name()), waiting, Set::size);
    }

    String name() {
        return channel.name();
    }

    /** What is wrong with the receiver now; empty when the last try went well. */
    String trouble() {
        return trouble;
    }

    void start() {
        Thread starting = new Thread(this::run, "deliver-" + channel.name());
        starting.setDaemon(true);
        thread = starting;
        starting.start();
    }

    /** Takes a delivery; one that is waiting already, as after a partition has come back, is taken once. */
    void add(Item item) {
        if (waiting.add(DeliveryId.of(item.alert(), channel.name()))) {
            queue.add(item);
        } else {
            counts.dropped(Dropped.ALREADY_WAITING);
        }
    }

    /** Settles a delivery that a silence has stopped. */
    void silence(Item item, String reason) {
        settle(item, State.SILENCED, Math.max(1, item.due().attempts()), reason);
        counts.dropped(Dropped.SILENCED);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                Item item = queue.take();
                deliver(item);
                waiting.remove(DeliveryId.of(item.alert(), channel.name()));
            }
        } catch (InterruptedException e) {
            LOG.debug("channel {} ends", channel.name());
        }
    }

    private void deliver(Item item) throws InterruptedException {
        int attempt = item.due().attempts();
        waitUntil(item.due().notBefore());
        while (true) {
            if (!setting.isOurs().test(item.partition())) {
                counts.dropped(Dropped.HANDED_OVER);
                return;
            }
            if (setting.time()
                    .instant()
                    .isAfter(item.writtenAt().plus(setting.schedule().expiry()))) {
                settle(
                        item,
                        State.EXPIRED,
                        attempt,
                        "not delivered within " + setting.schedule().expiry());
                counts.dropped(Dropped.EXPIRED);
                return;
            }
            attempt++;
            DeliveryOutcome outcome = attempt(item);
            if (outcome instanceof DeliveryOutcome.Delivered) {
                recovered();
                settle(item, State.DELIVERED, attempt, null);
                counts.out();
                return;
            }
            if (outcome instanceof DeliveryOutcome.Rejected rejected) {
                LOG.warn(
                        "channel {} refuses alert {}: {}",
                        channel.name(),
                        item.alert().id(),
                        rejected.reason());
                settle(item, State.REJECTED, attempt, rejected.reason());
                counts.dropped(Dropped.REJECTED);
                return;
            }
            if (!(outcome instanceof DeliveryOutcome.RetryAfter retry)) {
                throw new IllegalStateException("no answer to " + outcome);
            }
            Duration delay = setting.schedule().delay(attempt, retry.after(), setting.random());
            Instant next = setting.time().instant().plus(delay);
            failed(retry.reason());
            setting.ledger().accept(line(item, State.RETRYING, attempt, retry.reason(), next));
            waitUntil(next);
        }
    }

    private DeliveryOutcome attempt(Item item) throws InterruptedException {
        DeliveryOutcome outcome;
        try {
            outcome = channel.notifier().send(item.alert(), DeliveryId.of(item.alert(), channel.name()));
        } catch (RuntimeException e) {
            LOG.error("channel {} threw", channel.name(), e);
            outcome = new DeliveryOutcome.RetryAfter("failed: " + e, null);
        }
        return outcome;
    }

    private void waitUntil(Instant next) throws InterruptedException {
        Duration wait = Duration.between(setting.time().instant(), next);
        if (!wait.isNegative() && closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }

    /** Logs a failure when it is another one than the last. */
    private void failed(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("channel {} does not deliver: {}", channel.name(), reason);
            trouble = reason;
        }
    }

    private void recovered() {
        if (!trouble.isEmpty()) {
            LOG.info("channel {} delivers again", channel.name());
            trouble = "";
        }
    }

    private void settle(Item item, State state, int attempt, @Nullable String detail) {
        setting.ledger().accept(line(item, state, attempt, detail, null));
    }

    private Delivery line(
            Item item, State state, int attempt, @Nullable String detail, @Nullable Instant nextAttemptAt) {
        Objects.requireNonNull(states.get(state)).increment();
        Alert alert = item.alert();
        return new Delivery(
                DeliveryId.of(alert, channel.name()),
                alert.id(),
                alert.sequence(),
                channel.name(),
                state,
                attempt,
                detail,
                setting.time().instant(),
                nextAttemptAt);
    }

    /** Ends the thread; what is not settled is left to the next start. */
    @Override
    public void close() {
        closing.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(CLOSE_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        waiting.removeIf(id -> {
            counts.dropped(Dropped.HANDED_OVER);
            return true;
        });
    }
}
