package io.tocsin.alerts.silence;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerts.silence.Silences.Phase;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Notice;
import io.tocsin.events.Silence;
import io.tocsin.events.Silence.Stops;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilencesTest {
    private static final Instant END = START.plus(Duration.ofHours(8));

    private final Alert alert = alert("a1", 1, Change.OPENED, START);
    private final Silences silences = new Silences();

    private static Silence silence(String id, Stops stops, String... conditions) {
        return new Silence(
                id, Arrays.stream(conditions).map(Matching::read).toList(), stops, START, END, "night desk", "covered");
    }

    @ParameterizedTest
    @CsvSource({
        "country=IR, true",
        "country=I, false",
        "country!=FR, true",
        "country!=IR, false",
        "country=~I.|FR, true",
        "country=~I, false",
        "country!~I., false",
        "rule=surge, true",
        "level=high, true",
        "level!=critical, true",
        "topic=medtop:16000000, true",
        "alert=a1, true",
        "incident=in-a1, true",
        "incident=in-a2, false",
        " rule = surge , true"
    })
    void conditionsAreAlertmanagers(String condition, boolean stopped) {
        silences.enter(silence("s", Stops.EVERYTHING, condition));
        assertThat(silences.stopping(alert, START).isPresent()).isEqualTo(stopped);
        assertThat(Matching.read(Matching.write(Matching.read(condition)))).isEqualTo(Matching.read(condition));
    }

    @Test
    void allConditionsMustBeMet() {
        silences.enter(silence("s", Stops.EVERYTHING, "country=IR", "level=critical"));
        assertThat(silences.stopping(alert, START)).isEmpty();
    }

    @Test
    void aSilenceWithoutConditionsStopsNothing() {
        silences.enter(silence("s", Stops.EVERYTHING));
        assertThat(silences.stopping(alert, START)).isEmpty();
    }

    @Test
    void isInForceFromItsStartToBeforeItsEnd() {
        Silence silence = silence("s", Stops.EVERYTHING, "country=IR");
        silences.enter(silence);
        assertThat(silences.stopping(alert, START.minusMillis(1))).isEmpty();
        assertThat(silences.stopping(alert, START)).contains(silence);
        assertThat(silences.stopping(alert, END.minusMillis(1))).contains(silence);
        assertThat(silences.stopping(alert, END)).isEmpty();
        assertThat(List.of(START.minusMillis(1), START, END))
                .extracting(at -> Silences.phase(silence, at))
                .containsExactly(Phase.PENDING, Phase.ACTIVE, Phase.EXPIRED);

        silences.enter(silence.until(START.plusSeconds(1)));
        assertThat(silences.stopping(alert, START.plusSeconds(1)))
                .as("ended early")
                .isEmpty();
        silences.enter(silence);
        silences.remove("s");
        assertThat(silences.stopping(alert, START)).isEmpty();
    }

    @Test
    void anAcknowledgementStopsUpdatesButNoPageAndNoEnd() {
        silences.enter(silence("ack-a1", Stops.UPDATES, "incident=in-a1"));
        assertThat(silences.stopping(alert("a1", 2, Change.UPDATED, START), START))
                .isPresent();
        assertThat(silences.stopping(alert("a1", 2, Change.RAISED, START), START))
                .isEmpty();
        assertThat(silences.stopping(alert("a1", 2, Change.RAISED, START).in("in-a1", Notice.UPDATE), START))
                .as("a rise that follows one that was told")
                .isPresent();
        assertThat(silences.stopping(alert("a1", 3, Change.CLOSED, START), START))
                .isEmpty();
        assertThat(silences.stopping(alert("a1", 3, Change.WITHDRAWN, START), START))
                .isEmpty();
    }

    @Test
    void saysWhoAndWhy() {
        assertThat(Silences.reason(silence("s-1", Stops.EVERYTHING, "country=IR")))
                .isEqualTo("silence s-1 by night desk: covered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "country; is no condition",
                "country=; compares with nothing",
                "planet=mars; nothing that an alert has: known are alert, country, incident, level, rule, topic",
                "rule=~(; no regular expression"
            })
    void saysWhatIsWrong(String condition, String problem) {
        assertThatThrownBy(() -> Matching.read(condition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
