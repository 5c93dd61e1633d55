package io.tocsin.alerts.notify;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every notifier does. */
abstract class NotifierContractTest {

    /** A notifier whose receiver takes everything. */
    abstract Notifier working() throws Exception;

    /** A notifier whose receiver is away. */
    abstract Notifier broken() throws Exception;

    /** All that the receiver of {@link #working} has got, one text a delivery. */
    abstract List<String> received();

    @ParameterizedTest
    @EnumSource(Change.class)
    void deliversEveryChange(Change change) throws Exception {
        Alert alert = alert("a1b2", 3, change, START);
        assertThat(working().send(alert, "a1b2-3-x")).isEqualTo(new DeliveryOutcome.Delivered());
        assertThat(received())
                .singleElement()
                .asString()
                .contains(alert.headline(), alert.level(), "surge", "a1b2")
                .doesNotContain("\u0007");
    }

    @Test
    void deliversAgainWhenAsked() throws Exception {
        Notifier notifier = working();
        Alert alert = alert("a1b2", 1, Change.OPENED, START);
        notifier.send(alert, "a1b2-1-x");
        notifier.send(alert, "a1b2-1-x");
        assertThat(received())
                .hasSize(2)
                .allMatch(text -> text.equals(received().get(0)));
    }

    @Test
    void aReceiverThatIsAwayIsTriedAgainLater() throws Exception {
        assertThat(broken().send(alert("a1b2", 1, Change.OPENED, START), "a1b2-1-x"))
                .isInstanceOfSatisfying(DeliveryOutcome.RetryAfter.class, retry -> assertThat(retry.reason())
                        .isNotBlank());
    }
}
