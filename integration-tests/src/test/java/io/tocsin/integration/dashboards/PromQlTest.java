package io.tocsin.integration.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.integration.dashboards.PromQl.Asked;
import io.tocsin.integration.dashboards.PromQl.Grouping;
import io.tocsin.integration.dashboards.PromQl.LabelMatcher;
import io.tocsin.integration.dashboards.PromQl.Selector;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void metricsMatchersAndLabelsAreFound() {
        Asked asked = PromQl.parse(
                "topk(3, sum by (a, b) (rate(x_total{a=~\"u|v\", c!=\"w, }\"}[5m]))) * 60 > bool 1e-3 or y");

        Selector x = new Selector(
                "x_total", List.of(new LabelMatcher("a", "=~", "u|v"), new LabelMatcher("c", "!=", "w, }")));
        assertThat(asked.selectors()).containsExactly(x, new Selector("y", List.of()));
        assertThat(asked.groupings())
                .contains(new Grouping(Set.of("a", "b"), List.of(x)), new Grouping(Set.of(), List.of(x)));
    }

    @Test
    void anAggregationMayNameItsLabelsLast() {
        assertThat(PromQl.parse("sum(x) by (a) / on (a) group_left (b) y offset 1d")
                        .groupings())
                .containsExactly(new Grouping(Set.of("a"), List.of(new Selector("x", List.of()))));
    }

    @Test
    void subqueriesAndDroppedLabelsAreNoMetrics() {
        assertThat(PromQl.parse("max_over_time((max without (a) (x))[30m:1m] offset 5m) - -Inf")
                        .selectors())
                .containsExactly(new Selector("x", List.of()));
    }

    @Test
    void matchersAcceptWhatPrometheusAccepts() {
        assertThat(new LabelMatcher("a", "=~", "u|v").accepts("uv")).isFalse();
        assertThat(new LabelMatcher("a", "=~", "u.*").accepts("uv")).isTrue();
        assertThat(new LabelMatcher("a", "!~", "u.*").accepts("uv")).isFalse();
        assertThat(new LabelMatcher("a", "!=", "u").accepts("uv")).isTrue();
    }

    @Test
    void variablesOfGrafanaAreReplaced() {
        assertThat(PromQl.withoutVariables("rate(x{a=~\"$a\", b=~\"${b:regex}\"}[$__rate_interval]) + ${__range_s}"))
                .isEqualTo("rate(x{a=~\".*\", b=~\".*\"}[5m]) + 300000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(x", "x{a=}", "x{a=\"b\"", "sum by (1) (x)", "{a=\"b\"}", "x # comment", "x[5m"})
    void whatIsNotUnderstoodIsRefused(String query) {
        assertThatThrownBy(() -> PromQl.parse(query)).isInstanceOf(IllegalArgumentException.class);
    }
}
