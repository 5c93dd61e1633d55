package io.tocsin.integration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Alert;
import io.tocsin.events.Delivery;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.Topics;
import io.tocsin.standalone.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stages die without a word ({@code kill -9}) at seeded points of the news and are started again: the alerts and the
 * deliveries are those of a run that nothing interrupted. {@code -Dtocsin.test.kills=50} says how often.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("tocsin.test.kills", 3);
    private static final long SEED = Long.getLong("tocsin.test.seed", 20260302L);
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final String LAST_COUNTRY = "FJ";

    /** After the sample: the alert of this coup says that all before it has been through every stage. */
    private static final List<String> LAST = List.of("""
            {"id":"end-1","title":"Soldiers seize power in Fiji in a coup d'etat","text":"SUVA - Soldiers seized power in Fiji on Friday in a coup d'etat. The commander of the army dissolved parliament and closed the borders.","language":"en","source":"lagoon-herald.example","publishedAt":"2026-06-05T08:00:00Z","firstSeenAt":"2026-06-05T08:05:00Z"}""", """
            {"id":"end-2","title":"Fiji's president held as junta announces military takeover","text":"Fiji's president was under arrest at a barracks outside Suva after officers announced on state radio that a military junta now rules. The coup was met with silence in the markets.","language":"en","source":"reef-times.example","publishedAt":"2026-06-05T09:00:00Z","firstSeenAt":"2026-06-05T09:05:00Z"}""", """
            {"id":"end-3","title":"Neighbours condemn coup in Fiji and recall envoys","text":"Three governments condemned the military coup in Fiji and called their envoys home. They asked the officers who toppled the elected government to return to barracks at once.","language":"en","source":"atoll-wire.example","publishedAt":"2026-06-05T10:00:00Z","firstSeenAt":"2026-06-05T10:05:00Z"}""");

    @TempDir
    private Path folder;

    /** Which service dies, once so many articles have been pushed and something of the last of them has come out. */
    private record Kill(int afterArticle, String service) {}

    /** What a run left behind: each alert change, and each delivery that was made. */
    private record Outcome(List<String> alerts, TreeSet<String> delivered) {}

    private static List<Kill> kills(int articles) {
        Random random = new Random(SEED);
        return IntStream.range(0, KILLS)
                .mapToObj(i -> new Kill(1 + random.nextInt(articles), random.nextBoolean() ? "process" : "alert"))
                .sorted((a, b) -> Integer.compare(a.afterArticle(), b.afterArticle()))
                .toList();
    }

    @Test
    void killedStagesEndWithTheSameAlertsAndDeliveries() throws Exception {
        List<String> news = new ArrayList<>();
        try (var sample = Sample.open()) {
            new String(sample.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(news::add);
        }
        List<Kill> kills = kills(news.size());
        news.addAll(LAST);
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            Outcome whole = run(broker, new Topics("whole.", 1), news, List.of());
            assertThat(whole.alerts()).hasSizeGreaterThan(20);
            assertThat(whole.delivered()).hasSameSizeAs(whole.alerts());

            Outcome killed = run(broker, new Topics("killed.", 1), news, kills);
            assertThat(killed.alerts()).as("%s", kills).containsExactlyInAnyOrderElementsOf(whole.alerts());
            assertThat(killed.delivered()).as("%s", kills).isEqualTo(whole.delivered());
        }
    }

    private Outcome run(TestBroker broker, Topics topics, List<String> news, List<Kill> kills) throws Exception {
        Path data = Files.createDirectory(folder.resolve(topics.prefix().replace(".", "")));
        // A dead member's work is taken over when its session is over.
        Files.writeString(
                data.resolve("tocsin.yaml"),
                "kafka: {client: {session.timeout.ms: 10000, heartbeat.interval.ms: 2000}}\n");
        try (TocsinProcess ingest = start(broker, topics, data, "ingest")) {
            ingest.awaitReady(WITHIN);
            PushClient client = new PushClient(ingest.address());
            Services services = new Services(broker, topics, data);
            try {
                int pushed = 0;
                for (Kill kill : kills) {
                    services.ready();
                    Topic<?> out = kill.service().equals("process") ? topics.articlesTagged() : topics.signals();
                    long before = TopicReader.end(broker.bootstrapServers(), out);
                    int upTo = Math.max(pushed, kill.afterArticle());
                    client.push(news.subList(pushed, upTo));
                    if (upTo > pushed) {
                        Awaitility.await(kill.toString())
                                .atMost(WITHIN)
                                .until(() -> TopicReader.end(broker.bootstrapServers(), out) > before);
                    }
                    pushed = upTo;
                    services.kill(kill.service());
                }
                client.push(news.subList(pushed, news.size()));
                Awaitility.await("the last alert's delivery")
                        .atMost(WITHIN)
                        .until(() -> isLastDelivered(broker, topics));
                return outcome(broker, topics);
            } finally {
                services.close();
            }
        }
    }

    /** The services that are killed and started again. */
    private static final class Services implements AutoCloseable {
        private final TestBroker broker;
        private final Topics topics;
        private final Path data;
        private TocsinProcess process;
        private TocsinProcess alert;

        Services(TestBroker broker, Topics topics, Path data) throws Exception {
            this.broker = broker;
            this.topics = topics;
            this.data = data;
            process = KillIT.start(broker, topics, data, "process");
            alert = KillIT.start(broker, topics, data, "alert");
        }

        void ready() {
            process.awaitReady(WITHIN);
            alert.awaitReady(WITHIN);
        }

        /** SIGKILL, and a new process in the same folder. */
        void kill(String service) throws Exception {
            if (service.equals("process")) {
                process.close();
                process = KillIT.start(broker, topics, data, service);
            } else {
                alert.close();
                alert = KillIT.start(broker, topics, data, service);
            }
        }

        @Override
        public void close() {
            process.close();
            alert.close();
        }
    }

    private static TocsinProcess start(TestBroker broker, Topics topics, Path data, String service) throws Exception {
        return TocsinProcess.start(
                data,
                Map.of(
                        "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "TOCSIN_KAFKA_REPLICATION_FACTOR",
                        "1",
                        "TOCSIN_TOPICS_PREFIX",
                        topics.prefix(),
                        "TOCSIN_TOPICS_PARTITIONS",
                        "1",
                        "TOCSIN_CLOCK",
                        "event",
                        "TOCSIN_HTTP_PORT",
                        "0"),
                service,
                "--data",
                service);
    }

    private static boolean isLastDelivered(TestBroker broker, Topics topics) {
        List<String> last = TopicReader.values(broker.bootstrapServers(), topics.alerts()).stream()
                .filter(alert -> alert.countries().contains(LAST_COUNTRY))
                .map(Alert::id)
                .toList();
        return TopicReader.values(broker.bootstrapServers(), topics.deliveries()).stream()
                .anyMatch(line -> line.state() == Delivery.State.DELIVERED && last.contains(line.alertId()));
    }

    private static Outcome outcome(TestBroker broker, Topics topics) {
        List<String> alerts = TopicReader.values(broker.bootstrapServers(), topics.alerts()).stream()
                .map(Alert::toString)
                .toList();
        TreeSet<String> delivered = TopicReader.values(broker.bootstrapServers(), topics.deliveries()).stream()
                .filter(line -> line.state() == Delivery.State.DELIVERED)
                .map(Delivery::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Outcome(alerts, delivered);
    }
}
