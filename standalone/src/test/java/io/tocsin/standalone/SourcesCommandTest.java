package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.source.catalogue.SourceConfig;
import io.tocsin.ingest.source.check.Checked;
import io.tocsin.ingest.source.check.Checked.Failing;
import io.tocsin.ingest.source.check.Checked.Freshness;
import io.tocsin.ingest.source.check.Checked.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SourcesCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int tocsin(String input, String... args) {
        Surroundings surroundings = new Surroundings(
                Map.of(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                () -> NOW,
                new SplittableRandom(1),
                new CountDownLatch(1));
        return TocsinCommand.execute(surroundings, args);
    }

    @Test
    void exportsAndImports() {
        assertThat(tocsin("", "sources", "export", "bundled")).isZero();
        String opml = out.toString(StandardCharsets.UTF_8);
        assertThat(opml).contains("xmlUrl=\"https://feeds.bbci.co.uk/news/world/rss.xml\"");
        out.reset();
        assertThat(tocsin(opml, "sources", "import", "-")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("url: \"https://feeds.bbci.co.uk/news/world/rss.xml\", kind: feed, owner: \"bbc\"");
        assertThat(err.size()).isZero();
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThat(tocsin("no list", "sources", "import", "-")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard input: no feed in it");
        assertThat(tocsin("", "sources", "export", "/nowhere.yaml")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/nowhere.yaml: no such file");
    }

    private static SourceConfig source(String id) {
        return new SourceConfig(
                id, "https://" + id + ".example/", null, null, "GB", null, 1, Duration.ofMinutes(5), null);
    }

    @Test
    void aTableSaysHowEachIs() {
        List<SourceConfig> sources = List.of(source("larkhaven"), source("skerry"));
        Checked fresh = new Checked(
                sources.get(0), new Read(Freshness.FRESH, Feed.Kind.RSS, 30, 2, NOW.minus(Duration.ofHours(5))));
        Checked failing = new Checked(sources.get(1), new Failing("robots", "robots.txt\nkeeps robots out"));
        CheckedTable table = new CheckedTable(sources, List.of(failing, fresh), NOW);
        assertThat(table.isAllWell()).isFalse();
        assertThat(new CheckedTable(sources, List.of(fresh), NOW).isAllWell()).isTrue();
        assertThat(table.lines())
                .containsExactly(
                        "state    id        country kind          entries undated    newest",
                        "fresh    larkhaven GB      rss                30       2       5 h",
                        "failing  skerry    GB      -                   -       -         -"
                                + "  robots: robots.txt keeps robots out",
                        "",
                        "2 sources, 1 failing, 1 fresh");
    }
}
