package io.tocsin.alerts;

import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.RuleFile.Written;
import io.tocsin.runtime.InvalidSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of several files and folders. */
public final class RuleSet {
    /** Stands for the rules that come with Tocsin, among files and folders. */
    public static final String BUNDLED = "bundled";

    private static final String RESOURCE = "rules/default.yaml";

    private final RuleFile reader;

    public RuleSet(RuleFile reader) {
        this.reader = reader;
    }

    /**
     * Reads all of them.
     *
     * @param places files, folders (their {@code .yaml} and {@code .yml} files, by name), or {@value #BUNDLED}
     * @throws InvalidSettings with every problem in every file
     */
    public List<Written> load(List<String> places) {
        List<String> problems = new ArrayList<>();
        List<Written> rules = new ArrayList<>();
        Map<String, String> origins = new HashMap<>();
        for (String place : places) {
            try {
                for (Map.Entry<String, String> file : texts(place).entrySet()) {
                    read(file.getKey(), file.getValue(), rules, origins, problems);
                }
            } catch (InvalidSettings e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return rules;
    }

    private void read(
            String name, String text, List<Written> rules, Map<String, String> origins, List<String> problems) {
        try {
            for (Written rule : reader.parse(name, text)) {
                String earlier = origins.putIfAbsent(rule.rule().id(), name);
                if (earlier != null) {
                    problems.add(name + ": rule '" + rule.rule().id() + "' is in " + earlier
                            + " too: choose another id or remove one");
                }
                rules.add(rule);
            }
        } catch (InvalidSettings e) {
            problems.addAll(e.problems());
        }
    }

    /**
     * The texts of a place, by the names that messages call them.
     *
     * @param place a file, a folder, or {@value #BUNDLED}
     * @throws InvalidSettings when they cannot be read
     */
    public static Map<String, String> texts(String place) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        if (place.equals(BUNDLED)) {
            texts.put(BUNDLED + ":default.yaml", bundled());
            return texts;
        }
        Path path = Path.of(place);
        if (!Files.isDirectory(path)) {
            texts.put(place, text(path));
            return texts;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .forEach(file -> texts.put(file.toString(), text(file)));
        } catch (IOException e) {
            throw new InvalidSettings(List.of(place + ": cannot be read: " + e.getMessage()));
        }
        if (texts.isEmpty()) {
            throw new InvalidSettings(
                    List.of(place + ": holds no .yaml file: put rules there or name '" + BUNDLED + "'"));
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new InvalidSettings(List.of(file + ": no such file or folder"));
        } catch (CharacterCodingException e) {
            throw new InvalidSettings(List.of(file + ": not UTF-8: save it as UTF-8"));
        } catch (IOException e) {
            throw new InvalidSettings(List.of(file + ": cannot be read: " + e.getMessage()));
        }
    }

    /**
     * Of rules and saved queries with the same id, which would take each other's place on the rules topic.
     *
     * @throws InvalidSettings when there are any
     */
    public static void checkApart(List<Written> rules, List<String> queryIds) {
        List<String> problems = rules.stream()
                .map(rule -> rule.rule().id())
                .filter(queryIds::contains)
                .map(id -> "'" + id + "' is a rule and a saved query: choose another id for one of them")
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    /** The text of the rules that come with Tocsin. */
    public static String bundled() {
        try (InputStream in = RuleSet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the module's resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
