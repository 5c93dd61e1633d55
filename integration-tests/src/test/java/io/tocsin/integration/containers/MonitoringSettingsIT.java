package io.tocsin.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.integration.dashboards.DockerFolder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Prometheus' and Alertmanager's own tools on what {@code docker/} gives them. */
@Tag("containers")
class MonitoringSettingsIT {
    static final String PROMETHEUS = "prom/prometheus:v3.5.3";
    static final String ALERTMANAGER = "prom/alertmanager:v0.33.1";

    @Test
    void prometheusTakesItsSettingsAndTheAlertRulesRingWhenTheyShould() throws Exception {
        try (GenericContainer<?> prometheus = new GenericContainer<>(PROMETHEUS)) {
            prometheus
                    .withFileSystemBind(
                            DockerFolder.path("prometheus").toString(), "/etc/prometheus", BindMode.READ_ONLY)
                    .withExposedPorts(9090)
                    .waitingFor(Wait.forHttp("/-/ready"))
                    .start();
            assertSucceeds(prometheus, "promtool", "check", "config", "/etc/prometheus/prometheus.yml");
            assertSucceeds(prometheus, "promtool", "test", "rules", "/etc/prometheus/tocsin-alerts.test.yml");
        }
    }

    @Test
    void alertmanagerTakesItsSettings() throws Exception {
        try (GenericContainer<?> alertmanager = new GenericContainer<>(ALERTMANAGER)) {
            alertmanager
                    .withFileSystemBind(
                            DockerFolder.path("alertmanager").toString(), "/etc/alertmanager", BindMode.READ_ONLY)
                    .withExposedPorts(9093)
                    .waitingFor(Wait.forHttp("/-/ready"))
                    .start();
            assertSucceeds(alertmanager, "amtool", "check-config", "/etc/alertmanager/alertmanager.yml");
        }
    }

    private static void assertSucceeds(GenericContainer<?> container, String... command) throws Exception {
        ExecResult result = container.execInContainer(command);
        assertThat(result.getExitCode())
                .as("%s: %s%s", List.of(command), result.getStdout(), result.getStderr())
                .isZero();
    }
}
