package io.tocsin.integration.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.integration.dashboards.PromQl.Asked;
import io.tocsin.integration.dashboards.PromQl.Grouping;
import io.tocsin.integration.dashboards.PromQl.LabelMatcher;
import io.tocsin.integration.dashboards.PromQl.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whether the metrics and labels that dashboards and alert rules ask for are those of a running Tocsin. A subclass
 * says where the running Tocsin is.
 */
public abstract class ScrapedQueries {
    /** Micrometer looks for new meters of Kafka's once a minute: those of tasks come that late. */
    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** What Prometheus adds by itself. */
    private static final Map<String, Set<String>> OF_PROMETHEUS =
            Map.of("up", Set.of(), "scrape_duration_seconds", Set.of());

    /** The labels that Prometheus gives to every target, by {@code docker/prometheus/prometheus.yml}. */
    private static final Set<String> OF_TARGETS = Set.of("job", "instance", "role");

    /**
     * The body of {@code /metrics} of a Tocsin that runs all roles ({@code run} or {@code demo}), or those of several
     * processes one after the other; called again until nothing is missing. It must have read articles with countries,
     * topics and escalation, dropped something in some stage, raised an alert and delivered it to a channel.
     */
    protected abstract String scrape() throws Exception;

    @Test
    void whatDashboardsAskForIsThere() {
        assertNothingIsMissing(DashboardQueries.ofDashboards());
    }

    @Test
    void whatAlertRulesAskForIsThere() {
        assertNothingIsMissing(DashboardQueries.ofAlertRules());
    }

    @Test
    void whatTocsinExportsIsDocumented() throws Exception {
        assertThat(undocumented(Scrape.of(scrape()))).isEmpty();
    }

    private void assertNothingIsMissing(List<Query> queries) {
        await().atMost(AT_MOST).pollInterval(PAUSE).pollDelay(Duration.ZERO).untilAsserted(() -> assertThat(
                        missing(queries, Scrape.of(scrape())))
                .isEmpty());
    }

    private static List<String> missing(List<Query> queries, Scrape scrape) {
        List<String> missing = new ArrayList<>();
        for (Query query : queries) {
            Asked asked = PromQl.parse(query.promQl());
            for (Selector selector : asked.selectors()) {
                if (labels(selector, scrape) == null) {
                    missing.add(query.where() + ": no metric " + selector.metric());
                    continue;
                }
                for (LabelMatcher matcher : selector.matchers()) {
                    check(query, selector, matcher.label(), scrape, missing);
                }
            }
            for (Grouping grouping : asked.groupings()) {
                for (Selector selector : grouping.of()) {
                    grouping.labels().forEach(label -> check(query, selector, label, scrape, missing));
                }
            }
        }
        return missing;
    }

    private static void check(Query query, Selector selector, String label, Scrape scrape, List<String> missing) {
        Set<String> labels = labels(selector, scrape);
        if (labels != null && !labels.contains(label) && !OF_TARGETS.contains(label)) {
            missing.add(query.where() + ": no label " + label + " of " + selector.metric());
        }
    }

    private static @Nullable Set<String> labels(Selector selector, Scrape scrape) {
        return scrape.labels().getOrDefault(selector.metric(), OF_PROMETHEUS.get(selector.metric()));
    }

    private static Set<String> undocumented(Scrape scrape) throws IOException {
        String text = Files.readString(DockerFolder.root().resolve("docs/metrics.md"));
        Set<String> undocumented = new TreeSet<>();
        for (String metric : scrape.labels().keySet()) {
            if ((metric.startsWith("tocsin_") || metric.startsWith("kafka_"))
                    && !text.contains(metric.replaceFirst("_(bucket|sum|count|max)$", ""))) {
                undocumented.add(metric);
            }
        }
        return undocumented;
    }
}
