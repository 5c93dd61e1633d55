package io.tocsin.alerts.notify;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.Change;
import io.tocsin.events.Delivery;
import io.tocsin.events.Delivery.State;
import io.tocsin.runtime.StageCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelQueueTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final StageCounts counts = new StageCounts(metrics, "deliver");
    private final List<Delivery> ledger = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Deque<DeliveryOutcome> outcomes = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private ChannelQueue queue = queue(Duration.ofHours(24), partition -> true);

    private ChannelQueue queue(Duration expiry, IntPredicate isOurs) {
        Notifier notifier = (alert, id) -> {
            sent.add(id);
            DeliveryOutcome next = outcomes.poll();
            if (next == null) {
                return new DeliveryOutcome.Delivered();
            }
            if (next instanceof DeliveryOutcome.Rejected rejected
                    && rejected.reason().equals("throw")) {
                throw new IllegalStateException("bug");
            }
            return next;
        };
        return new ChannelQueue(
                new Channel("desk", notifier),
                new ChannelQueue.Setting(
                        new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(3), expiry),
                        clock,
                        new Random(7),
                        ledger::add,
                        isOurs),
                counts,
                metrics);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private void add(int sequence, Instant writtenAt, SentLedger.Due due) {
        counts.in();
        queue.add(new ChannelQueue.Item(alert("a", sequence, Change.UPDATED, START), writtenAt, 0, due));
    }

    private void add(int sequence) {
        add(sequence, clock.instant(), new SentLedger.Due(0, Instant.EPOCH));
    }

    private double sum(String meter) {
        return metrics.find(meter).tag("stage", "deliver").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private void settled(int count) {
        await().untilAsserted(() -> assertThat(sum("tocsin.stage.out") + sum("tocsin.stage.dropped"))
                .isEqualTo(count));
    }

    @Test
    void triesUntilItIsDeliveredAndKeepsTheOrder() {
        outcomes.add(new DeliveryOutcome.RetryAfter("HTTP 503", null));
        outcomes.add(new DeliveryOutcome.Rejected("throw"));
        queue.start();
        add(1);
        add(2);
        settled(2);

        assertThat(sent).containsExactly("a-1-desk", "a-1-desk", "a-1-desk", "a-2-desk");
        assertThat(ledger)
                .extracting(Delivery::state)
                .containsExactly(State.RETRYING, State.RETRYING, State.DELIVERED, State.DELIVERED);
        assertThat(ledger).extracting(Delivery::attempt).containsExactly(1, 2, 3, 1);
        assertThat(ledger.get(0).nextAttemptAt()).isAfter(ledger.get(0).at().minusMillis(1));
        assertThat(ledger.get(1).detail()).contains("bug");
        assertThat(queue.trouble()).isEmpty();
    }

    @Test
    void aRejectedDeliveryDoesNotHoldUpTheNext() {
        outcomes.add(new DeliveryOutcome.Rejected("HTTP 410"));
        queue.start();
        add(1);
        add(2);
        settled(2);
        assertThat(ledger).extracting(Delivery::state).containsExactly(State.REJECTED, State.DELIVERED);
    }

    @Test
    void oldNewsExpires() {
        queue.close();
        queue = queue(Duration.ofHours(1), partition -> true);
        queue.start();
        add(1, clock.instant().minus(Duration.ofHours(2)), new SentLedger.Due(4, Instant.EPOCH));
        settled(1);
        assertThat(sent).isEmpty();
        assertThat(ledger).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(State.EXPIRED);
            assertThat(line.attempt()).isEqualTo(4);
        });
    }

    @Test
    void whatBelongsToAnotherProcessIsLeftToIt() {
        queue.close();
        queue = queue(Duration.ofHours(1), partition -> false);
        queue.start();
        add(1);
        settled(1);
        assertThat(sent).isEmpty();
        assertThat(ledger).isEmpty();
    }

    @Test
    void whatWaitsAlreadyIsNotSentTwice() {
        add(1);
        add(1);
        queue.start();
        settled(2);
        assertThat(sent).containsExactly("a-1-desk");
        assertThat(sum("tocsin.stage.dropped")).isEqualTo(1);
    }

    @Test
    void closingCountsWhatIsLeft() {
        outcomes.add(new DeliveryOutcome.RetryAfter("away", Duration.ofMinutes(10)));
        queue.start();
        add(1);
        add(2);
        await().untilAsserted(() -> assertThat(ledger).hasSize(1));
        assertThat(queue.trouble()).isEqualTo("away");
        queue.close();
        settled(2);
        assertThat(sum("tocsin.stage.in")).isEqualTo(2);
    }

    @Test
    void theScheduleBacksOffWithinBounds() {
        RetrySchedule schedule = RetrySchedule.standard();
        Random random = new Random(1);
        for (int attempt = 1; attempt < 60; attempt++) {
            double nominal = Math.min(1800, 5 * Math.pow(4, Math.min(attempt - 1, 12)));
            double seconds = schedule.delay(attempt, null, random).toMillis() / 1000.0;
            assertThat(seconds).isBetween(nominal * 0.8 - 0.001, nominal * 1.2 + 0.001);
        }
        assertThat(schedule.delay(1, Duration.ofMinutes(2), random)).isEqualTo(Duration.ofMinutes(2));
        assertThat(schedule.delay(1, Duration.ofDays(2), random)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theLedgerKnowsWhatIsSettled() {
        SentLedger sentLedger = new SentLedger();
        assertThat(sentLedger.standing(alert("a", 2, Change.RAISED, START), "desk"))
                .isEqualTo(new SentLedger.Due(0, Instant.EPOCH));
        sentLedger.enter(line(2, State.RETRYING, 3, START));
        assertThat(sentLedger.standing(alert("a", 2, Change.RAISED, START), "desk"))
                .isEqualTo(new SentLedger.Due(3, START.plusSeconds(9)));
        sentLedger.enter(line(2, State.DELIVERED, 4, START.plusSeconds(1)));
        sentLedger.enter(line(1, State.RETRYING, 9, START.plusSeconds(5)));
        assertThat(sentLedger.standing(alert("a", 2, Change.RAISED, START), "desk"))
                .isInstanceOf(SentLedger.Settled.class);
        assertThat(sentLedger.standing(alert("a", 1, Change.RAISED, START), "desk"))
                .isInstanceOf(SentLedger.Settled.class);
        assertThat(sentLedger.standing(alert("a", 3, Change.RAISED, START), "desk"))
                .isInstanceOf(SentLedger.Due.class);
        assertThat(sentLedger.standing(alert("a", 2, Change.RAISED, START), "other"))
                .isInstanceOf(SentLedger.Due.class);
    }

    private static Delivery line(int sequence, State state, int attempt, Instant at) {
        return new Delivery(
                "id",
                "a",
                sequence,
                "desk",
                state,
                attempt,
                null,
                at,
                state == State.RETRYING ? at.plusSeconds(9) : null);
    }
}
