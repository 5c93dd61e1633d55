package io.tocsin.integration.dashboards;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tocsin.events.Change;
import io.tocsin.events.Delivery;
import io.tocsin.events.Quad;
import io.tocsin.events.SourceStatus;
import io.tocsin.integration.dashboards.PromQl.LabelMatcher;
import io.tocsin.integration.dashboards.PromQl.Selector;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether Grafana will take the dashboards, and Prometheus the alert rules, as far as can be said without either.
 * Whether what they ask for exists is asked of a running Tocsin by {@link ScrapedQueries}.
 */
class DashboardsTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final Set<String> PANELS = Set.of("row", "timeseries", "stat", "bargauge", "table");

    /** The labels whose values are known; the others hold names that operators or the news give. */
    private static final Map<String, Set<String>> VOCABULARIES = Map.of(
            "stage",
            Set.of("ingest", "tag", "story", "cell", "signal", "evaluate", "lifecycle", "deliver"),
            "quad",
            written(Quad.values()),
            "change",
            written(Change.values()),
            "state",
            written(Delivery.State.values()),
            "health",
            written(SourceStatus.Health.values()),
            "area",
            Set.of("heap", "nonheap"),
            "job",
            Set.of("tocsin"),
            "role",
            Set.of("ingest", "process", "alert"));

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    static Stream<Query> queries() {
        return DashboardQueries.all().stream();
    }

    private static Set<String> written(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void isOfGrafanasOwnTypes(Dashboard dashboard) throws IOException {
        assertThat(invalid("dashboard", dashboard.json())).isEmpty();
        for (JsonNode panel : dashboard.panels()) {
            String type = panel.path("type").asText();
            assertThat(PANELS).as("schemas for panels in docker/grafana/schema").contains(type);
            if (!type.equals("row")) {
                assertThat(invalid(type + ".options", panel.path("options")))
                        .as(title(panel))
                        .isEmpty();
                assertThat(invalid(
                                type + ".fieldConfig",
                                panel.path("fieldConfig").path("defaults").path("custom")))
                        .as(title(panel))
                        .isEmpty();
            }
        }
    }

    private static List<String> invalid(String type, JsonNode json) throws IOException {
        if (json.isMissingNode()) {
            return List.of();
        }
        JsonSchema schema = SCHEMAS.getSchema(
                Files.readString(DockerFolder.path("grafana/schema").resolve(type + ".schema.json")));
        return schema.validate(json).stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void canBeProvisioned(Dashboard dashboard) {
        JsonNode json = dashboard.json();

        assertThat(json.path("uid").asText()).matches("tocsin-[a-z]+");
        assertThat(json.path("id").isNull()).as("id is null").isTrue();
        assertThat(json.path("editable").booleanValue()).as("editable").isFalse();
        assertThat(json.has("apiVersion") || json.has("spec"))
                .as("of the classic model")
                .isFalse();
        assertThat(json.path("templating").path("list").path(0).path("type").asText())
                .isEqualTo("datasource");
        assertThat(json.path("templating").path("list").path(0).path("name").asText())
                .isEqualTo("datasource");
        assertThat(json.path("timezone").asText()).isEqualTo("utc");
    }

    @Test
    void uidsAreUniqueAndTheDatasourcesUidIsTheProvisionedOne() throws IOException {
        Set<String> uids = new HashSet<>();
        for (Dashboard dashboard : dashboards()) {
            assertThat(uids.add(dashboard.json().path("uid").asText()))
                    .as(dashboard.file())
                    .isTrue();
        }
        String uid = dashboards()
                .get(0)
                .json()
                .path("templating")
                .path("list")
                .path(0)
                .path("current")
                .path("value")
                .asText();
        assertThat(Files.readString(DockerFolder.path("grafana/provisioning/datasources/prometheus.yaml")))
                .contains("uid: " + uid + "\n");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveTheirOwnIdAndPlace(Dashboard dashboard) {
        Set<Integer> ids = new HashSet<>();
        List<Rectangle> taken = new ArrayList<>();
        for (JsonNode panel : dashboard.panels()) {
            assertThat(ids.add(panel.path("id").asInt()))
                    .as("id of %s", title(panel))
                    .isTrue();
            JsonNode grid = panel.path("gridPos");
            Rectangle place = new Rectangle(
                    grid.path("x").asInt(-1),
                    grid.path("y").asInt(-1),
                    grid.path("w").asInt(),
                    grid.path("h").asInt());
            assertThat(new Rectangle(0, 0, 24, 1000).contains(place))
                    .as("%s lies on the grid: %s", title(panel), place)
                    .isTrue();
            assertThat(taken)
                    .as("what %s must not overlap: %s", title(panel), place)
                    .noneMatch(place::intersects);
            taken.add(place);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveUnitAndDatasourceAndTargetsHaveRefIds(Dashboard dashboard) {
        for (JsonNode panel : dashboard.panels()) {
            if (panel.path("type").asText().equals("row")) {
                continue;
            }
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .as("unit of %s", title(panel))
                    .isNotBlank();
            assertThat(panel.path("targets")).as("targets of %s", title(panel)).isNotEmpty();
            assertOfTheDatasource(panel, panel);
            Set<String> refIds = new HashSet<>();
            for (JsonNode target : panel.path("targets")) {
                assertOfTheDatasource(panel, target);
                assertThat(refIds.add(target.path("refId").asText("")))
                        .as("refId in %s", title(panel))
                        .isTrue();
                assertThat(target.path("expr").asText()).isNotBlank();
            }
        }
    }

    private static void assertOfTheDatasource(JsonNode panel, JsonNode node) {
        assertThat(node.path("datasource").path("uid").asText())
                .as("data source of %s", title(panel))
                .isEqualTo("${datasource}");
    }

    private static String title(JsonNode panel) {
        return "panel '" + panel.path("title").asText() + "'";
    }

    @Test
    void queriesAreUnderstoodAndNameKnownValuesOnly() {
        for (Query query : queries().toList()) {
            assertThatCode(() -> PromQl.parse(query.promQl())).as(query.where()).doesNotThrowAnyException();
            for (Selector selector : PromQl.parse(query.promQl()).selectors()) {
                for (LabelMatcher matcher : selector.matchers()) {
                    Set<String> known = VOCABULARIES.get(matcher.label());
                    assertThat(known == null || known.stream().anyMatch(matcher::accepts))
                            .as("%s: %s of %s", query.where(), matcher, known)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void alertRulesTellPeopleWhatToDo() throws IOException {
        String runbooks = Files.readString(DockerFolder.root().resolve("docs/operations.md"));
        for (AlertRule rule : AlertRule.all()) {
            assertThat(rule.name()).startsWith("Tocsin");
            assertThat(rule.labels().get("severity")).as(rule.name()).isIn("critical", "warning");
            assertThat(rule.annotations().keySet()).as(rule.name()).contains("summary", "description", "runbook_url");
            assertThat(rule.annotations().get("runbook_url"))
                    .isEqualTo("docs/operations.md#" + rule.name().toLowerCase(Locale.ROOT));
            assertThat(runbooks).contains("\n### " + rule.name() + "\n");
        }
    }

    @Test
    void whatIsAskedForIsDocumented() throws IOException {
        String documented = Files.readString(DockerFolder.root().resolve("docs/metrics.md"));
        Path root = DockerFolder.root();
        assertThat(queries()
                        .flatMap(query -> PromQl.parse(query.promQl()).selectors().stream())
                        .map(selector -> selector.metric().replaceFirst("_(bucket|sum|count|max)$", ""))
                        .filter(metric -> metric.startsWith("tocsin_") || metric.startsWith("kafka_"))
                        .distinct()
                        .filter(metric -> !documented.contains(metric)))
                .as("metrics that %s does not mention", root.relativize(root.resolve("docs/metrics.md")))
                .isEmpty();
    }
}
