package io.tocsin.alerts.route;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.route.Route.Nowhere;
import io.tocsin.alerts.route.Route.Reason;
import io.tocsin.alerts.route.Route.To;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Alert alert = alert("a", 1, Change.OPENED, START);
    private final Router router = new Router(List.of("console", "desk"), Optional.of(Duration.ofHours(24)));

    @Test
    void goesWhereTheRuleSays() {
        assertThat(router.route(alert, List.of(), START)).isEqualTo(new To(List.of("console", "desk")));
        assertThat(router.route(alert, List.of("desk", "gone"), START)).isEqualTo(new To(List.of("desk")));
        assertThat(router.route(alert, List.of("gone"), START)).isEqualTo(new Nowhere(Reason.NO_SUCH_CHANNEL));
        assertThat(new Router(List.of(), Optional.empty()).route(alert, List.of(), START))
                .isEqualTo(new Nowhere(Reason.NO_CHANNEL));
    }

    @Test
    void aBackFilledAlertGoesNowhereUnlessItIsAReplay() {
        assertThat(router.route(alert, List.of(), START.plus(Duration.ofHours(25))))
                .isEqualTo(new Nowhere(Reason.BACKFILLED));
        assertThat(new Router(List.of("console"), Optional.empty())
                        .route(alert, List.of(), START.plus(Duration.ofDays(200))))
                .isEqualTo(new To(List.of("console")));
    }
}
