package io.tocsin.standalone;

import static io.tocsin.standalone.why.WhySamples.ALERT;
import static io.tocsin.standalone.why.WhySamples.ARRIVED;
import static io.tocsin.standalone.why.WhySamples.ID;
import static io.tocsin.standalone.why.WhySamples.NUMBERS;
import static io.tocsin.standalone.why.WhySamples.URL;
import static io.tocsin.standalone.why.WhySamples.alert;
import static io.tocsin.standalone.why.WhySamples.blocked;
import static io.tocsin.standalone.why.WhySamples.signal;
import static io.tocsin.standalone.why.WhySamples.story;
import static io.tocsin.standalone.why.WhySamples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.alerts.RulePublisher;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Change;
import io.tocsin.events.Horizon;
import io.tocsin.events.Notice;
import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Rule;
import io.tocsin.events.codec.Json;
import io.tocsin.events.topic.Topic;
import io.tocsin.events.topic.TopicSetup;
import io.tocsin.events.topic.Topics;
import io.tocsin.runtime.KafkaConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a broker, on one in this JVM that holds what an alert left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerCommandsIT {
    private static final String COUNT = "- id: coup\n  when: {count: {stories: %d}}\n";

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, 1);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        broker = new EmbeddedBroker(folder.resolve("broker"), 0);
        broker.start();
        try (Admin admin = Admin.create(kafka().client())) {
            TopicSetup.create(admin, topics, 1);
        }
        send(topics.articlesTagged(), ID, tagged());
        send(topics.stories(), "st", story(true));
        send(topics.signals(), "TH|medtop:16000000", signal(ARRIVED, 1, 0.4));
        send(topics.decisions(), "surge|TH|medtop:16000000", blocked(ARRIVED.plusSeconds(60)));
        send(topics.alerts(), ALERT, alert(1, Change.OPENED, ARRIVED.plus(Duration.ofHours(2)), "other", NUMBERS));
        send(topics.alerts(), ALERT, alert(2, Change.CLOSED, ARRIVED.plus(Duration.ofDays(2)), "other", NUMBERS));
        rules().write(rule("id: surge\nwhen: {surge: }\n"), List.of(), RulePublisher.SOURCE);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private KafkaConnection kafka() {
        return TocsinConfig.embedded(broker.bootstrapServers());
    }

    private RuleTopic rules() {
        return new RuleTopic(kafka(), topics, InstantSource.fixed(ARRIVED));
    }

    private static List<Rule> rule(String yaml) {
        return new RuleFile(TopicTree.bundled())
                .parse("test.yaml", yaml).stream()
                        .map(written -> written.event(ARRIVED))
                        .toList();
    }

    private <V> void send(Topic<V> topic, String key, V value) throws Exception {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                kafka().producer(), new StringSerializer(), topic.serde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    private Answer tocsin(String... arguments) {
        return tocsinAt(broker.bootstrapServers(), arguments);
    }

    private Answer tocsinAt(String servers, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TocsinCommand.execute(
                new Surroundings(
                        Map.of("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", servers),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        InstantSource.fixed(ARRIVED),
                        new Random(1),
                        new CountDownLatch(1)),
                arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void silencesAreAddedListedAndExpired() throws Exception {
        assertThat(tocsin("silence", "list").out()).contains("nothing is silenced");
        Answer added = tocsin(
                "silence",
                "add",
                "country=TH",
                "level!=critical",
                "--for",
                "8h",
                "--by",
                "desk",
                "--comment",
                "covered");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out())
                .matches("s-[0-9a-f]{10}  active  country=TH level!=critical  \\S+ to \\S+  by desk: covered\\R");
        String id = added.out().substring(0, added.out().indexOf(' '));
        assertThat(tocsin("silence", "list").out()).isEqualTo(added.out());

        Answer expired = tocsin("silence", "expire", id);
        assertThat(expired.code()).as(expired.err()).isZero();
        assertThat(expired.out()).contains(id + "  expired");
        assertThat(tocsin("silence", "list").out()).contains("nothing is silenced");
        assertThat(tocsin("silence", "list", "--all", "--jsonl").out())
                .contains("\"id\":\"" + id + "\"", "\"stops\":\"everything\"");

        assertThat(tocsin("silence", "add", "planet=mars", "--for", "8h").err()).contains("planet");
        assertThat(tocsin("silence", "add", "country=TH", "--for", "long").err())
                .contains("--for long");
        assertThat(tocsin("silence", "expire", "s-none").code()).isEqualTo(2);
    }

    @Test
    void rulesAreTriedOnTheArticlesThatTheBrokerKeeps() throws Exception {
        Instant yesterday = ARRIVED.minus(Duration.ofDays(1));
        RawArticle old = PastNews.article(
                "old", "west.example", "Iran: old news", PastNews.BORDER, ARRIVED.minus(Duration.ofDays(40)));
        send(topics.articlesRaw(), old.id(), old);
        for (RawArticle article : PastNews.reports(yesterday)) {
            send(topics.articlesRaw(), article.id(), article);
        }
        RawArticle retraction = PastNews.article(
                "b", "south.example", "Retracted: rockets hit bridge", "This report on Iran was wrong.", yesterday);
        send(
                topics.articlesRaw(),
                "b",
                retraction.revised(
                        new Revision(2, Revision.Kind.RETRACTED, yesterday.plusSeconds(600), List.of()), yesterday));
        Path rules = Files.writeString(folder.resolve("three.yaml"), PastNews.THREE_REPORTS);

        Answer told = tocsin("backtest", "--since", "30d", "--rules", rules.toString());
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("high, opened", "high, withdrawn", "\"Retracted: rockets hit bridge\"")
                .contains("in force")
                .contains("0 alerts of both, 1 new, 0 gone");
        assertThat(told.out()).containsPattern("tag +4 =");
        assertThat(tocsin("backtest", "--since", "30d", "--rules", rules.toString()))
                .isEqualTo(told);

        Answer inForce = tocsin("backtest", "--since", "30d", "--jsonl");
        assertThat(inForce.code()).as(inForce.err()).isZero();
        assertThat(inForce.out()).doesNotContain("\"kind\":\"alert\"", "three-reports");
    }

    @Test
    void anOpenAlertIsAcknowledged() throws Exception {
        String open = "aaaa2c74eb094330cc5fd27d";
        Alert alert = alert("FR", 1, Change.OPENED, ARRIVED, "other", NUMBERS);
        send(topics.alerts(), open, renamed(alert, open));

        Answer acknowledged = tocsin("ack", open, "--by", "desk");
        assertThat(acknowledged.code()).as(acknowledged.err()).isZero();
        assertThat(acknowledged.out())
                .contains(
                        "ack-" + open + "  active  incident=in-" + open + "  (updates only)", "by desk: acknowledged");
        assertThat(tocsin("silence", "expire", "ack-" + open).code()).isZero();

        assertThat(tocsin("ack", ALERT).err()).contains("has ended");
        assertThat(tocsin("ack", "none").err()).contains("no such alert");
    }

    private static Alert renamed(Alert alert, String id) {
        return new Alert(
                        alert.kind(),
                        id,
                        alert.sequence(),
                        alert.change(),
                        alert.at(),
                        alert.rule(),
                        alert.level(),
                        alert.headline(),
                        alert.countries(),
                        alert.topics(),
                        alert.openedAt(),
                        alert.closedAt(),
                        alert.arithmetic(),
                        alert.evidence(),
                        alert.stories(),
                        alert.lexicon(),
                        alert.ruleVersion(),
                        null,
                        null,
                        List.of())
                .in("in-" + id, Notice.PAGE);
    }

    @Test
    void whyTellsAnArticleByItsIdAndByItsAddress() {
        Answer byId = tocsin("why", ID);

        assertThat(byId.code()).as(byId.err()).isZero();
        assertThat(byId.out())
                .contains("\"Artillery exchange near border temple wounds eleven\" of mekong-dispatch.example")
                .contains("It repeats the text of another article of the story st-b7rw4xj2ypn6ua3dkt5q")
                .contains("It counted in 2 cells")
                .contains("\nThailand: conflict, war and peace\n  Rule surge\n    2026-03-02 10:01 UTC, blocked")
                .contains("alert " + ALERT + ": opened 2026-03-02 12:00 UTC (high), closed 2026-03-04 10:00"
                        + " UTC. This article's story is among its stories.");
        assertThat(tocsin("why", URL)).isEqualTo(byId);
    }

    @Test
    void whyOfAnUnknownArticleFails() {
        assertThat(tocsin("why", "nobody"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(1))
                .satisfies(answer -> assertThat(answer.out()).startsWith("Nothing is known of article nobody"));
    }

    @Test
    void whyTellsACellAtATimeAndTheRecordsBehindIt() throws Exception {
        String[] question = {"why", "--country", "th", "--topic", "conflict, war and peace", "--at", "2026-03-02T11:00Z"
        };

        Answer answer = tocsin(question);

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith(
                        "Thailand: conflict, war and peace\n  Rule surge\n    last decision before: 2026-03-02 10:01")
                .contains("on the signal of 2026-03-02 10:00 UTC: nothing crossed its threshold")
                .contains("the alert after: " + ALERT);
        List<String> found = new ArrayList<>();
        for (String line : tocsin(with(question, "--jsonl")).out().lines().toList()) {
            JsonNode record = Json.MAPPER.readTree(line);
            found.add(record.path("topic").asText());
            assertThat(record.path("value").isObject()).isTrue();
        }
        assertThat(found)
                .containsExactly("tocsin.signals.v1", "tocsin.decisions.v1", "tocsin.alerts.v1", "tocsin.alerts.v1");
    }

    private static String[] with(String[] arguments, String more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(more);
        return all.toArray(new String[0]);
    }

    @Test
    void recomputingAnAlertAgreesOrFails() throws Exception {
        send(topics.alerts(), "good", alert("KH", 1, Change.OPENED, ARRIVED, ID, NUMBERS));
        Arithmetic wrong = new Arithmetic(
                "stories",
                Horizon.DAY,
                18,
                NUMBERS.expected(),
                NUMBERS.bound(),
                NUMBERS.pValue(),
                28,
                1,
                1,
                0,
                NUMBERS.basis());
        send(topics.alerts(), "wrong", alert("KH", 1, Change.OPENED, ARRIVED, ID, wrong));

        Answer good = tocsin("why", "--recompute", "good");
        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.out()).startsWith("Change 1, opened 2026-03-02 10:00 UTC: agrees\n");
        Answer differs = tocsin("why", "--recompute", "wrong");
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out()).startsWith("Change 1, opened 2026-03-02 10:00 UTC: differs\n");
        assertThat(tocsin("why", "--recompute", "nobody").code()).isEqualTo(1);
        assertThat(tocsin("why", "--recompute", "good", "--jsonl").out().lines())
                .last()
                .satisfies(line -> assertThat(Json.MAPPER
                                .readTree(line)
                                .at("/recomputation/verdict")
                                .asText())
                        .isEqualTo("AGREES"));
    }

    @Test
    void wrongQuestionsAreToldApart() {
        assertThat(List.of(
                        tocsin("why"),
                        tocsin("why", ID, "--recompute", "x"),
                        tocsin("why", "--country", "TH"),
                        tocsin("why", "--country", "Thailand", "--topic", "16000000"),
                        tocsin("why", "--country", "TH", "--topic", "nonsense"),
                        tocsin("why", "--country", "TH", "--topic", "16000000", "--at", "noon"),
                        tocsin("rules", "apply"),
                        tocsin("rules", "apply", "--remove", "nobody")))
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo(2);
                    assertThat(answer.err()).hasLineCount(1);
                    assertThat(answer.out()).isEmpty();
                });
    }

    @Test
    void appliedRulesAreInForceAndSurviveTheFilesPublisher() throws Exception {
        Path file = Files.writeString(folder.resolve("desk.yaml"), COUNT.formatted(5));

        assertThat(tocsin("rules", "apply", file.toString()).out())
                .contains("new        coup (version ")
                .endsWith("1 new, 0 changed, 0 unchanged, 0 removed\n");
        assertThat(tocsin("rules", "apply", file.toString()).out())
                .endsWith("0 new, 0 changed, 1 unchanged, 0 removed\n");
        Files.writeString(file, COUNT.formatted(6));
        assertThat(tocsin("rules", "apply", file.toString()).out()).contains("changed    coup (version ");
        Files.writeString(file, "- id: coup\n  when: {count: {storeys: 6}}\n");
        Answer refused = tocsin("rules", "apply", file.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("desk.yaml:2:").contains("storeys");

        try (RulePublisher files = new RulePublisher(rules(), rule("id: surge\nwhen: {surge: }\n"))) {
            files.start();
        }
        assertThat(tocsin("rules", "list").out())
                .contains("coup: rings for every country on every topic when the stories of 24h reach 6")
                .contains("from 'tocsin rules apply' at 2026-03-02 10:00 UTC")
                .contains("surge: rings for")
                .contains("from the alert service's files")
                .endsWith("2 rules in force\n");
        assertThat(tocsin("rules", "list", "--jsonl").out().lines())
                .hasSize(2)
                .first()
                .satisfies(line -> assertThat(
                                Json.MAPPER.readTree(line).path("source").asText())
                        .isEqualTo(RuleTopic.APPLIED));

        assertThat(tocsin("rules", "apply", "--remove", "coup").out())
                .isEqualTo("removed    coup\n0 new, 0 changed, 0 unchanged, 1 removed\n");
        assertThat(rules().read()).containsOnlyKeys("surge");
    }

    @Test
    void anInstallationThatIsNotThereIsNamed() throws Exception {
        Path settings = Files.writeString(folder.resolve("other.yaml"), "topics: {prefix: other.}\n");

        Answer answer = tocsin("rules", "list", "--config", settings.toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("no topics other.* on " + broker.bootstrapServers());
    }

    @Test
    void tailPrintsATopicToItsEnd() {
        Answer answer = tocsin("tail", "signals", "--from-start", "--until-end");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).hasLineCount(1).startsWith("{\"country\":\"TH\"");
    }

    @Test
    void aBrokerThatIsAwayIsTheThirdExitCode() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Answer answer = tocsinAt("127.0.0.1:" + free, "rules", "list");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("no broker at 127.0.0.1:" + free);
    }
}
