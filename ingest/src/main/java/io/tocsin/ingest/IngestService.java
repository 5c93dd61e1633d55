package io.tocsin.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.SourceStatus.Health;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.fetch.HostResolver;
import io.tocsin.ingest.fetch.HttpFetcher;
import io.tocsin.ingest.fetch.PoliteFetcher;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.worker.DocumentWorkers;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.push.PushEndpoint;
import io.tocsin.ingest.source.FeedPoller;
import io.tocsin.ingest.source.FullText;
import io.tocsin.ingest.source.WatchedFolder;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.StageCounts;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** The parts of ingest, wired from its configuration. Nothing is started here. */
public final class IngestService {
    private final EventPublisher publisher;
    private final List<Component> components = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    /**
     * Wires the parts.
     *
     * @param producers {@link io.tocsin.ingest.publish.IngestProducer#supplier} of the process's Kafka connection
     * @param memory folder in which it is kept what feeds published, or null to forget it with the process
     * @param version of Tocsin, as web servers see it
     */
    public IngestService(
            IngestConfig config,
            Supplier<Producer<String, byte[]>> producers,
            Topics topics,
            MeterRegistry metrics,
            InstantSource clock,
            RandomGenerator random,
            @Nullable Path memory,
            String version) {
        Owners owners = Owners.bundled();
        LanguageDetector languages = LanguageDetector.bundled();
        DocumentWorkers documents = new DocumentWorkers(config.parse().workers());
        ArticleParser parser = new ArticleParser(config.parse(), languages, documents);
        publisher = new EventPublisher(
                producers,
                topics,
                new StageCounts(metrics, "ingest"),
                clock,
                config.publish(),
                memory == null ? null : memory.resolve("versions.jsonl"));
        components.add(publisher);
        components.add(documents);
        Fetcher fetcher = new PoliteFetcher(
                new HttpFetcher(config.fetch(), HostResolver.system(), clock, version), config.manners(), clock);
        FullText pages = config.fullText() ? FullText.of(fetcher, parser, clock) : FullText.none();
        FeedParser feeds = new FeedParser(config.fetch().maxBytes());
        FeedPoller poller = new FeedPoller(
                config.sources(), owners, languages, fetcher, pages, feeds, publisher, memory, clock, random);
        meter(poller, metrics);
        if (!config.sources().isEmpty()) {
            components.add(poller);
        }
        if (config.folder() != null) {
            components.add(new WatchedFolder(config.folder(), parser, config.parse(), owners, publisher, clock));
        }
        if (config.push() != null) {
            ArticleJson articles = new ArticleJson(owners, languages);
            endpoints.add(new PushEndpoint(config.push(), articles, parser, owners, publisher, clock).endpoint());
        }
    }

    /** Figures of each single source are on the sources topic; here only how many are how well. */
    private static void meter(FeedPoller poller, MeterRegistry metrics) {
        for (Health health : Health.values()) {
            Gauge.builder("tocsin.sources", poller, of -> of.statuses().stream()
                            .filter(status -> status.health() == health)
                            .count())
                    .description("Sources, by health")
                    .tag("health", health.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(metrics);
        }
    }

    /** In the order in which they are to be started; closed in reverse, the publisher last. */
    public List<Component> components() {
        return List.copyOf(components);
    }

    /** For the process's web server. */
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** For a replay beside the sources. */
    public EventPublisher publisher() {
        return publisher;
    }
}
