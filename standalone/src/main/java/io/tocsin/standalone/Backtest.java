package io.tocsin.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.topology.AlertTopology;
import io.tocsin.events.Alert;
import io.tocsin.events.Decision;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Rule;
import io.tocsin.events.Signal;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.RecordErrors;
import io.tocsin.stream.tag.Tagger;
import io.tocsin.stream.topology.NewsTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * Runs articles through the topologies themselves, in Kafka's test driver and in event time: the driver's wall clock is
 * set to each article's arrival, hour by hour in between, so that what ends by the passing of time ends when it would
 * have. The same articles in the same order give the same alerts. Not safe for use by several threads.
 */
final class Backtest implements AutoCloseable {
    /** The clock is moved so far at a time. */
    private static final Duration STEP = Duration.ofHours(1);

    /** In a longer silence nothing changes any more: every horizon is empty and every all-clear has come. */
    private static final Duration LONGEST_WALK = Duration.ofDays(9);

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, 1);
    private final TopologyTestDriver news;
    private final TopologyTestDriver alerts;
    private final TestInputTopic<String, RawArticle> articles;
    private final TestInputTopic<String, Signal> signals;
    private final TestOutputTopic<String, Signal> made;
    private final TestOutputTopic<String, Alert> rung;
    private final TestOutputTopic<String, Decision> decided;
    private final List<TestOutputTopic<String, ?>> unread;
    private final Consumer<Alert> onAlert;
    private final Consumer<Decision> onDecision;
    private Instant now;

    /**
     * A backtest that has read nothing yet.
     *
     * @param rules with the saved queries beside them
     * @param state a folder of its own
     * @param begin when the first article arrives, or before
     */
    Backtest(
            Tagger tagger,
            RuleFile ruleFile,
            List<Rule> rules,
            Instant begin,
            Path state,
            MeterRegistry metrics,
            Consumer<Alert> onAlert,
            Consumer<Decision> onDecision) {
        this.onAlert = onAlert;
        this.onDecision = onDecision;
        now = begin;
        news = new TopologyTestDriver(
                NewsTopology.build(
                        topics, new io.tocsin.stream.topology.Stages(tagger, ProcessingClock.Mode.WALL, metrics)),
                settings("backtest-process", state),
                begin);
        alerts = new TopologyTestDriver(
                AlertTopology.build(
                        topics, new io.tocsin.alerts.topology.Stages(ruleFile, ProcessingClock.Mode.WALL, metrics)),
                settings("backtest-alert", state),
                begin);
        articles = input(news, topics.articlesRaw());
        signals = input(alerts, topics.signals());
        made = output(news, topics.signals());
        rung = output(alerts, topics.alerts());
        decided = output(alerts, topics.decisions());
        unread = List.of(
                output(news, topics.articlesTagged()),
                output(news, topics.articlesExcluded()),
                output(news, topics.stories()));
        for (TopologyTestDriver driver : List.of(news, alerts)) {
            TestInputTopic<String, Rule> rulesTopic = input(driver, topics.rules());
            rules.forEach(rule -> rulesTopic.pipeInput(rule.id(), rule));
        }
    }

    private Properties settings(String application, Path state) {
        Properties properties = new Properties();
        properties.putAll(RecordErrors.settings(topics.articlesRejected().name()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return properties;
    }

    private static <V> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.serde().serializer());
    }

    private static <V> TestOutputTopic<String, V> output(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.serde().deserializer());
    }

    /** Articles come in the order of their arrival. */
    void read(RawArticle article) {
        passTo(article.seenAt());
        articles.pipeInput(article.id(), article, now);
        drain();
    }

    /** Lets time pass. */
    void passTo(Instant then) {
        if (Duration.between(now, then).compareTo(LONGEST_WALK) > 0) {
            walkTo(now.plus(LONGEST_WALK));
            step(Duration.between(now, then).minus(STEP));
        }
        walkTo(then);
    }

    private void walkTo(Instant then) {
        while (now.isBefore(then)) {
            Duration left = Duration.between(now, then);
            step(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    private void step(Duration duration) {
        now = now.plus(duration);
        news.advanceWallClockTime(duration);
        drain();
        alerts.advanceWallClockTime(duration);
        drain();
    }

    private void drain() {
        for (Signal signal : made.readValuesToList()) {
            signals.pipeInput(signal.key(), signal, now);
        }
        rung.readValuesToList().forEach(onAlert);
        decided.readValuesToList().forEach(onDecision);
        // What nobody reads must not pile up in the driver.
        unread.forEach(TestOutputTopic::readValuesToList);
    }

    @Override
    public void close() {
        news.close();
        alerts.close();
    }
}
