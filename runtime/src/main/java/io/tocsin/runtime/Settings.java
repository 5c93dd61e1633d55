package io.tocsin.runtime;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML mapping that is read once, key by key, and remembers everything that was wrong with it: a missing key, a
 * value of the wrong kind, a key that nobody asked for. Whoever reads asks for all that he knows and calls {@link
 * #finish} on the outermost mapping, which throws {@link InvalidSettings} with all problems, each with file and line.
 *
 * <p>The environment overrides the file: {@code TOCSIN_KAFKA_BOOTSTRAP_SERVERS} stands for {@code
 * kafka.bootstrap-servers} (upper case, dots and hyphens as underscores). Not safe for use by several threads.
 */
public final class Settings {
    /** Not all that Java takes for a number: neither {@code 7d} nor {@code NaN}. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    private final Document document;
    private final @Nullable MappingNode node;
    private final int line;
    private final String path;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Settings> children = new ArrayList<>();
    private final Map<String, Settings> sections = new HashMap<>();

    private static final class Document {
        private final String name;
        private final Map<String, String> environment;
        private final String prefix;
        /** In the order in which they were found, each once. */
        private final Set<String> problems = new LinkedHashSet<>();

        Document(String name, Map<String, String> environment, String prefix) {
            this.name = name;
            this.environment = environment;
            this.prefix = prefix;
        }
    }

    private Settings(Document document, @Nullable MappingNode node, int line, String path) {
        this.document = document;
        this.node = node;
        this.line = line;
        this.path = path;
        if (node != null) {
            for (NodeTuple tuple : node.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (entries.put(key, tuple) != null) {
                    report(lineOf(tuple.getKeyNode()), "'" + at(key) + "' stands here twice: keep one");
                }
            }
        }
    }

    /** Settings from a file, overridden by those variables of the environment that begin with the prefix. */
    public static Settings file(Path file, Map<String, String> environment, String prefix) {
        try {
            return text(file.toString(), Files.readString(file, StandardCharsets.UTF_8), environment, prefix);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new InvalidSettings(List.of(file + ": no such file"));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new InvalidSettings(List.of(file + ": not UTF-8: save it as UTF-8"));
        } catch (IOException e) {
            throw new InvalidSettings(List.of(file + ": cannot be read: " + e.getMessage()));
        }
    }

    /**
     * Settings from a text.
     *
     * @param name what messages call it: a file's path
     * @throws InvalidSettings when it is no YAML mapping
     */
    public static Settings text(String name, String yaml, Map<String, String> environment, String prefix) {
        Document document = new Document(name, environment, prefix);
        return new Settings(document, mapping(name, compose(name, yaml)), 1, "");
    }

    /** Settings from the environment alone. */
    public static Settings environment(Map<String, String> environment, String prefix) {
        return new Settings(new Document("environment", environment, prefix), null, 1, "");
    }

    /**
     * The mappings of a text that is a list of mappings, or one mapping; they share one list of problems, so {@link
     * #finish} of the first reports those of all.
     */
    public static List<Settings> list(String name, String yaml) {
        Document document = new Document(name, Map.of(), "");
        Node root = compose(name, yaml);
        if (root instanceof SequenceNode sequence) {
            List<Settings> all = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                all.add(new Settings(document, mapping(name, item), lineOf(item), ""));
            }
            Settings first = all.isEmpty() ? null : all.get(0);
            if (first != null) {
                first.children.addAll(all.subList(1, all.size()));
            }
            return all;
        }
        return root == null ? List.of() : List.of(new Settings(document, mapping(name, root), lineOf(root), ""));
    }

    private static @Nullable Node compose(String name, String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(50);
            return new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidSettings(List.of(name + ":" + line + ": not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            long line = yaml.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new InvalidSettings(List.of("%s:%d: not YAML: the character U+%04X is not allowed: remove it"
                    .formatted(name, line, e.getCodePoint())));
        } catch (YAMLException | IllegalArgumentException e) {
            // SnakeYAML lets the number of an escape such as \UFFFFFFFF through to Integer.parseInt.
            throw new InvalidSettings(List.of(name + ":1: not YAML: " + e.getMessage()));
        }
    }

    private static @Nullable MappingNode mapping(String name, @Nullable Node node) {
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new InvalidSettings(List.of(name + ":" + lineOf(node) + ": expected 'key: value' lines here"));
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    /** The line at which this mapping begins, from 1. */
    public int line() {
        return line;
    }

    /** What messages call the document. */
    public String name() {
        return document.name;
    }

    /** The environment that overrides the document, for what it refers to by name. */
    public Map<String, String> environment() {
        return Map.copyOf(document.environment);
    }

    /** The keys that stand there, in order. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String key) {
        return entries.containsKey(key) || fromEnvironment(key) != null;
    }

    /** A text, or the fallback when it is not set. */
    public String text(String key, String fallback) {
        String value = textOrNull(key);
        return value == null ? fallback : value;
    }

    /** A text that must be set; when it is not, that is a problem and the answer is empty. */
    public String text(String key) {
        String value = textOrNull(key);
        if (value == null || value.isBlank()) {
            report(line, "'" + at(key) + "' is missing: add it");
            return "";
        }
        return value;
    }

    public @Nullable String textOrNull(String key) {
        asked.add(key);
        String override = fromEnvironment(key);
        if (override != null) {
            return override;
        }
        NodeTuple tuple = entries.get(key);
        if (tuple == null || tuple.getValueNode().getTag().equals(Tag.NULL)) {
            return null;
        }
        if (tuple.getValueNode() instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(key, "expected one value, not a list or a mapping");
        return null;
    }

    public @Nullable Secret secret(String key) {
        String value = textOrNull(key);
        return value == null ? null : new Secret(value);
    }

    public int number(String key, int fallback, int min, int max) {
        return (int) decimal(key, fallback, min, max, true);
    }

    public double decimal(String key, double fallback, double min, double max) {
        return decimal(key, fallback, min, max, false);
    }

    private double decimal(String key, double fallback, double min, double max, boolean whole) {
        String value = textOrNull(key);
        if (value == null) {
            return fallback;
        }
        if (NUMBER.matcher(value.trim()).matches()) {
            double number = Double.parseDouble(value.trim());
            if (number >= min && number <= max && (!whole || number == Math.rint(number))) {
                return number;
            }
        }
        problem(
                key,
                "'" + value + "' is not a " + (whole ? "whole " : "") + "number from " + plain(min) + " to "
                        + plain(max));
        return fallback;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    public boolean flag(String key, boolean fallback) {
        String value = textOrNull(key);
        if (value == null) {
            return fallback;
        }
        String word = value.trim().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return true;
        }
        if (!FALSE.contains(word)) {
            problem(key, "'" + value + "' is neither true nor false");
            return fallback;
        }
        return false;
    }

    /** A length of time: a number and one of {@code ms s m h d w}. */
    public Duration duration(String key, Duration fallback) {
        String value = textOrNull(key);
        if (value == null) {
            return fallback;
        }
        Duration duration = parseDuration(value.trim());
        if (duration == null) {
            problem(key, "'" + value + "' is no length of time: write 30s, 5m, 2h or 7d");
            return fallback;
        }
        return duration;
    }

    /** A length of time as people write it, such as {@code 30s}, {@code 2h} or {@code 7d}; null when it is none. */
    public static @Nullable Duration parseDuration(String value) {
        int digits = 0;
        while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return null;
        }
        long number = Long.parseLong(value.substring(0, digits));
        return switch (value.substring(digits).trim()) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(7 * number);
            default -> null;
        };
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        String value = textOrNull(key);
        if (value == null) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (written(constant).equals(value.trim().toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        problem(
                key,
                "'" + value + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Settings::written)
                                .collect(Collectors.joining(", ")));
        return fallback;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Several texts: a list, or one text with commas. */
    public List<String> texts(String key, List<String> fallback) {
        NodeTuple tuple = entries.get(key);
        if (fromEnvironment(key) == null && tuple != null && tuple.getValueNode() instanceof SequenceNode sequence) {
            asked.add(key);
            List<String> values = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    values.add(scalar.getValue());
                } else {
                    report(lineOf(item), "'" + at(key) + "': expected a list of texts");
                }
            }
            return List.copyOf(values);
        }
        String value = textOrNull(key);
        return value == null
                ? fallback
                : Arrays.stream(value.split(","))
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** The mapping under a key, the same one whenever it is asked for; empty when it is not set. */
    public Settings section(String key) {
        Settings known = sections.get(key);
        if (known != null) {
            return known;
        }
        asked.add(key);
        NodeTuple tuple = entries.get(key);
        MappingNode mapping = null;
        if (tuple != null && !tuple.getValueNode().getTag().equals(Tag.NULL)) {
            if (tuple.getValueNode() instanceof MappingNode found) {
                mapping = found;
            } else {
                problem(key, "expected 'key: value' lines below it");
            }
        }
        Settings section = child(mapping, lineAt(key), at(key));
        sections.put(key, section);
        return section;
    }

    /** The mappings of the list under a key; empty when it is not set. */
    public List<Settings> sections(String key) {
        asked.add(key);
        NodeTuple tuple = entries.get(key);
        List<Settings> sections = new ArrayList<>();
        if (tuple != null && tuple.getValueNode() instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    sections.add(child(mapping, lineOf(item), at(key) + "[" + index + "]"));
                } else {
                    report(lineOf(item), "'" + at(key) + "': expected a list of 'key: value' mappings");
                }
                index++;
            }
        } else if (tuple != null && !tuple.getValueNode().getTag().equals(Tag.NULL)) {
            problem(key, "expected a list");
        }
        return List.copyOf(sections);
    }

    private Settings child(@Nullable MappingNode mapping, int childLine, String childPath) {
        Settings child = new Settings(document, mapping, childLine, childPath);
        children.add(child);
        return child;
    }

    /** Adds a problem with the value of a key. */
    public void problem(String key, String message) {
        String where = fromEnvironment(key) != null ? document.prefix + variable(at(key)) : null;
        if (where != null) {
            document.problems.add(where + ": " + message);
        } else {
            report(lineAt(key), "'" + at(key) + "': " + message);
        }
    }

    private void report(int atLine, String message) {
        document.problems.add(document.name + ":" + atLine + ": " + message);
    }

    private int lineAt(String key) {
        NodeTuple tuple = entries.get(key);
        return tuple == null ? line : lineOf(tuple.getKeyNode());
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable String fromEnvironment(String key) {
        return document.prefix.isEmpty() ? null : document.environment.get(document.prefix + variable(at(key)));
    }

    private static String variable(String dotted) {
        return dotted.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Leaves this mapping to another reader: whatever else stands in it is not unknown. */
    public void leave() {
        asked.addAll(entries.keySet());
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettings when anything was wrong, here or in a mapping below
     */
    public void finish() {
        rejectUnknown();
        if (!document.problems.isEmpty()) {
            throw new InvalidSettings(List.copyOf(document.problems));
        }
    }

    private void rejectUnknown() {
        entries.forEach((key, tuple) -> {
            if (!asked.contains(key)) {
                report(
                        lineOf(tuple.getKeyNode()),
                        "'" + at(key) + "' is not known here"
                                + (asked.isEmpty()
                                        ? ""
                                        : ": known are "
                                                + asked.stream().sorted().collect(Collectors.joining(", "))));
            }
        });
        children.forEach(Settings::rejectUnknown);
    }

    /** The lines of this mapping in the document, as a text of its own; empty when there are none. */
    public String source(String yaml) {
        if (node == null || node.getStartMark() == null || node.getEndMark() == null) {
            return "";
        }
        return OwnLines.of(yaml.codePoints()
                .skip(node.getStartMark().getIndex())
                .limit(node.getEndMark().getIndex() - node.getStartMark().getIndex())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
