package io.tocsin.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alerts.feed.AlertFeed;
import io.tocsin.alerts.life.Operator;
import io.tocsin.alerts.life.Operators;
import io.tocsin.alerts.life.ProofOfLife;
import io.tocsin.alerts.notify.Channel;
import io.tocsin.alerts.notify.ConsoleNotifier;
import io.tocsin.alerts.notify.ConsoleNotifier.Colours;
import io.tocsin.alerts.notify.DeliveryService;
import io.tocsin.alerts.notify.WebhookNotifier;
import io.tocsin.alerts.route.Router;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.RuleFile.Written;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.alerts.topology.AlertTopology;
import io.tocsin.alerts.topology.Stages;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Rule;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.ProcessingClock;
import io.tocsin.runtime.StreamRunner;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The alert service: publishes the rules, runs the topology, delivers, keeps the feed. The constructor reads the rule
 * files and starts nothing; the topics must exist when the components are started, in order.
 */
public final class AlertService {
    private final RulePublisher publisher;
    private final StreamRunner streams;
    private final DeliveryService deliveries;
    private final AlertFeed feed;
    private final Optional<ProofOfLife> life;

    /**
     * What the service needs of its process.
     *
     * @param stateDirectory its own; for the topology
     * @param streamSettings put over the topology's settings, such as a shorter commit interval
     * @param time the wall clock, for deliveries
     * @param console where the console channel writes
     */
    public record Surroundings(
            KafkaConnection kafka,
            Topics topics,
            ProcessingClock.Mode clock,
            Path stateDirectory,
            Map<String, Object> streamSettings,
            MeterRegistry metrics,
            InstantSource time,
            RandomGenerator random,
            Appendable console) {
        public Surroundings {
            streamSettings = Map.copyOf(streamSettings);
        }
    }

    /**
     * Makes the components.
     *
     * @param queries saved queries of the rule files, for the rules topic
     * @throws InvalidSettings when a rule file has errors or a rule names a channel that is not configured
     */
    public AlertService(AlertConfig config, List<Rule> queries, Surroundings process) {
        TopicTree tree = TopicTree.bundled();
        RuleFile reader = new RuleFile(tree);
        AlertWording wording = new AlertWording(tree);
        List<Written> rules = new RuleSet(reader).load(config.rules());
        checkChannels(rules, config.channelNames());
        RuleSet.checkApart(rules, queries.stream().map(Rule::id).toList());
        Topics topics = process.topics();
        publisher =
                new RulePublisher(new RuleTopic(process.kafka(), topics, process.time()), published(rules, queries));
        streams = new StreamRunner(
                "alert",
                AlertTopology.build(topics, new Stages(reader, process.clock(), config.budget(), process.metrics())),
                settings(config, process),
                process.metrics());
        deliveries = new DeliveryService(
                process.kafka(),
                topics,
                channels(config, process, wording),
                router(config, process.clock()),
                reader,
                config.retries(),
                process.time(),
                process.random(),
                process.metrics());
        feed = new AlertFeed(process.kafka(), topics, config.feedTitle(), config.feedEntries(), wording);
        life = life(config, process);
    }

    /** The topology's consumer group, and the prefix of its internal topics. */
    public static String applicationId(Topics topics) {
        return topics.prefix() + "alert";
    }

    /** In the order in which they start. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>(List.of(publisher, deliveries, feed, streams));
        life.ifPresent(components::add);
        return List.copyOf(components);
    }

    /** For the process's web server. */
    public List<Endpoint> endpoints() {
        return feed.endpoints();
    }

    private static Properties settings(AlertConfig config, Surroundings process) {
        Topics topics = process.topics();
        Properties settings = process.kafka()
                .streams(
                        applicationId(topics),
                        process.stateDirectory().toString(),
                        config.threads(),
                        topics.articlesRejected().name(),
                        process.clock());
        settings.putAll(process.streamSettings());
        return settings;
    }

    private static List<Rule> published(List<Written> rules, List<Rule> queries) {
        List<Rule> published = new ArrayList<>(queries);
        rules.forEach(rule -> published.add(rule.event(Instant.EPOCH)));
        return published;
    }

    private static void checkChannels(List<Written> rules, List<String> channels) {
        List<String> problems = new ArrayList<>();
        for (Written rule : rules) {
            for (String channel : rule.rule().deliverTo()) {
                if (!channels.contains(channel)) {
                    problems.add("rule '" + rule.rule().id() + "' delivers to '" + channel + "', which is no channel: "
                            + "configured are " + String.join(", ", channels));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    private static Router router(AlertConfig config, ProcessingClock.Mode clock) {
        return new Router(
                config.channelNames(),
                switch (clock) {
                    case WALL -> Optional.of(config.retries().expiry());
                    case EVENT -> Optional.empty();
                });
    }

    /** None in a replay: its days are not ours. */
    private static Optional<ProofOfLife> life(AlertConfig config, Surroundings process) {
        Map<String, Operator> operators = new LinkedHashMap<>();
        if (config.console() != AlertConfig.Console.OFF) {
            operators.put("console", Operators.console(process.console()));
        }
        Map<String, WebhookNotifier.Target> targets = new LinkedHashMap<>();
        config.webhooks().forEach(webhook -> targets.put(webhook.name(), webhook.target()));
        for (Channel channel : WebhookNotifier.channels(targets, process.time())) {
            if (channel.notifier() instanceof WebhookNotifier webhook) {
                operators.put(channel.name(), Operators.webhook(webhook));
            }
        }
        operators.keySet().retainAll(config.life().deliverTo());
        return process.clock() == ProcessingClock.Mode.EVENT || operators.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProofOfLife(
                        process.kafka(), process.topics(), config.life().hour(), operators, process.time()));
    }

    private static List<Channel> channels(AlertConfig config, Surroundings process, AlertWording wording) {
        List<Channel> channels = new ArrayList<>();
        switch (config.console()) {
            case OFF -> {
                // No channel.
            }
            case PLAIN ->
                channels.add(new Channel("console", new ConsoleNotifier(process.console(), wording, Colours.OFF)));
            case COLOURS ->
                channels.add(new Channel("console", new ConsoleNotifier(process.console(), wording, Colours.ON)));
        }
        Map<String, WebhookNotifier.Target> targets = new LinkedHashMap<>();
        config.webhooks().forEach(webhook -> targets.put(webhook.name(), webhook.target()));
        channels.addAll(WebhookNotifier.channels(targets, process.time()));
        return channels;
    }
}
