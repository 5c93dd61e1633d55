package io.tocsin.ingest.source;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.ingest.fetch.FetchLimits;
import io.tocsin.ingest.fetch.HostResolver;
import io.tocsin.ingest.fetch.HttpFetcher;
import io.tocsin.ingest.fetch.Keyring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves feeds that a test sets. */
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    final Map<String, String> feeds = new ConcurrentHashMap<>();
    final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger notModified = new AtomicInteger();

    FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            try (exchange) {
                if (path.equals("/hanging")) {
                    end.await();
                    return;
                }
                byte[] body = feeds.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
                String tag = "\"" + feeds.getOrDefault(path, "").hashCode() + "\"";
                int status = statuses.getOrDefault(path, 200);
                if (status == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    notModified.incrementAndGet();
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                exchange.getResponseHeaders().set("ETag", tag);
                exchange.getResponseHeaders().set("Retry-After", "7200");
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    static HttpFetcher fetcher() {
        FetchLimits limits = new FetchLimits(Duration.ofSeconds(10), 1_000_000, 3, Set.of("localhost"));
        return new HttpFetcher(limits, HostResolver.system(), Keyring.empty(), InstantSource.system(), "test");
    }

    static String rss(String... titles) {
        StringBuilder feed = new StringBuilder("<rss><channel><title>F</title><language>en</language>");
        for (String title : titles) {
            feed.append("<item><title>")
                    .append(title)
                    .append("</title><link>https://x.example/")
                    .append(title.hashCode())
                    .append(
                            "</link><description>The port is closed until Friday, said the harbour master.</description>")
                    .append("<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
