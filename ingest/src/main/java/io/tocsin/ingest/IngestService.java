package io.tocsin.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.Fetcher;
import io.tocsin.ingest.fetch.FormPost;
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
import io.tocsin.ingest.source.SourceMetrics;
import io.tocsin.ingest.source.WatchedFolder;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.check.SourceChecks;
import io.tocsin.ingest.websub.HubDeliveries;
import io.tocsin.ingest.websub.WebSubSubscriber;
import io.tocsin.runtime.Component;
import io.tocsin.runtime.StageCounts;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
        Fetcher fetcher = fetcher(config, config.sources(), clock, version);
        FullText pages = config.fullText() ? FullText.of(fetcher, parser, clock) : FullText.none();
        FeedParser feeds = new FeedParser(config.fetch().maxBytes());
        FeedPoller poller = new FeedPoller(
                config.sources(),
                owners,
                languages,
                fetcher,
                pages,
                feeds,
                publisher,
                memory,
                new SourceMetrics(metrics),
                clock,
                random);
        if (!config.sources().isEmpty()) {
            components.add(poller);
        }
        if (config.webSub() != null) {
            HubDeliveries deliveries = new HubDeliveries(config.sources(), owners, languages, feeds, publisher, clock);
            WebSubSubscriber subscriber = new WebSubSubscriber(
                    config.webSub(),
                    config.sources().stream().collect(Collectors.toMap(SourceConfig::id, SourceConfig::url)),
                    fetcher,
                    new FormPost(config.fetch(), HostResolver.system(), clock, version),
                    deliveries::deliver,
                    clock,
                    new SecureRandom(),
                    config.fetch().maxBytes());
            components.add(subscriber);
            endpoints.addAll(subscriber.endpoints());
        }
        if (config.folder() != null) {
            components.add(new WatchedFolder(config.folder(), parser, config.parse(), owners, publisher, clock));
        }
        if (config.push() != null) {
            ArticleJson articles = new ArticleJson(owners, languages);
            endpoints.add(new PushEndpoint(config.push(), articles, parser, owners, publisher, clock).endpoint());
        }
    }

    /** Fetches for these sources, within the limits and with the manners that are configured. */
    private static Fetcher fetcher(
            IngestConfig config, List<SourceConfig> sources, InstantSource clock, String version) {
        HttpFetcher fetcher =
                new HttpFetcher(config.fetch(), HostResolver.system(), SourceConfig.keyring(sources), clock, version);
        return new PoliteFetcher(fetcher, config.manners(), clock);
    }

    /**
     * Checks sources as they would be polled.
     *
     * @param sources that are to be checked, whatever the configuration lists
     */
    public static SourceChecks checks(
            IngestConfig config, List<SourceConfig> sources, InstantSource clock, String version) {
        return new SourceChecks(
                fetcher(config, sources, clock, version),
                new FeedParser(config.fetch().maxBytes()),
                clock);
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
