package io.tocsin.alerts.lifecycle;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.rule;
import static io.tocsin.alerts.Samples.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.rule.AlertRule;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every alert, whatever the news does; the news is made of a seed. */
class AlertPropertiesTest {
    private static final AlertRule RULE = rule(SURGE);
    private static final Duration HOLD = RULE.allClear().hold();
    private static final List<String> COUNTRIES = List.of("IR", "FR", "MG", "KE", "PE");

    /** How far the signals of different cells may be out of step; those of one cell come in order. */
    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** Signals in the order of their time: each country's probability wanders, and now and then jumps. */
    private static List<Signal> news(long seed, int count) {
        Random random = new Random(seed);
        Map<String, Double> logs = new HashMap<>();
        List<Signal> news = new ArrayList<>();
        long seconds = 0;
        for (int i = 0; i < count; i++) {
            seconds += 1 + random.nextInt(3600);
            String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            double log = logs.getOrDefault(country, 0.0) * 0.96 + random.nextDouble() * 3.0 - 1.8;
            if (random.nextInt(40) == 0) {
                log = -12 * random.nextDouble();
            }
            log = Math.max(-12, Math.min(0, log));
            logs.put(country, log);
            news.add(signal(
                    country,
                    START.plusSeconds(seconds),
                    (int) Math.round(1 - 2 * log),
                    1 + random.nextInt(5),
                    Math.pow(10, log)));
        }
        return news;
    }

    private static List<Alert> alerts(List<Signal> news) {
        AlertReplay replay = new AlertReplay(List.of(RULE));
        List<Alert> alerts = new ArrayList<>();
        news.forEach(signal -> alerts.addAll(replay.take(signal).alerts()));
        return alerts;
    }

    /** The level that a signal stands at, -1 below the closing level and 0 between that and the opening one. */
    private static int standing(Signal signal) {
        double p = Objects.requireNonNull(signal.window(RULE.horizon()).pValue());
        if (p > 0.05) {
            return -1;
        }
        Signal.Window window = signal.window(RULE.horizon());
        boolean backed = window.stories() >= 3 && window.owners() >= 2;
        return p < 1e-8 && backed ? 2 : p < 1e-5 && backed ? 1 : 0;
    }

    private static int rank(Alert alert) {
        return RULE.rank(alert.level());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hysteresisNeverFlaps(long seed) {
        List<Signal> news = news(seed, 2000);
        Map<String, Alert> last = new HashMap<>();
        int falls = 0;
        for (Alert alert : alerts(news)) {
            String country = alert.countries().get(0);
            Alert before = last.put(country, alert);
            if (alert.change() != Change.EASED && alert.change() != Change.CLOSED) {
                continue;
            }
            falls++;
            int left = alert.change() == Change.CLOSED ? 0 : rank(alert) + 1;
            assertThat(news)
                    .as(
                            "%s %s at %s: nothing stood as high while the fall had to hold",
                            country, alert.change(), alert.at())
                    .noneMatch(signal -> signal.country().equals(country)
                            && signal.at().isAfter(alert.at().minus(HOLD))
                            && signal.at().isBefore(alert.at())
                            && standing(signal) >= left);
            assertThat(Duration.between(Objects.requireNonNull(before).openedAt(), alert.at()))
                    .isGreaterThanOrEqualTo(HOLD);
        }
        assertThat(falls).as("the news has falls to look at").isGreaterThan(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSequenceOnlyGrowsAndAClosedAlertOpensAgainUnderANewId(long seed) {
        Map<String, Alert> byId = new HashMap<>();
        Map<String, Alert> byCountry = new HashMap<>();
        Set<String> ended = new HashSet<>();
        int again = 0;
        for (Alert alert : alerts(news(seed, 2000))) {
            assertThat(ended).as("nothing is heard of what has ended").doesNotContain(alert.id());
            Alert before = byId.put(alert.id(), alert);
            Alert inCell = byCountry.put(alert.countries().get(0), alert);
            if (before == null) {
                assertThat(alert.change()).isEqualTo(Change.OPENED);
                assertThat(alert.sequence()).isEqualTo(1);
                assertThat(inCell == null || inCell.change().ends())
                        .as("one at a time")
                        .isTrue();
                again += inCell == null ? 0 : 1;
            } else {
                assertThat(alert.change()).isNotEqualTo(Change.OPENED);
                assertThat(alert.sequence()).isEqualTo(before.sequence() + 1);
                assertThat(alert.at()).isAfterOrEqualTo(before.at());
                assertThat(alert.incident()).isEqualTo(before.incident());
            }
            if (alert.change().ends()) {
                ended.add(alert.id());
            }
        }
        assertThat(again).as("some cell has opened more than once").isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void orderAndDuplicationDoNotChangeWhatIsOpenAtTheEnd(long seed) {
        List<Signal> news = news(seed, 600);
        Instant end = news.get(news.size() - 1).at().plus(LATENESS);
        Map<String, String> expected = openAtTheEnd(news, end);
        for (int i = 0; i < 5; i++) {
            assertThat(openAtTheEnd(disturbed(news, new Random(seed * 31 + i)), end))
                    .as("disturbance %s", i)
                    .isEqualTo(expected);
        }
    }

    /** Cells out of step within the allowed lateness, and every third signal twice. */
    private static List<Signal> disturbed(List<Signal> news, Random random) {
        record Arrival(Signal signal, Instant at) {}
        Map<String, Instant> latest = new HashMap<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (Signal signal : news) {
            for (int copies = random.nextInt(3) == 0 ? 2 : 1; copies > 0; copies--) {
                Instant at = signal.at().plusMillis(random.nextLong(LATENESS.toMillis()));
                Instant before = latest.getOrDefault(signal.country(), Instant.MIN);
                Instant inOrder = at.isBefore(before) ? before : at;
                latest.put(signal.country(), inOrder);
                arrivals.add(new Arrival(signal, inOrder));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals.stream().map(Arrival::signal).toList();
    }

    /** Alert id and level of each cell that is open; the stages as the live run has them. */
    private static Map<String, String> openAtTheEnd(List<Signal> news, Instant end) {
        AlertReplay replay = new AlertReplay(List.of(RULE));
        Map<String, String> open = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        List<Alert> alerts = new ArrayList<>();
        news.forEach(signal -> alerts.addAll(replay.take(signal).alerts()));
        alerts.addAll(replay.until(end).alerts());
        for (Alert alert : alerts) {
            String country = alert.countries().get(0);
            assertThat(seen.add(alert.id() + '-' + alert.sequence()))
                    .as("each change once")
                    .isTrue();
            if (alert.change().ends()) {
                open.remove(country);
            } else {
                open.put(country, alert.level());
            }
        }
        return open;
    }
}
