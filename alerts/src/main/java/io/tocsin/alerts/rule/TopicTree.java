package io.tocsin.alerts.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The IPTC Media Topics: their English labels and which is narrower than which. Immutable. */
public final class TopicTree {
    private static final String RESOURCE = "mediatopics.tsv";

    private final Map<String, String> names;
    private final Map<String, List<String>> narrower;

    private TopicTree(Map<String, String> names, Map<String, List<String>> narrower) {
        this.names = Map.copyOf(names);
        this.narrower = Map.copyOf(narrower);
    }

    /** The tree that comes with Tocsin. */
    public static TopicTree bundled() {
        Map<String, String> names = new HashMap<>();
        Map<String, List<String>> narrower = new HashMap<>();
        try (InputStream in = TopicTree.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the module's resource " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", 3);
                if (!line.startsWith("#") && fields.length == 3) {
                    names.put(fields[0], fields[2]);
                    if (!fields[1].isEmpty()) {
                        narrower.computeIfAbsent(fields[1], broader -> new ArrayList<>())
                                .add(fields[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TopicTree(names, narrower);
    }

    /** A topic's English label; empty when there is no such topic. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** The topic that somebody means by its qcode, its number alone or its English label, whatever the case. */
    public Optional<String> find(String written) {
        String code = written.matches("\\d+") ? "medtop:" + written : written.toLowerCase(Locale.ROOT);
        return names.containsKey(code)
                ? Optional.of(code)
                : names.entrySet().stream()
                        .filter(topic -> topic.getValue().equalsIgnoreCase(written))
                        .map(Map.Entry::getKey)
                        .min(Comparator.naturalOrder());
    }

    /** The topic and all below it. */
    public Set<String> withNarrower(String code) {
        Set<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (all.add(next)) {
                narrower.getOrDefault(next, List.of()).forEach(open::push);
            }
        }
        return all;
    }
}
