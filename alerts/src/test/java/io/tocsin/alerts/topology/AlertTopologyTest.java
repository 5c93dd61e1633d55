package io.tocsin.alerts.topology;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.SURGE;
import static io.tocsin.alerts.Samples.TREE;
import static io.tocsin.alerts.Samples.signal;
import static io.tocsin.alerts.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.events.Alert;
import io.tocsin.events.Change;
import io.tocsin.events.Decision;
import io.tocsin.events.Decision.Gate;
import io.tocsin.events.Rule;
import io.tocsin.events.Signal;
import io.tocsin.events.codec.CloudEvents;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.ProcessingClock.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {
    private static final Topics TOPICS = new Topics("t.");

    @TempDir
    private Path state;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private @Nullable Run started;

    /** A driver with its topics. */
    private static final class Run implements AutoCloseable {
        private final TopologyTestDriver driver;
        private final TestInputTopic<String, Rule> rules;
        private final TestInputTopic<String, Signal> signals;
        private final TestOutputTopic<String, Alert> alerts;
        private final TestOutputTopic<String, Decision> decisions;
        private final TestOutputTopic<byte[], byte[]> rejected;

        Run(Topology topology, Properties settings) {
            driver = new TopologyTestDriver(topology, settings, START);
            rules = input(TOPICS.rules());
            signals = input(TOPICS.signals());
            alerts = output(TOPICS.alerts());
            decisions = output(TOPICS.decisions());
            rejected = driver.createOutputTopic(
                    TOPICS.articlesRejected().name(),
                    Serdes.ByteArray().deserializer(),
                    Serdes.ByteArray().deserializer());
        }

        private <V> TestInputTopic<String, V> input(Topic<V> topic) {
            return driver.createInputTopic(
                    topic.name(), Serdes.String().serializer(), topic.serde().serializer());
        }

        private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
            return driver.createOutputTopic(
                    topic.name(), Serdes.String().deserializer(), topic.serde().deserializer());
        }

        @Override
        public void close() {
            driver.close();
        }
    }

    private Topology topology(Mode mode) {
        return AlertTopology.build(TOPICS, new Stages(new RuleFile(TREE), mode, metrics));
    }

    private Run start(Mode mode) {
        Properties settings = new KafkaConnection("nowhere:1", 1, Map.of())
                .streams(
                        "t.alert",
                        state.toString(),
                        1,
                        TOPICS.articlesRejected().name(),
                        mode);
        // The driver forgets dead letters of a transaction in which no record was processed.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        Run run = new Run(topology(mode), settings);
        started = run;
        return run;
    }

    private Run run() {
        return Objects.requireNonNull(started);
    }

    @AfterEach
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private void rule(String yaml) {
        Rule rule = written(yaml).event(START);
        run().rules.pipeInput(rule.id(), rule);
    }

    private void send(Signal signal) {
        run().signals.pipeInput(Signal.key(signal.country(), signal.topic()), signal);
    }

    private List<String> changes() {
        return run().alerts.readValuesToList().stream()
                .map(alert -> alert.countries().get(0) + " " + alert.change() + " " + alert.level() + " "
                        + Duration.between(START, alert.at()).toHours())
                .toList();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    @Test
    void aSilenceLastsUntilThereIsNewsAgain() {
        start(Mode.WALL);
        rule("id: silent\nwatch: {countries: [IR]}\nwhen: {absence: {p: 1e-3}}\nall-clear: {for: 1h}\n");

        send(ofAllNews(START, 3, 0.4));
        run().driver.advanceWallClockTime(Duration.ofHours(1));
        send(ofAllNews(hour(1), 0, 1e-6));
        run().driver.advanceWallClockTime(Duration.ofHours(50));
        assertThat(changes()).as("a silence does not end by itself").containsExactly("IR OPENED elevated 1");

        send(ofAllNews(hour(51), 1, 0.01));
        run().driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(changes()).containsExactly("IR CLOSED elevated 52");
    }

    private static Signal ofAllNews(Instant at, int stories, double pFewer) {
        Signal plain = signal(at, stories, stories, 0.5);
        List<Signal.Window> windows = plain.windows().stream()
                .map(window -> new Signal.Window(
                        window.horizon(),
                        window.stories(),
                        window.articles(),
                        window.copies(),
                        window.owners(),
                        window.threatStories(),
                        window.actStories(),
                        window.escalation(),
                        window.expected(),
                        window.bound(),
                        window.pValue(),
                        window.baselineDays(),
                        window.quietDays(),
                        window.basis(),
                        new Signal.Context(stories, stories, 0, 0.0, 100.0, pFewer)))
                .toList();
        return new Signal("IR", "*", at, at, windows, plain.evidence(), plain.stories(), plain.lexicon());
    }

    @Test
    void describesItself() throws IOException {
        try (InputStream in = AlertTopologyTest.class.getResourceAsStream("/io/tocsin/alerts/topology.txt")) {
            String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(topology(Mode.WALL).describe().toString().strip())
                    .as("a changed topology needs a look at its stored state")
                    .isEqualTo(golden.strip());
        }
    }

    @Test
    void ringsRaisesAndClosesByTheWallClock() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        send(signal(START, 8, 4, 1e-4));
        run.driver.advanceWallClockTime(Duration.ofHours(1));
        send(signal(hour(1), 20, 9, 1e-6));
        run.driver.advanceWallClockTime(Duration.ofHours(1));
        send(signal(hour(2), 1, 1, 0.5));
        assertThat(changes()).containsExactly("IR OPENED elevated 0", "IR RAISED high 1");

        run.driver.advanceWallClockTime(Duration.ofHours(12).minusSeconds(1));
        assertThat(run.alerts.isEmpty()).isTrue();
        run.driver.advanceWallClockTime(Duration.ofSeconds(1));
        TestRecord<String, Alert> closed = run.alerts.readRecord();
        assertThat(closed.value().change()).isEqualTo(Change.CLOSED);
        assertThat(closed.value().sequence()).isEqualTo(3);
        assertThat(closed.key()).isEqualTo(closed.value().id());
        assertThat(new String(closed.headers().lastHeader(CloudEvents.ID).value(), StandardCharsets.UTF_8))
                .isEqualTo(closed.value().id() + "-3");
        assertThat(new String(closed.headers().lastHeader(CloudEvents.TYPE).value(), StandardCharsets.UTF_8))
                .isEqualTo("io.tocsin.alerts.v1");
    }

    @Test
    void aReplayGoesByTheClockOfTheNews() {
        start(Mode.EVENT);
        rule(SURGE);
        for (int hour = 0; hour < 200; hour++) {
            boolean crisis = hour >= 20 && hour < 50;
            send(signal("IR", hour(hour), crisis ? 9 : 1, crisis ? 4 : 1, crisis ? 1e-4 : 0.5));
            send(signal("FR", hour(hour), 1, 1, 0.5));
        }
        assertThat(changes())
                .startsWith("IR OPENED elevated 20")
                .endsWith("IR CLOSED elevated 62")
                .filteredOn(change -> !change.contains("UPDATED"))
                .hasSize(2);
    }

    @Test
    void aReplayClosesACellOfWhichNothingMoreIsHeard() {
        start(Mode.EVENT);
        rule(SURGE);
        send(signal("IR", hour(0), 9, 4, 1e-4));
        for (int hour = 1; hour < 60; hour++) {
            send(signal("FR", hour(hour), 1, 1, 0.5));
        }
        assertThat(changes()).containsExactly("IR OPENED elevated 0", "IR CLOSED elevated 36");
    }

    @Test
    void tellsANearMissOnce() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        send(signal(START, 8, 1, 1e-4));
        send(signal(START, 8, 1, 1e-4));
        assertThat(run.alerts.isEmpty()).isTrue();
        TestRecord<String, Decision> nearMiss = run.decisions.readRecord();
        assertThat(nearMiss.key()).isEqualTo("surge|IR|medtop:16000000");
        assertThat(nearMiss.value().gate()).isEqualTo(Gate.OWNERS);
        assertThat(nearMiss.value().ruleVersion())
                .isEqualTo(written(SURGE).rule().version());
        assertThat(run.decisions.isEmpty()).isTrue();
    }

    @Test
    void anOldSignalDoesNotRing() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        send(signal(START.minus(Duration.ofHours(30)), 8, 4, 1e-4));
        assertThat(run.alerts.isEmpty()).isTrue();
        assertThat(run.decisions.readValue().gate()).isEqualTo(Gate.BACKFILL);
    }

    @Test
    void rulesComeChangeAndGoWhileItRuns() {
        Run run = start(Mode.WALL);
        send(signal(START, 8, 4, 1e-4));
        assertThat(run.alerts.isEmpty()).isTrue();
        rule(SURGE);
        send(signal(START, 8, 4, 1e-4));
        assertThat(changes()).containsExactly("IR OPENED elevated 0");

        rule(SURGE.replace("p: 1e-5", "p: 1e-4"));
        send(signal(START, 9, 4, 5e-5));
        assertThat(changes()).containsExactly("IR RAISED high 0");

        run.rules.pipeInput(
                "surge",
                new Rule(
                        "surge",
                        "v",
                        "id: surge\nwhen: {nonsense: 1}",
                        written(SURGE).parsed(),
                        START));
        assertThat(metrics.get("tocsin.rules.invalid").counter().count()).isEqualTo(1);
        send(signal("FR", START, 9, 4, 5e-5));
        assertThat(changes()).containsExactly("FR OPENED high 0");

        run.rules.pipeInput("surge", (Rule) null);
        run.driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(changes()).containsExactlyInAnyOrder("IR WITHDRAWN high 0", "FR WITHDRAWN high 0");
    }

    @Test
    void anUndecodableSignalIsDeadLettered() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        TestInputTopic<byte[], byte[]> raw = run.driver.createInputTopic(
                TOPICS.signals().name(), new ByteArraySerializer(), new ByteArraySerializer());
        byte[] nonsense = "no signal".getBytes(StandardCharsets.UTF_8);
        raw.pipeInput("k".getBytes(StandardCharsets.UTF_8), nonsense);
        send(signal(START, 8, 4, 1e-4));

        assertThat(run.rejected.readValue()).isEqualTo(nonsense);
        assertThat(changes()).containsExactly("IR OPENED elevated 0");
    }

    @Test
    void anUndecodableRuleIsCountedAndTheRulesStay() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        run.driver
                .createInputTopic(TOPICS.rules().name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput("surge".getBytes(StandardCharsets.UTF_8), "no rule".getBytes(StandardCharsets.UTF_8));
        send(signal(START, 8, 4, 1e-4));

        assertThat(metrics.counter("tocsin.rules.invalid").count()).isEqualTo(1);
        assertThat(changes()).containsExactly("IR OPENED elevated 0");
    }

    @Test
    void aSignalWithoutTheHorizonIsDeadLettered() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        Signal bare = new Signal("IR", "medtop:16000000", START, null, List.of(), List.of(), List.of(), "l");
        send(bare);
        send(signal(START, 8, 4, 1e-4));
        assertThat(run.rejected.isEmpty()).isFalse();
        assertThat(changes()).containsExactly("IR OPENED elevated 0");
    }

    @Test
    void whatGoesInComesOutOrIsCounted() {
        Run run = start(Mode.WALL);
        rule(SURGE);
        rule(SURGE.replace("id: surge", "id: french").replace("countries: all", "countries: [FR]"));
        for (int i = 0; i < 40; i++) {
            send(signal(i % 2 == 0 ? "IR" : "FR", START, i % 10, i % 4, i % 7 == 0 ? null : Math.pow(10, -(i % 10))));
            run.driver.advanceWallClockTime(Duration.ofHours(i));
        }
        for (String stage : List.of("evaluate", "lifecycle")) {
            double in = sum("tocsin.stage.in", stage);
            assertThat(in).isPositive();
            assertThat(sum("tocsin.stage.out", stage) + sum("tocsin.stage.dropped", stage))
                    .isEqualTo(in);
        }
        assertThat(sum("tocsin.stage.in", "evaluate")).isEqualTo(80);
    }

    private double sum(String meter, String stage) {
        return metrics.find(meter).tag("stage", stage).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
