package io.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.ingest.fetch.FetchOutcome.Failed;
import io.tocsin.ingest.fetch.FetchOutcome.Failure;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.NotModified;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import io.tocsin.runtime.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final int MAX = 10_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private HttpServer server = serverOnFreePort();

    private static HttpServer serverOnFreePort() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private String serve(String path, Answering answering) {
        server.createContext(path, exchange -> {
            asked.clear();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> asked.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            try (exchange) {
                answering.answer(exchange);
            }
        });
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpFetcher fetcher(Duration deadline, String... allowed) {
        return new HttpFetcher(
                new FetchLimits(deadline, MAX, 3, Set.of(allowed)),
                HostResolver.system(),
                Keyring.empty(),
                InstantSource.system(),
                "1.2");
    }

    private final HttpFetcher fetcher = fetcher(Duration.ofSeconds(10), "localhost");

    private FetchOutcome fetch(String url) {
        return fetcher.fetch(url, Validators.NONE);
    }

    @Test
    void fetchesAndAsksForNewerOnly() {
        String url = serve("/feed", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                send(exchange, 304, new byte[0]);
            } else {
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                exchange.getResponseHeaders().set("Last-Modified", "Tue, 04 Nov 2025 08:30:00 GMT");
                exchange.getResponseHeaders().set("Content-Type", "text/xml");
                send(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
            }
        });
        FetchOutcome first = fetch(url);
        assertThat(first).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.body()).asString().isEqualTo("<rss/>");
            assertThat(fetched.contentType()).isEqualTo("text/xml");
            assertThat(fetcher.fetch(url, fetched.validators())).isInstanceOf(NotModified.class);
        });
        assertThat(asked)
                .containsEntry("user-agent", "Tocsin/1.2 (+https://github.com/tocsin-news/tocsin)")
                .containsEntry("accept-encoding", "gzip")
                .containsEntry("if-modified-since", "Tue, 04 Nov 2025 08:30:00 GMT");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void unpacksWithinBounds() {
        String small = serve("/small", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip("hello".getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(fetch(small))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString().isEqualTo("hello"));
        String bomb = serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip(new byte[1_000_000]));
        });
        assertThat(fetch(bomb)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.TOO_LARGE));
        String endless = serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[4096];
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(part);
            }
        });
        assertThat(fetch(endless)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.TOO_LARGE));
        String damaged = serve("/damaged", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, java.util.Arrays.copyOf(gzip(new byte[5000]), 20));
        });
        assertThat(fetch(damaged)).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.reason())
                .isEqualTo(Failure.BAD_ANSWER));
    }

    @Test
    void theDeadlineCoversTheBody() {
        String stalled = serve("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(fetcher(Duration.ofMillis(300), "localhost").fetch(stalled, Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(Failure.TIMEOUT));
    }

    @Test
    void followsRedirectsButNotInside() {
        String target = serve("/target", exchange -> send(exchange, 200, "here".getBytes(StandardCharsets.UTF_8)));
        String moved = serve("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/target?a=1");
            send(exchange, 301, new byte[0]);
        });
        assertThat(fetch(moved))
                .isInstanceOfSatisfying(Fetched.class, f -> assertThat(f.url()).isEqualTo(target + "?a=1"));
        String inside = serve("/inside", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/target");
            send(exchange, 302, new byte[0]);
        });
        assertThat(fetch(inside)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.PRIVATE_ADDRESS));
        String loop = serve("/loop", exchange -> {
            exchange.getResponseHeaders().set("Location", "/loop");
            send(exchange, 302, new byte[0]);
        });
        assertThat(fetch(loop)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.TOO_MANY_REDIRECTS));
        String nowhere = serve("/nowhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            send(exchange, 302, new byte[0]);
        });
        assertThat(fetch(nowhere)).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.reason())
                .isEqualTo(Failure.BAD_ANSWER));
    }

    @ParameterizedTest
    @CsvSource({
        "403,FORBIDDEN",
        "404,NOT_FOUND",
        "410,GONE",
        "429,TOO_MANY_REQUESTS",
        "418,CLIENT_ERROR",
        "503,TOO_MANY_REQUESTS"
    })
    void saysWhyAServerRefuses(int status, Refusal reason) {
        String url = serve("/status", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            send(exchange, status, new byte[0]);
        });
        assertThat(fetch(url)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        });
    }

    @Test
    void saysWhatWentWrong() {
        String broken = serve("/broken", exchange -> send(exchange, 500, new byte[0]));
        assertThat(fetch(broken)).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.reason())
                .isEqualTo(Failure.SERVER_ERROR));
        HttpFetcher nobody = new HttpFetcher(
                FetchLimits.defaults(),
                host -> {
                    throw new UnknownHostException(host);
                },
                Keyring.empty(),
                InstantSource.system(),
                "1");
        assertThat(nobody.fetch("https://nobody.example/", Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(Failure.UNKNOWN_HOST));
        int free = serverOnFreePort().getAddress().getPort();
        assertThat(fetch("http://localhost:" + free + "/")).isInstanceOf(FetchOutcome.class);
        assertThat(fetch("ftp://localhost/")).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.BAD_ADDRESS));
        assertThat(fetch("not an address")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:0a00:0001::1",
                "192.0.2.1",
                "198.18.0.1"
            })
    void addressesInsideAreRefused(String address) throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address));
        assertThat(new AddressGate(Set.of()).of("x.example", addresses)).isEqualTo(AddressGate.Passage.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "100.128.0.1"})
    void publicAddressesAreOpen(String address) throws UnknownHostException {
        assertThat(new AddressGate(Set.of()).of("x.example", List.of(InetAddress.getByName(address))))
                .isEqualTo(AddressGate.Passage.OPEN);
        assertThat(new AddressGate(Set.of()).of("x.example", List.of())).isEqualTo(AddressGate.Passage.PRIVATE);
    }

    @Test
    void credentialsAreForTheirOriginOnly() {
        String target = serve("/target", exchange -> send(exchange, 200, "here".getBytes(StandardCharsets.UTF_8)));
        serve("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", target.replace("localhost", "other.example"));
            send(exchange, 302, new byte[0]);
        });
        HttpFetcher customer = new HttpFetcher(
                new FetchLimits(Duration.ofSeconds(10), MAX, 3, Set.of("localhost", "other.example")),
                host -> List.of(InetAddress.getLoopbackAddress()),
                Keyring.of(Map.of(Keyring.origin(target), Credentials.basic("desk", new Secret("p4ss")))),
                InstantSource.system(),
                "1");
        customer.fetch(target, Validators.NONE);
        assertThat(asked).containsEntry("authorization", "Basic ZGVzazpwNHNz");
        assertThat(customer.fetch(target.replace("/target", "/away"), Validators.NONE))
                .isInstanceOf(Fetched.class);
        assertThat(asked.get("host")).startsWith("other.example");
        assertThat(asked).doesNotContainKey("authorization");
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndAsksForNoOther() {
        serve("/feed", exchange -> send(exchange, 200, "here".getBytes(StandardCharsets.UTF_8)));
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding = host -> {
            asked.incrementAndGet();
            return List.of(InetAddress.getLoopbackAddress());
        };
        HttpFetcher pinned = new HttpFetcher(
                new FetchLimits(Duration.ofSeconds(10), MAX, 3, Set.of("nowhere.invalid")),
                rebinding,
                Keyring.empty(),
                InstantSource.system(),
                "1");
        String url = "http://nowhere.invalid:" + server.getAddress().getPort() + "/feed";
        assertThat(pinned.fetch(url, Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString().isEqualTo("here"));
        assertThat(asked).hasValue(1);
        assertThat(this.asked)
                .containsEntry("host", "nowhere.invalid:" + server.getAddress().getPort());
        HttpFetcher strict =
                new HttpFetcher(FetchLimits.defaults(), rebinding, Keyring.empty(), InstantSource.system(), "1");
        assertThat(strict.fetch(url, Validators.NONE)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(Refusal.PRIVATE_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.0 200\nServer: old\n\nhello"
            })
    void readsAnswersHoweverTheyAreFramed(String wire) throws IOException {
        assertThat(read(wire).body()).asString().isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-x\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello"
            })
    void refusesAnswersThatAreNone(String wire) {
        assertThatThrownBy(() -> read(wire)).isInstanceOf(IOException.class);
    }

    private static HttpAnswer read(String wire) throws IOException {
        return new HttpWire(new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1)), MAX).read();
    }
}
