package io.tocsin.alerts.rule;

import io.tocsin.events.Horizon;
import io.tocsin.runtime.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a rule rings at: {@code when} and {@code levels}. Problems stay with the settings. */
final class ConditionParser {
    static final double DEFAULT_P = 1e-3;
    static final String DEFAULT_LEVEL = "elevated";
    static final int MOST_STORIES = 1_000_000;

    private static final int MOST_DAYS = 30;
    private static final double MOST_INDEX = 1e6;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Map<String, Horizon> HORIZONS =
            Map.of("1h", Horizon.HOUR, "24h", Horizon.DAY, "7d", Horizon.WEEK);

    private ConditionParser() {}

    /** The kinds of condition, and what a level says of it. */
    enum Kind {
        SURGE("p", "say how improbable it must be, such as p: 1e-5"),
        COUNT("stories", "say how many, such as stories: 10"),
        SHARE("share", "say how large a share, such as share: 0.4"),
        INDEX("index", "say which index, such as index: 250; 100 is the cell's own normal"),
        FIRST("days", "say after how many days, such as days: 30"),
        ABSENCE("p", "say how improbable it must be, such as p: 1e-3"),
        QUERY("stories", "say how many, such as stories: 5"),
        ALL("", ""),
        ANY("", "");

        private final String level;
        private final String remedy;

        Kind(String level, String remedy) {
            this.level = level;
            this.remedy = remedy;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean combines() {
            return this == ALL || this == ANY;
        }
    }

    /**
     * A condition as it stands there.
     *
     * @param at its own settings; those of {@code when} for a combination
     * @param parts of a combination
     */
    record Condition(Kind kind, Settings at, List<Condition> parts) {

        /** The kinds of its single conditions. */
        List<Kind> kinds() {
            return singles().map(Condition::kind).toList();
        }

        Stream<Condition> singles() {
            return kind.combines() ? parts.stream().flatMap(Condition::singles) : Stream.of(this);
        }
    }

