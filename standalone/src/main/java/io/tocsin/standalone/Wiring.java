package io.tocsin.standalone;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.alerts.AlertService;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.IngestService;
import io.tocsin.ingest.publish.IngestProducer;
import io.tocsin.runtime.AdminEndpoints;
import io.tocsin.runtime.CheckResult;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.KafkaConnection;
import io.tocsin.runtime.Lifecycle;
import io.tocsin.runtime.Metrics;
import io.tocsin.runtime.WebServer;
import io.tocsin.stream.topology.NewsService;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A process, put together from its parts: one role, several, or all. What starts first is the web server, so that
 * health can be asked while the rest still waits for its broker.
 */
final class Wiring implements AutoCloseable {

    /** What a process does. */
    enum Role {
        INGEST,
        PROCESS,
        ALERT
    }

    static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private final Lifecycle lifecycle;
    private final WebServer web;
    private final PrometheusMeterRegistry metrics = Metrics.registry();
    private final KafkaConnection kafka;
    private final Topics topics;
    private final @Nullable IngestService ingest;
    private final @Nullable AlertService alert;

    Wiring(TocsinConfig config, Set<Role> roles, Surroundings surroundings) throws IOException {
        topics = config.topics();
        List<Component> components = new ArrayList<>();
        List<WebServer.Endpoint> endpoints = new ArrayList<>();
        KafkaConnection outside = config.kafka();
        if (outside == null) {
            EmbeddedBroker broker = new EmbeddedBroker(config.data().resolve("broker"), config.embeddedPort());
            components.add(broker);
            kafka = TocsinConfig.embedded(broker.bootstrapServers());
        } else {
            kafka = outside;
        }
        components.add(new TopicsReady(kafka, topics));
        ingest = roles.contains(Role.INGEST)
                ? new IngestService(
                        config.ingest(),
                        IngestProducer.supplier(kafka),
                        topics,
                        metrics,
                        surroundings.clock(),
                        surroundings.random(),
                        config.data().resolve("feeds"),
                        TocsinCommand.version())
                : null;
        alert = roles.contains(Role.ALERT)
                ? new AlertService(
                        config.alerts(),
                        QueryFiles.load(config.alerts().rules()).stream()
                                .map(query -> query.event(Instant.EPOCH))
                                .toList(),
                        new AlertService.Surroundings(
                                kafka,
                                topics,
                                config.clock(),
                                config.data().resolve("state"),
                                Map.of(),
                                metrics,
                                surroundings.clock(),
                                surroundings.random(),
                                surroundings.out()))
                : null;
        // Last in the flow first: whoever takes something in finds those behind it ready.
        if (alert != null) {
            components.addAll(alert.components());
            endpoints.addAll(alert.endpoints());
        }
        if (roles.contains(Role.PROCESS)) {
            components.addAll(new NewsService(
                            LexiconFiles.tagger(config.lexicon()),
                            kafka,
                            topics,
                            config.clock(),
                            config.data().resolve("state"),
                            config.threads(),
                            metrics)
                    .components());
        }
        if (ingest != null) {
            components.addAll(ingest.components());
            endpoints.addAll(ingest.endpoints());
        }
        endpoints.addAll(AdminEndpoints.of(metrics, this::check));
        web = new WebServer(config.httpHost(), config.httpPort(), endpoints);
        components.add(0, web);
        lifecycle = new Lifecycle(components);
    }

    void start() throws Exception {
        lifecycle.start();
    }

    Map<String, CheckResult> check() {
        return lifecycle.check();
    }

    WebServer web() {
        return web;
    }

    KafkaConnection kafka() {
        return kafka;
    }

    Topics topics() {
        return topics;
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    @Nullable
    IngestService ingest() {
        return ingest;
    }

    @Nullable
    AlertService alert() {
        return alert;
    }

    @Override
    public void close() {
        lifecycle.close();
        metrics.close();
    }
}
