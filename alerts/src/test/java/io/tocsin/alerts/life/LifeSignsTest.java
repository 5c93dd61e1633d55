package io.tocsin.alerts.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.Samples;
import io.tocsin.events.Change;
import io.tocsin.events.Delivery;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.SourceStatus.Health;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeSignsTest {
    static final Instant TO = Instant.parse("2026-03-02T06:00:00Z");
    static final Instant FROM = TO.minusSeconds(86_400);

    static SourceStatus source(String id, Health health, @Nullable Instant last, int entries, int undated) {
        return new SourceStatus(
                id,
                "https://" + id + ".example/",
                health,
                null,
                FROM,
                TO,
                last,
                null,
                3,
                0,
                null,
                null,
                null,
                entries,
                undated);
    }

    @Test
    void saysWhatTheDayWasLike() {
        LifeSigns.Tally tally = new LifeSigns.Tally(FROM, TO);
        tally.rejected("unreadable");
        tally.rejected("paywall");
        tally.rejected("unreadable");
        tally.alert(Samples.alert("a", 1, Change.OPENED, FROM));
        tally.alert(Samples.alert("a", 2, Change.CLOSED, FROM));
        for (Delivery.State state : Delivery.State.values()) {
            tally.delivery(new Delivery("d", "a", 1, "desk", state, 1, null, FROM, null));
        }
        LifeSigns signs = tally.signs(
                List.of(
                        source("one", Health.HEALTHY, FROM, 20, 0),
                        source("two", Health.SILENT, FROM.minusSeconds(1), 20, 19),
                        source("three", Health.FAILING, null, 0, 0),
                        source("four", Health.NEW, null, 4, 4)),
                1234);
        assertThat(signs.text())
                .isEqualTo(
                        "Tocsin lives. In the day to 2026-03-02 06:00 UTC: watched 4 sources, 1 published, 1 silent, 1"
                                + " failing, 1 without dates; 1234 articles in, 3 rejected (paywall 1, unreadable 2); 1 alert,"
                                + " 2 deliveries given up.");
        assertThat(Operators.json(signs))
                .startsWith("{\"kind\":\"proof-of-life\",\"text\":\"Tocsin lives.")
                .endsWith(
                        "\"from\":\"2026-03-01T06:00:00.000Z\",\"to\":\"2026-03-02T06:00:00.000Z\",\"sources\":{\"watched\":4,"
                                + "\"published\":1,\"silent\":1,\"failing\":1,\"undated\":1},\"articles\":1234,\"rejected\":"
                                + "{\"paywall\":1,\"unreadable\":2},\"alerts\":1,\"undelivered\":2}");
    }

    @Test
    void saysThatNothingHappened() {
        assertThat(new LifeSigns.Tally(FROM, TO).signs(List.of(), 0).text())
                .isEqualTo(
                        "Tocsin lives. In the day to 2026-03-02 06:00 UTC: watched 0 sources, 0 published, 0 silent, 0"
                                + " failing, 0 without dates; 0 articles in, 0 rejected; 0 alerts, 0 deliveries given up.");
    }
}