    /** The condition that stands in {@code when}. */
    static Condition condition(Settings rule, String key, Settings when) {
        List<Kind> there = Arrays.stream(Kind.values())
                .filter(kind -> when.has(kind.key()))
                .toList();
        if (there.size() != 1) {
            String kinds = Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));
            rule.problem(
                    key,
                    there.isEmpty()
                            ? "say when it rings: one of " + kinds
                            : "more than one of " + kinds + ": keep one, or put them into the list of all or any");
            there.stream().filter(kind -> !kind.combines()).forEach(kind -> when.section(kind.key()));
        }
        Kind kind = there.isEmpty() ? Kind.SURGE : there.get(0);
        if (!kind.combines()) {
            return new Condition(kind, when.section(kind.key()), List.of());
        }
        List<Condition> parts = new ArrayList<>();
        for (Settings part : when.sections(kind.key())) {
            parts.add(condition(when, kind.key(), part));
        }
        if (parts.size() < 2) {
            when.problem(kind.key(), "combines conditions: list at least two, or write the one without it");
        }
        for (Condition part : parts) {
            if (part.kind() == Kind.ABSENCE || part.kind() == Kind.QUERY) {
                when.problem(
                        kind.key(),
                        part.kind().key() + " stands alone: it looks at other cells than the other conditions");
            }
        }
        return new Condition(kind, when, parts);
    }

    /** The saved query that a condition counts, or null. */
    static @Nullable String query(Condition condition) {
        return condition.kind() == Kind.QUERY ? name(condition.at(), "id") : null;
    }

    /** A name of a rule's own world. */
    static String name(Settings rule, String key) {
        String name = rule.text(key);
        if (!name.isBlank() && !NAME.matcher(name).matches()) {
            rule.problem(key, "'" + name + "' must be lower-case letters, digits and hyphens, beginning with a letter");
        }
        return name;
    }

    /** The levels, mildest first. */
    static List<Level> levels(Settings section, Condition condition) {
        if (section.keys().isEmpty()) {
            condition.singles().forEach(ConditionParser::mustSay);
            return List.of(new Level(DEFAULT_LEVEL, threshold(condition, null)));
        }
        List<Level> levels = new ArrayList<>();
        for (String name : section.keys()) {
            if (!NAME.matcher(name).matches()) {
                section.problem(name, "a level's name is lower-case letters, digits and hyphens");
            }
            Settings at = section.section(name);
            if (condition.kind().combines()) {
                mustBeSingle(at, condition);
            } else if (!at.has(condition.kind().level)) {
                at.problem(condition.kind().level, "is missing: " + condition.kind().remedy);
            }
            Level level = new Level(name, threshold(condition, at));
            if (!levels.isEmpty()
                    && !Hardness.isHarder(
                            level.threshold(), levels.get(levels.size() - 1).threshold())) {
                section.problem(
                        name,
                        "is no harder to reach than '"
                                + levels.get(levels.size() - 1).name()
                                + "' above it: order levels from the mildest to the gravest");
            }
            levels.add(level);
        }
        if (!condition.kind().combines()) {
            for (String key : List.of("p", "stories", "share", "index", "days")) {
                boolean limit = condition.kind() == Kind.ABSENCE && key.equals("stories");
                if (condition.at().has(key) && !limit) {
                    condition.at().problem(key, "stands here and in levels: keep it in levels");
                }
            }
        }
        return levels;
    }

    private static void mustSay(Condition single) {
        boolean hasDefault =
                single.kind() == Kind.SURGE || single.kind() == Kind.ABSENCE || single.kind() == Kind.FIRST;
        if (!hasDefault && !single.at().has(single.kind().level)) {
            single.at()
                    .problem(
                            single.kind().level,
                            single.kind() == Kind.COUNT || single.kind() == Kind.QUERY
                                    ? "say how many stories ring: stories: 10, or give levels"
                                    : single.kind().remedy + ", or give levels");
        }
    }

    /** A level of a combination names conditions by their kind. */
    private static void mustBeSingle(Settings level, Condition condition) {
        List<Kind> kinds = condition.kinds();
        for (Kind kind : Kind.values()) {
            if (level.has(kind.key()) && kinds.stream().filter(kind::equals).count() > 1) {
                level.problem(kind.key(), "stands twice in 'when', so a level cannot tell which: keep one of them");
            }
        }
    }

    private static Threshold threshold(Condition condition, @Nullable Settings level) {
        if (!condition.kind().combines()) {
            return single(condition, level);
        }
        List<Threshold> parts = new ArrayList<>();
        for (Condition part : condition.parts()) {
            boolean named = level != null
                    && level.has(part.kind().key())
                    && !part.kind().combines();
            if (level != null && !part.kind().combines() && !named) {
                mustSay(part);
            }
            parts.add(threshold(
                    part,
                    part.kind().combines()
                            ? level
                            : named && level != null ? level.section(part.kind().key()) : null));
        }
        return condition.kind() == Kind.ALL ? new Threshold.All(parts) : new Threshold.Any(parts);
    }

    private static Threshold single(Condition condition, @Nullable Settings level) {
        Settings at = condition.at();
        Horizon over = horizon(at);
        return switch (condition.kind()) {
            case SURGE ->
                new Threshold.Surge(over, decimal(at, level, "p", DEFAULT_P, 1e-300, 0.5), (int)
                        whole(at, level, "stories", 1, 1, MOST_STORIES));
            case COUNT, QUERY -> new Threshold.Count(over, (int) whole(at, level, "stories", 1, 1, MOST_STORIES));
            case SHARE ->
                new Threshold.Share(
                        over,
                        at.choice("of", Threshold.Share.Whole.class, Threshold.Share.Whole.COUNTRY),
                        decimal(at, level, "share", 1, 1e-6, 1));
            case INDEX -> new Threshold.Index(over, decimal(at, level, "index", MOST_INDEX, 101, MOST_INDEX));
            case FIRST -> new Threshold.First(over, (int) whole(at, level, "days", MOST_DAYS, 1, MOST_DAYS));
            case ABSENCE ->
                new Threshold.Absence(
                        over,
                        decimal(at, level, "p", DEFAULT_P, 1e-300, 0.5),
                        at.number("stories", 0, 0, MOST_STORIES));
            case ALL, ANY -> throw new IllegalStateException("no single condition: " + condition.kind());
        };
    }

    private static double decimal(
            Settings at, @Nullable Settings level, String key, double fallback, double min, double max) {
        double own = at.decimal(key, fallback, min, max);
        return level == null ? own : level.decimal(key, own, min, max);
    }

    private static double whole(Settings at, @Nullable Settings level, String key, int fallback, int min, int max) {
        int own = at.number(key, fallback, min, max);
        return level == null ? own : level.number(key, own, min, max);
    }

    private static Horizon horizon(Settings condition) {
        String over = condition.text("over", "24h");
        Horizon horizon = HORIZONS.get(over);
        if (horizon == null) {
            condition.problem("over", "'" + over + "' is none of 1h, 24h, 7d");
            return Horizon.DAY;
        }
        return horizon;
    }
}
