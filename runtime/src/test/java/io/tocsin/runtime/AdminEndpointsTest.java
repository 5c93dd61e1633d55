package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Ask;
import io.tocsin.runtime.WebServer.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class AdminEndpointsTest {
    private final PrometheusMeterRegistry metrics = Metrics.registry();
    private final Map<String, CheckResult> health = new LinkedHashMap<>();

    @AfterEach
    void close() {
        metrics.close();
    }

    private Answer get(String path) throws Exception {
        for (Endpoint endpoint : AdminEndpoints.of(metrics, () -> health)) {
            if (endpoint.path().equals(path)) {
                return endpoint.handling().answer(new Ask("GET", path, Map.of(), new byte[0]));
            }
        }
        throw new AssertionError("no endpoint " + path);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** JSON is YAML, but for what does not occur here. */
    private static Map<String, Object> json(Answer answer) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(body(answer));
    }

    @ParameterizedTest
    @CsvSource({"OK, 200, 200", "UNAVAILABLE, 200, 503", "FAILED, 503, 503"})
    void theWorstComponentDecides(CheckResult.Status worst, int live, int ready) throws Exception {
        health.put("web", CheckResult.ok("listening"));
        health.put("process", new CheckResult(worst, "so it is"));
        health.put("alert", CheckResult.ok("running"));

        assertThat(get("/health/live").status()).isEqualTo(live);
        assertThat(get("/health/ready").status()).isEqualTo(ready);
    }

    @Test
    void saysHowEachComponentIs() throws Exception {
        health.put("web", CheckResult.ok("listening on port 8080"));
        health.put("process", CheckResult.unavailable("REBALANCING"));

        Answer answer = get("/health/ready");

        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(json(answer))
                .containsEntry("status", "unavailable")
                .containsEntry(
                        "components",
                        List.of(
                                Map.of("component", "web", "status", "ok", "detail", "listening on port 8080"),
                                Map.of("component", "process", "status", "unavailable", "detail", "REBALANCING")));
        assertThat(json(get("/health/live"))).containsEntry("status", "ok");
    }

    @Test
    void detailsAreQuoted() throws Exception {
        health.put("a\"b", CheckResult.failed("C:\\path\n\"quoted\"\t\u0001é"));

        assertThat(json(get("/health/live")))
                .containsEntry(
                        "components",
                        List.of(Map.of("component", "a\"b", "status", "failed", "detail", "C:\\path \"quoted\"  é")));
    }

    @Test
    void aProcessWithoutComponentsIsWell() throws Exception {
        assertThat(get("/health/ready").status()).isEqualTo(200);
        assertThat(json(get("/health/ready"))).containsEntry("components", List.of());
    }

    @Test
    void metricsAreInPrometheusTextFormat() throws Exception {
        new StageCounts(metrics, "tag").in();

        Answer answer = get("/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(body(answer))
                .contains("# TYPE tocsin_stage_in_total counter", "tocsin_stage_in_total{stage=\"tag\"} 1.0");
    }
}
