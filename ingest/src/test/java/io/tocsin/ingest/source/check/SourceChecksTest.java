package io.tocsin.ingest.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.feed.FeedParser;
import io.tocsin.ingest.fetch.FetchOutcome;
import io.tocsin.ingest.fetch.FetchOutcome.Fetched;
import io.tocsin.ingest.fetch.FetchOutcome.Later;
import io.tocsin.ingest.fetch.FetchOutcome.Refusal;
import io.tocsin.ingest.fetch.FetchOutcome.Refused;
import io.tocsin.ingest.fetch.Validators;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.catalogue.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SourceChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, FetchOutcome> web = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    private void serve(String id, String body) {
        web.put(url(id), new Fetched(url(id), "text/xml", body.getBytes(StandardCharsets.UTF_8), Validators.NONE));
    }

    private static String url(String id) {
        return "https://" + id + ".example/feed";
    }

    private static String rss(String... dates) {
        StringBuilder feed = new StringBuilder("<rss><channel><title>F</title>");
        for (String date : dates) {
            feed.append("<item><title>Port closed</title><pubDate>")
                    .append(date)
                    .append("</pubDate></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private Map<String, String> check(String... ids) throws InterruptedException {
        List<SourceConfig> sources = new ArrayList<>();
        for (String id : ids) {
            sources.add(
                    new SourceConfig(id, url(id), SourceKind.FEED, null, null, null, 1, Duration.ofMinutes(5), null));
        }
        SourceChecks checks = new SourceChecks(
                (address, validators) -> {
                    int times = asked.merge(address, 1, Integer::sum);
                    return address.contains("busy") && times < 3
                            ? new Later(Duration.ofMillis(1))
                            : Objects.requireNonNull(web.get(address));
                },
                new FeedParser(100_000),
                () -> NOW);
        Map<String, String> lines = new TreeMap<>();
        checks.check(sources, checked -> lines.put(checked.source().id(), CheckedLine.of(checked)));
        return lines;
    }

    @Test
    void saysOfEachSourceHowItIs() throws InterruptedException {
        serve("fresh", rss("2026-03-01T10:00:00Z", "2026-02-20T10:00:00Z", "soon"));
        serve("old", rss("2019-03-01T10:00:00Z", "2203-01-01T00:00:00Z"));
        serve("undated", rss("", "soon"));
        serve("empty", rss());
        serve("page", "<html><head><title>Login</title></head></html>");
        serve("moved", "<urlset><url><loc>https://x.example/</loc></url></urlset>");
        serve("busy", rss("2026-03-01T10:00:00Z"));
        web.put(url("closed"), new Refused(Refusal.ROBOTS, "robots.txt of closed.example keeps robots out", null));
        web.put(url("resting"), new Later(Duration.ofHours(1)));
        Map<String, String> lines =
                check("fresh", "old", "undated", "empty", "page", "moved", "busy", "closed", "resting");
        assertThat(lines.get("fresh"))
                .isEqualTo(
                        "{\"id\":\"fresh\",\"url\":\"https://fresh.example/feed\",\"status\":\"fresh\",\"kind\":\"rss\","
                                + "\"entries\":3,\"undated\":1,\"newestAt\":\"2026-03-01T10:00:00.000Z\"}");
        assertThat(lines.get("old")).contains("\"status\":\"old\"", "\"newestAt\":\"2019-03-01T10:00:00.000Z\"");
        assertThat(lines.get("undated")).contains("\"status\":\"undated\"", "\"newestAt\":null");
        assertThat(lines.get("empty")).contains("\"status\":\"empty\"");
        assertThat(lines.get("page")).contains("\"reason\":\"web-page\"");
        assertThat(lines.get("moved")).contains("\"reason\":\"other-kind\"");
        assertThat(lines.get("busy")).contains("\"status\":\"fresh\"");
        assertThat(lines.get("closed")).contains("\"reason\":\"robots\"");
        assertThat(lines.get("resting")).contains("\"reason\":\"resting\"", "3600 s");
        assertThat(asked).containsEntry(url("busy"), 3).containsEntry(url("fresh"), 1);
    }
}
