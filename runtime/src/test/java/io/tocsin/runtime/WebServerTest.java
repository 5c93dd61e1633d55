package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Endpoint;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final WebServer SERVER = new WebServer(
            "127.0.0.1",
            0,
            List.of(
                    Endpoint.get("/hello", ask -> Answer.text(200, "hello")),
                    Endpoint.get(
                            "/agent",
                            ask -> Answer.text(
                                    200,
                                    ask.method() + " " + ask.path() + " " + ask.header("x-name") + " "
                                            + ask.header("x-none"))),
                    Endpoint.get("/json", ask -> Answer.json(203, "{}").with("X-More", "yes")),
                    Endpoint.get("/nothing", ask -> Answer.of(204, "text/plain", "")),
                    Endpoint.get("/throws", ask -> {
                        throw new IllegalStateException("secret detail");
                    }),
                    Endpoint.get("/breaks", ask -> {
                        throw new AssertionError("broken");
                    }),
                    Endpoint.post("/echo", 1000, ask -> Answer.text(200, "got " + ask.body().length)),
                    Endpoint.get("/both", ask -> Answer.text(200, "got")),
                    Endpoint.post("/both", 10, ask -> Answer.text(201, "posted"))));

    @BeforeAll
    static void start() throws Exception {
        assertThat(SERVER.check().status()).isEqualTo(CheckResult.Status.UNAVAILABLE);
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        SERVER.close();
        assertThat(SERVER.check().status()).isEqualTo(CheckResult.Status.UNAVAILABLE);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(SERVER.address() + path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    /** What the server answers to these very bytes. */
    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void answersWhatTheEndpointSays() throws Exception {
        HttpResponse<String> hello = send(to("/hello"));
        assertThat(hello.statusCode()).isEqualTo(200);
        assertThat(hello.body()).isEqualTo("hello\n");
        assertThat(header(hello, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(hello, "Server")).isEqualTo("none");

        assertThat(send(to("/agent?q=1").header("X-Name", "a").header("X-Name", "b"))
                        .body())
                .isEqualTo("GET /agent a null\n");

        HttpResponse<String> json = send(to("/json"));
        assertThat(json.statusCode()).isEqualTo(203);
        assertThat(header(json, "Content-Type")).startsWith("application/json");
        assertThat(header(json, "X-More")).isEqualTo("yes");

        assertThat(send(to("/nothing")).statusCode()).isEqualTo(204);
        assertThat(SERVER.check()).isEqualTo(CheckResult.ok("listening on port " + SERVER.port()));
        assertThat(SERVER.address()).isEqualTo("http://127.0.0.1:" + SERVER.port());
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        HttpResponse<String> head = send(to("/hello").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("6");
        assertThat(send(to("/echo").method("HEAD", BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/none", "/hello/", "/Hello", "/hello/more"})
    void whatIsNotThereIs404(String path) throws Exception {
        HttpResponse<String> response = send(to(path));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("nothing here\n");
    }

    @Test
    void anotherMethodIs405AndSaysWhichAreAllowed() throws Exception {
        HttpResponse<String> hello = send(to("/hello").DELETE());
        assertThat(hello.statusCode()).isEqualTo(405);
        assertThat(header(hello, "Allow")).isEqualTo("GET, HEAD");

        assertThat(header(send(to("/echo")), "Allow")).isEqualTo("POST");
        assertThat(header(send(to("/both").PUT(BodyPublishers.noBody())), "Allow"))
                .isEqualTo("GET, HEAD, POST");
        assertThat(send(to("/both").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyUpToTheLimitIsTaken() throws Exception {
        assertThat(send(to("/echo").POST(BodyPublishers.ofByteArray(new byte[1000])))
                        .body())
                .isEqualTo("got 1000\n");
        assertThat(send(to("/echo").POST(BodyPublishers.noBody())).body()).isEqualTo("got 0\n");
        assertThat(send(to("/echo").POST(chunked(1000))).body()).isEqualTo("got 1000\n");
    }

    /** Without a Content-Length. */
    private static HttpRequest.BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }

    @Test
    void aLargerBodyIs413WithAndWithoutItsLength() throws Exception {
        HttpResponse<String> announced = send(to("/echo").POST(BodyPublishers.ofByteArray(new byte[1001])));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).isEqualTo("larger than 1000 bytes\n");

        assertThat(send(to("/echo").POST(chunked(1001))).statusCode()).isEqualTo(413);
        assertThat(send(to("/echo").POST(chunked(30_000))).statusCode()).isEqualTo(413);
        assertThat(raw("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(send(to("/hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void anEndpointThatThrowsIs500WithoutDetailsAndTheServerLives() throws Exception {
        for (String path : List.of("/throws", "/breaks")) {
            HttpResponse<String> response = send(to(path));
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("failed: see the log\n");
        }
        assertThat(send(to("/hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void aMalformedRequestIs400InOneLine() throws Exception {
        assertThat(raw("GET /%2e%2e/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("<html");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ").doesNotContain("<html");
        assertThat(raw("GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("<html");
        assertThat(
                        raw(
                                "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("<html");
        assertThat(raw("GET /hello HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .doesNotContain("<html");
        assertThat(send(to("/hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsSaidWithARemedy() {
        WebServer second = new WebServer("127.0.0.1", SERVER.port(), List.of());

        assertThatThrownBy(second::start)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1:" + SERVER.port() + " (")
                .hasMessageContaining("in use")
                .hasMessageEndingWith("choose another with http.port or TOCSIN_HTTP_PORT");
        second.close();
    }

    @Test
    void anAddressThatIsNotHereIsSaidWithARemedy() {
        WebServer elsewhere = new WebServer("192.0.2.1", 0, List.of());

        assertThatThrownBy(elsewhere::start)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("cannot listen on 192.0.2.1:0 (");
        elsewhere.close();
    }

    @Test
    void twoEndpointsForOnePathAreAMistake() {
        List<Endpoint> twice = List.of(
                Endpoint.get("/a", ask -> Answer.text(200, "1")), Endpoint.get("/a", ask -> Answer.text(200, "2")));

        assertThatThrownBy(() -> new WebServer("127.0.0.1", 0, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two endpoints for GET /a");
    }
}
