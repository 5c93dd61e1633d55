package io.tocsin.integration.dashboards;

import io.tocsin.runtime.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An alerting rule of Prometheus. */
record AlertRule(String name, String promQl, Map<String, String> labels, Map<String, String> annotations) {

    /** The rules about Tocsin itself. */
    static List<AlertRule> all() {
        Settings file = Settings.file(DockerFolder.path("prometheus/tocsin-alerts.yml"), Map.of(), "");
        List<AlertRule> rules = new ArrayList<>();
        for (Settings group : file.sections("groups")) {
            for (Settings rule : group.sections("rules")) {
                rules.add(new AlertRule(
                        rule.text("alert"), rule.text("expr"), texts(rule, "labels"), texts(rule, "annotations")));
            }
        }
        return rules;
    }

    private static Map<String, String> texts(Settings rule, String key) {
        Settings section = rule.section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : section.keys()) {
            texts.put(name, section.text(name));
        }
        return texts;
    }

    Query query() {
        return new Query("alert rule " + name, promQl);
    }
}
