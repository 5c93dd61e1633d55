package io.tocsin.integration.dashboards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text format, as read from {@code /metrics}: the names of its metrics with the labels of each. */
record Scrape(Map<String, Set<String>> labels) {
    private static final Pattern SAMPLE = Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)(?:\\{(.*)})? \\S+(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=\"(?:\\\\.|[^\"\\\\])*\",?");

    static Scrape of(String text) {
        Map<String, Set<String>> labels = new TreeMap<>();
        List<String> strange = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                strange.add(line);
                return;
            }
            Set<String> names = labels.computeIfAbsent(sample.group(1), name -> new HashSet<>());
            if (sample.group(2) != null) {
                Matcher label = LABEL.matcher(sample.group(2));
                while (label.find()) {
                    names.add(label.group(1));
                }
            }
        });
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException("no samples: " + strange);
        }
        return new Scrape(labels);
    }
}
