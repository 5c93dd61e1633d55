package io.tocsin.integration.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dashboard in Grafana's classic JSON model. */
record Dashboard(String file, JsonNode json) {
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((?:(.+),)?\\s*(\\w+)\\s*\\)");

    /** The dashboards that are provisioned. */
    static List<Dashboard> all() {
        ObjectMapper mapper = new ObjectMapper();
        List<Dashboard> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(DockerFolder.path("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                all.add(new Dashboard(String.valueOf(file.getFileName()), mapper.readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** All panels, those in collapsed rows too. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            panels.add(panel);
            panel.path("panels").forEach(panels::add);
        }
        return panels;
    }

    /** All queries, those of variables too, with Grafana's own variables replaced. */
    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(new Query(
                        file + ", panel '" + panel.path("title").asText() + "'",
                        PromQl.withoutVariables(target.path("expr").asText())));
            }
        }
        for (JsonNode variable : json.path("templating").path("list")) {
            Matcher values =
                    LABEL_VALUES.matcher(variable.path("query").path("query").asText());
            if (values.matches()) {
                queries.add(new Query(
                        file + ", variable '" + variable.path("name").asText() + "'",
                        "count by (" + values.group(2) + ") (" + PromQl.withoutVariables(values.group(1)) + ")"));
            }
        }
        return queries;
    }

    @Override
    public String toString() {
        return file;
    }
}
