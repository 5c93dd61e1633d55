package io.tocsin.runtime;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.runtime.CheckResult.Status;
import io.tocsin.runtime.WebServer.Answer;
import io.tocsin.runtime.WebServer.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every process shows its operator: {@code /metrics} in Prometheus' text format, {@code /health/live} (503 once a
 * component has failed for good) and {@code /health/ready} (503 while one cannot do its work).
 */
public final class AdminEndpoints {
    private AdminEndpoints() {}

    public static List<Endpoint> of(PrometheusMeterRegistry metrics, Supplier<Map<String, CheckResult>> health) {
        return List.of(
                Endpoint.get(
                        "/metrics",
                        ask -> Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape())),
                Endpoint.get("/health/live", ask -> health(health.get(), Status.FAILED)),
                Endpoint.get("/health/ready", ask -> health(health.get(), Status.UNAVAILABLE)));
    }

    /** 503 when any component is as bad as {@code limit} or worse. */
    private static Answer health(Map<String, CheckResult> results, Status limit) {
        boolean healthy = true;
        StringBuilder json = new StringBuilder();
        for (Map.Entry<String, CheckResult> entry : results.entrySet()) {
            CheckResult result = entry.getValue();
            healthy &= result.status().compareTo(limit) < 0;
            json.append(json.isEmpty() ? "" : ",")
                    .append("\n  {\"component\":")
                    .append(quote(entry.getKey()))
                    .append(",\"status\":")
                    .append(quote(result.status().toString()))
                    .append(",\"detail\":")
                    .append(quote(result.detail()))
                    .append('}');
        }
        return Answer.json(
                healthy ? 200 : 503,
                "{\"status\":" + quote(healthy ? "ok" : "unavailable") + ",\"components\":[" + json + "\n]}");
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
