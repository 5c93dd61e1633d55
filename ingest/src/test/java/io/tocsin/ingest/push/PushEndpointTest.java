package io.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision.Kind;
import io.tocsin.ingest.article.ArticleJson;
import io.tocsin.ingest.article.Owners;
import io.tocsin.ingest.language.LanguageDetector;
import io.tocsin.ingest.parse.ArticleParser;
import io.tocsin.ingest.parse.ParseLimits;
import io.tocsin.ingest.parse.wire.WireSamples;
import io.tocsin.ingest.publish.Broker;
import io.tocsin.ingest.publish.PublishLimits;
import io.tocsin.runtime.Secret;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushEndpointTest {
    private static final LanguageDetector LANGUAGES = LanguageDetector.bundled();
    private final Broker broker = Broker.open();

    @AfterEach
    void close() {
        broker.close();
    }

    private static Endpoint endpoint(Broker on, @Nullable Secret token, Duration patience) {
        Owners owners = Owners.bundled();
        return new PushEndpoint(
                        new PushConfig(
                                token == null ? List.of() : List.of(PushToken.of("desk", token)), 1_000_000, patience),
                        new ArticleJson(owners, LANGUAGES),
                        new ArticleParser(ParseLimits.defaults(), LANGUAGES),
                        owners,
                        on.publisher,
                        on.clock)
                .endpoint();
    }

    private static Answer post(Endpoint endpoint, String type, String body, Map<String, String> more) throws Exception {
        Map<String, String> headers = new java.util.TreeMap<>(more);
        headers.put("content-type", type);
        return endpoint.handling().answer(new Ask("POST", "/articles", headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer post(String type, String body) throws Exception {
        return post(endpoint(broker, null, Duration.ofSeconds(10)), type, body, Map.of());
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void takesAnArticleAndAnswersItsId() throws Exception {
        Answer answer =
                post("application/json", "{\"id\":\"a1\",\"title\":\"T\",\"text\":\"x\",\"source\":\"bbc.com\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(body(answer)).isEqualTo("{\"id\":\"a1\"}");
        RawArticle article = broker.articles().get(0);
        assertThat(article.source().owner()).isEqualTo("bbc");
        assertThat(article.firstSeenAt()).isEqualTo(broker.clock.instant());
    }

    @Test
    void takesSeveralOrNone() throws Exception {
        Answer answer = post(
                "application/json; charset=utf-8", "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"}]");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(body(answer))
                .isEqualTo("{\"items\":[{\"id\":\"a\",\"outcome\":\"acknowledged\"},"
                        + "{\"id\":\"b\",\"outcome\":\"acknowledged\"}],\"acknowledged\":2}");
        assertThat(broker.articles()).hasSize(2);
    }

    @Test
    void aWrongArticleDoesNotStopTheOthersOfItsBatch() throws Exception {
        Answer some = post("application/json", "[{\"id\":\"c\",\"title\":\"C\"},{\"id\":\"d\",\"title\":{}}]");
        assertThat(some.status()).isEqualTo(207);
        assertThat(body(some))
                .contains("{\"id\":\"c\",\"outcome\":\"acknowledged\"}")
                .contains("{\"outcome\":\"refused\",\"error\":\"'title' is not a text")
                .contains("\"field\":\"title\"")
                .contains("\"acknowledged\":1");
        Answer none = post("application/json", "[{\"id\":\"d\",\"title\":{}}]");
        assertThat(none.status()).isEqualTo(400);
        assertThat(broker.articles()).extracting(RawArticle::id).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/jsonl; charset=utf-8"})
    void takesLines(String type) throws Exception {
        Answer answer = post(type, "{\"id\":\"a\",\"title\":\"A\"}\n\n{\"id\":\r\n{\"id\":\"b\",\"text\":\"B\"}");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(body(answer)).contains("not JSON").contains("\"acknowledged\":2");
        assertThat(broker.articles()).extracting(RawArticle::id).containsExactly("a", "b");
        String many = "{\"title\":\"A\"}\n".repeat(1001);
        assertThat(post(type, many).status()).isEqualTo(400);
    }

    @Test
    void aBatchThatDoesNotFitSaysWhichOfItsArticlesToSendAgain() throws Exception {
        try (Broker narrow = new Broker(false, new PublishLimits(2, 1_000_000, Duration.ofMinutes(1)))) {
            Endpoint endpoint = endpoint(narrow, null, Duration.ofMillis(50));
            String three =
                    "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},{\"id\":\"c\",\"title\":\"C\"}]";
            Answer answer = post(endpoint, "application/json", three, Map.of());
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers()).containsEntry("Retry-After", "5");
            assertThat(body(answer))
                    .contains("{\"id\":\"b\",\"outcome\":\"unacknowledged\"")
                    .contains("{\"id\":\"c\",\"outcome\":\"busy\",\"error\":\"2 records wait for the broker\"}")
                    .contains("\"acknowledged\":0");
        }
    }

    @Test
    void aTokenIsKeptAsItsHash() {
        Secret token = PushToken.fresh(new SplittableRandom(4));
        Secret other = PushToken.fresh(new SplittableRandom(5));
        PushToken kept = PushToken.of("desk", token);
        assertThat(kept.toString()).doesNotContain(token.reveal());
        assertThat(token.reveal()).startsWith("tocsin_").hasSizeGreaterThan(40).isNotEqualTo(other.reveal());
        List<PushToken> two = List.of(PushToken.of("wire", other), kept);
        assertThat(PushToken.isAmong(two, token.reveal())).isTrue();
        assertThat(PushToken.isAmong(two, other.reveal())).isTrue();
        assertThat(PushToken.isAmong(two, kept.sha256())).isFalse();
        assertThat(PushToken.isAmong(List.of(), "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":            | not JSON                | line 1, column
            {}                   | neither title nor text  | field 'text'
            {"title":"  "}       | neither title nor text  |
            []                   | 1 to 1000 articles      |
            {"title":"x","publishedAt":"soon"} | is no time | field 'publishedAt'
            """)
    void saysWhatIsWrongWhere(String json, String reason, @Nullable String position) throws Exception {
        Answer answer = post("application/json", json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer)).contains("\"error\":\"").contains(reason).contains(position == null ? "" : position);
    }

    @Test
    void takesDocumentsOfAnyKind() throws Exception {
        String page =
                "<html><head><title>Port closed until Friday</title><link rel=canonical href=https://www.bbc.com/news/7></head>"
                        + "<body><p>The port is closed until Friday, said the harbour master, and no ship may leave.</p></body></html>";
        Answer answer = post("text/html", page);
        assertThat(answer.status()).isEqualTo(202);
        RawArticle article = broker.articles().get(0);
        assertThat(body(answer)).isEqualTo("{\"id\":\"" + article.id() + "\"}");
        assertThat(article.url()).isEqualTo("https://www.bbc.com/news/7");
        assertThat(article.source().owner()).isEqualTo("bbc");
        assertThat(post("text/plain", "The port is closed until Friday.").status())
                .isEqualTo(202);
        assertThat(post("text/plain", "").status()).isEqualTo(400);
        assertThat(post("application/pdf", "%PDF-1.7 broken").status()).isEqualTo(400);
        assertThat(post("image/png", "\u0089PNG\r\n\u001a\n").status()).isIn(400, 415);
        assertThat(post("application/zip", "PK\u0003\u0004\0\0\0\0").status()).isEqualTo(415);
    }

    @Test
    void aCancellationTakesBackWhatWasPushed() throws Exception {
        String cancellation = WireSamples.NITF.replace("\"usable\"", "\"canceled\"");
        Answer unfounded = post("application/xml", cancellation);
        assertThat(unfounded.status()).isEqualTo(404);
        assertThat(body(unfounded)).contains("not-for-use: cancels a report that was never published");
        String id = body(post("application/xml", WireSamples.NITF));
        assertThat(body(post("application/xml", cancellation))).isEqualTo(id);
        assertThat(broker.articles())
                .hasSize(2)
                .last()
                .extracting("revision.kind")
                .isEqualTo(Kind.RETRACTED);
    }

    @Test
    void asksForTheTokenWhenThereIsOne() throws Exception {
        Endpoint guarded = endpoint(broker, new Secret("s3cret"), Duration.ofSeconds(10));
        String json = "{\"title\":\"T\"}";
        assertThat(post(guarded, "application/json", json, Map.of()).status()).isEqualTo(401);
        assertThat(post(guarded, "application/json", json, Map.of("authorization", "Bearer wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(post(guarded, "application/json", json, Map.of("authorization", "Bearer s3cret"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void turnsClientsAwayWhileTheBrokerIs() throws Exception {
        try (Broker away = new Broker(false, new PublishLimits(1, 1_000_000, Duration.ofMinutes(1)))) {
            Owners owners = Owners.bundled();
            Endpoint hasty = new PushEndpoint(
                            new PushConfig(List.of(), 1000, Duration.ofMillis(50)),
                            new ArticleJson(owners, null),
                            new ArticleParser(ParseLimits.defaults(), LANGUAGES),
                            owners,
                            away.publisher,
                            InstantSource.system())
                    .endpoint();
            Answer first = post(hasty, "application/json", "{\"title\":\"T\"}", Map.of());
            assertThat(first.status()).isEqualTo(503);
            assertThat(first.headers()).containsKey("Retry-After");
            Answer second = post(hasty, "application/json", "{\"title\":\"U\"}", Map.of());
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.headers()).containsEntry("Retry-After", "5");
        }
    }
}
