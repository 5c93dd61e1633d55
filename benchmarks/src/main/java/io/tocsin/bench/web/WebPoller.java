package io.tocsin.bench.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.events.SourceStatus;
import io.tocsin.events.topic.Topics;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchLimits;
import io.tocsin.ingest.fetch.HostResolver;
import io.tocsin.ingest.fetch.HttpFetcher;
import io.tocsin.ingest.fetch.Keyring;
import io.tocsin.ingest.fetch.Manners;
import io.tocsin.ingest.fetch.PoliteFetcher;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.publish.EventPublisher;
import io.tocsin.ingest.publish.PublishLimits;
import io.tocsin.ingest.source.FeedPoller;
import io.tocsin.ingest.source.FullText;
import io.tocsin.ingest.source.SourceMetrics;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.runtime.StageCounts;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Polls a {@link HostileWeb} as ingest polls the real one, with robots.txt and manners; what it publishes goes nowhere. */
final class WebPoller implements AutoCloseable {
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final List<Manner> manners;
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final EventPublisher publisher;
    private final FeedPoller poller;

    /**
     * Makes one; nothing is polled yet.
     *
     * @param port of the web
     * @param manners of the servers, one source each
     * @param deadline of a fetch
     * @param interval between two polls of a source
     */
    WebPoller(int port, List<Manner> manners, Duration deadline, Duration interval) {
        this.manners = List.copyOf(manners);
        Map<Manner, Integer> numbers = new EnumMap<>(Manner.class);
        List<SourceConfig> sources = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (Manner manner : manners) {
            String host = manner.host(numbers.merge(manner, 1, Integer::sum));
            hosts.add(host);
            sources.add(new SourceConfig(
                    host, "http://" + host + ":" + port + "/feed", null, null, null, "en", 1, interval, null));
        }
        HostResolver local = host -> hosts.contains(host)
                ? List.of(InetAddress.getLoopbackAddress())
                : HostResolver.system().resolve(host);
        InstantSource clock = InstantSource.system();
        HttpFetcher http = new HttpFetcher(
                new FetchLimits(deadline, MOST_BYTES, 5, hosts), local, Keyring.empty(), clock, "bench");
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        publisher = new EventPublisher(
                () -> producer,
                new Topics("bench."),
                new StageCounts(metrics, "ingest"),
                clock,
                PublishLimits.defaults());
        poller = new FeedPoller(
                sources,
                Owners.bundled(),
                LanguageDetector.bundled(),
                new PoliteFetcher(http, Manners.defaults(), clock),
                FullText.none(),
                new FeedParser(MOST_BYTES),
                publisher,
                null,
                new SourceMetrics(metrics),
                clock,
                new SplittableRandom(1));
    }

    /** Of so many servers, so many that misbehave, each in another way in turn, and well-behaved ones between them. */
    static List<Manner> mixed(int sources, int misbehaving) {
        List<Manner> manners = new ArrayList<>();
        int bad = 0;
        for (int i = 0; i < sources; i++) {
            boolean isBad = (long) (i + 1) * misbehaving / sources > bad;
            manners.add(isBad ? Manner.values()[1 + bad++ % (Manner.values().length - 1)] : Manner.GOOD);
        }
        return manners;
    }

    void start() {
        publisher.start();
        poller.start();
    }

    /** How each source is doing, in the order of the manners. */
    List<SourceStatus> statuses() {
        return poller.statuses();
    }

    List<Manner> manners() {
        return manners;
    }

    /** What was published. */
    List<byte[]> published() {
        return producer.history().stream().map(record -> record.value()).toList();
    }

    @Override
    public void close() {
        poller.close();
        publisher.close();
    }
}
