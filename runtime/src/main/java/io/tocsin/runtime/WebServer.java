package io.tocsin.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one web server of a process; each part of the process brings its own {@link Endpoint}s. Bodies are bounded, idle
 * connections are dropped, errors are one line of text. Endpoints run on a bounded pool and must be safe for use by any
 * thread.
 */
public final class WebServer implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final String host;
    private final int port;
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private @Nullable Server server;
    private @Nullable ServerConnector connector;

    /**
     * Answers requests of one method and path.
     *
     * @param method {@code GET} or {@code POST}; {@code GET} answers {@code HEAD} too
     * @param path exact, such as {@code /metrics}
     * @param maxBody largest request body in bytes; a larger one is answered with 413
     */
    public record Endpoint(String method, String path, int maxBody, Handling handling) {
        public static Endpoint get(String path, Handling handling) {
            return new Endpoint("GET", path, 0, handling);
        }

        public static Endpoint post(String path, int maxBody, Handling handling) {
            return new Endpoint("POST", path, maxBody, handling);
        }
    }

    /** What an endpoint does. */
    @FunctionalInterface
    public interface Handling {
        Answer answer(Ask ask) throws Exception;
    }

    /**
     * A request.
     *
     * @param headers by lower-case name, the first of each
     * @param body empty when there is none
     * @param query what stands behind the question mark, as sent; empty when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Ask(String method, String path, Map<String, String> headers, byte[] body, String query) {
        /** One without a query. */
        public Ask(String method, String path, Map<String, String> headers, byte[] body) {
            this(method, path, headers, body, "");
        }

        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /** A response. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
        public static Answer of(int status, String contentType, String body) {
            return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        public static Answer text(int status, String line) {
            return of(status, "text/plain; charset=utf-8", line + "\n");
        }

        public static Answer json(int status, String json) {
            return of(status, "application/json", json + "\n");
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Answer(status, contentType, body, more);
        }
    }

    /**
     * Makes a server that is not started yet.
     *
     * @param port 0 takes a free one
     */
    public WebServer(String host, int port, List<Endpoint> endpoints) {
        this.host = host;
        this.port = port;
        for (Endpoint endpoint : endpoints) {
            String key = endpoint.method() + " " + endpoint.path();
            if (this.endpoints.put(key, endpoint) != null) {
                throw new IllegalArgumentException("two endpoints for " + key);
            }
        }
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public void start() throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(24, 4);
        threads.setName("web");
        threads.setDaemon(true);
        Server starting = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        ServerConnector listening = new ServerConnector(starting, 1, 1, new HttpConnectionFactory(http));
        listening.setHost(host);
        listening.setPort(port);
        listening.setIdleTimeout(30_000);
        starting.addConnector(listening);
        starting.setHandler(new Dispatch());
        starting.setErrorHandler(new OneLine());
        starting.setStopTimeout(2_000);
        try {
            starting.start();
        } catch (java.io.IOException e) {
            starting.stop();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new InvalidSettings(List.of("cannot listen on " + host + ":" + port + " (" + cause.getMessage()
                    + "): choose another with http.port or TOCSIN_HTTP_PORT"));
        }
        server = starting;
        connector = listening;
    }

    /** The port that it listens on. */
    public int port() {
        ServerConnector listening = connector;
        return listening == null ? port : listening.getLocalPort();
    }

    /** Where people find it. */
    public String address() {
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port();
    }

    @Override
    public CheckResult check() {
        Server running = server;
        return running != null && running.isRunning()
                ? CheckResult.ok("listening on port " + port())
                : CheckResult.unavailable("not started");
    }

    @Override
    public void close() {
        Server running = server;
        if (running != null) {
            try {
                running.stop();
            } catch (Exception e) {
                LOG.warn("the web server did not stop cleanly", e);
            }
        }
    }

    private final class Dispatch extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            Endpoint endpoint = endpoints.get(method + " " + path);
            send(endpoint == null ? missing(path) : answer(endpoint, request, path), request, response, callback);
            return true;
        }

        private Answer missing(String path) {
            List<String> methods = new ArrayList<>();
            for (Endpoint endpoint : endpoints.values()) {
                if (endpoint.path().equals(path)) {
                    methods.add(endpoint.method());
                    if (endpoint.method().equals("GET")) {
                        methods.add("HEAD");
                    }
                }
            }
            return methods.isEmpty()
                    ? Answer.text(404, "nothing here")
                    : Answer.text(405, "only " + String.join(", ", methods)).with("Allow", String.join(", ", methods));
        }

        private Answer answer(Endpoint endpoint, Request request, String path) {
            Map<String, String> headers = new TreeMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.putIfAbsent(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue());
            }
            byte[] body;
            try {
                body = body(request, endpoint.maxBody());
            } catch (Exception e) {
                LOG.debug("{} {}: no whole body", request.getMethod(), path, e);
                return Answer.text(400, "the body did not arrive whole");
            }
            if (body == null) {
                return Answer.text(413, "larger than " + endpoint.maxBody() + " bytes");
            }
            String query = request.getHttpURI().getQuery();
            try {
                return endpoint.handling()
                        .answer(new Ask(request.getMethod(), path, headers, body, query == null ? "" : query));
            } catch (Exception | AssertionError | StackOverflowError | LinkageError e) {
                LOG.error("{} {} failed", request.getMethod(), path, e);
                return Answer.text(500, "failed: see the log");
            }
        }

        private byte @Nullable [] body(Request request, int max) throws Exception {
            if (request.getLength() > max && request.getLength() > 0) {
                return null;
            }
            try (java.io.InputStream in = Content.Source.asInputStream(request)) {
                byte[] read = in.readNBytes(max + 1);
                return read.length > max ? null : read;
            }
        }

        private void send(Answer answer, Request request, Response response, Callback callback) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            if (!HttpStatus.hasNoBody(answer.status())) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            }
            answer.headers().forEach(response.getHeaders()::put);
            boolean head = request.getMethod().equals("HEAD");
            response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
        }
    }

    /** What cannot be dispatched, such as a malformed request. */
    private static final class OneLine extends ErrorHandler {
        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                String message,
                @Nullable Throwable cause,
                Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            String line = HttpStatus.getMessage(code) + "\n";
            response.write(true, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), callback);
        }
    }
}
