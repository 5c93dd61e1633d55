package io.tocsin.integration.dashboards;

import java.util.List;
import java.util.stream.Stream;

/** Every query of dashboards and alert rules, with Grafana's variables replaced by what matches everything. */
public final class DashboardQueries {
    private DashboardQueries() {}

    public static List<Query> all() {
        return Stream.concat(ofDashboards().stream(), ofAlertRules().stream()).toList();
    }

    public static List<Query> ofDashboards() {
        return Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.queries().stream())
                .toList();
    }

    /** These find nothing as long as all is well. */
    public static List<Query> ofAlertRules() {
        return AlertRule.all().stream().map(AlertRule::query).toList();
    }
}
