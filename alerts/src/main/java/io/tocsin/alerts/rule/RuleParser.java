package io.tocsin.alerts.rule;

import io.tocsin.events.Horizon;
import io.tocsin.runtime.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one rule's mapping. Problems stay with the settings, so that the reader goes on and finds the next. */
final class RuleParser {
    static final double DEFAULT_P = 1e-3;
    static final double DEFAULT_P_ABOVE = 0.05;
    static final int DEFAULT_SURGE_STORIES = 3;
    static final int DEFAULT_OWNERS = 2;
    static final String DEFAULT_LEVEL = "elevated";
    static final Duration DEFAULT_HOLD = Duration.ofHours(6);
    static final Duration DEFAULT_COOL_DOWN = Duration.ofHours(6);
    static final Duration DEFAULT_UPDATE_EVERY = Duration.ofHours(6);

    private static final String ALL = "all";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final int MOST_STORIES = 1_000_000;
    private static final Map<String, Horizon> HORIZONS =
            Map.of("1h", Horizon.HOUR, "24h", Horizon.DAY, "7d", Horizon.WEEK);
    private static final Set<String> COUNTRIES = countries();

    private final TopicTree topics;

    RuleParser(TopicTree topics) {
        this.topics = topics;
    }

    private static final int MOST_A_DAY = 100_000;

    /** The kinds of {@code when}. */
    private enum Kind {
        SURGE,
        COUNT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AlertRule parse(Settings rule, String version) {
        String id = name(rule, "id");
        String title = rule.text("title", id);
        Watch watch = watch(rule.section("watch"));
        Settings when = rule.section("when");
        Kind kind = kind(rule, when);
        Settings condition = when.section(kind.key());
        Horizon horizon = horizon(condition);
        List<Level> levels = levels(rule.section("levels"), condition, kind);
        return new AlertRule(
                id,
                version,
                title,
                watch,
                horizon,
                levels,
                need(rule.section("need"), kind),
                allClear(rule.section("all-clear"), kind, levels.get(0)),
                rule.duration("cool-down", DEFAULT_COOL_DOWN),
                rule.duration("update-every", DEFAULT_UPDATE_EVERY),
                rule.has("daily-budget") ? (Integer) rule.number("daily-budget", 1, 1, MOST_A_DAY) : null,
                channels(rule));
    }

    private static String name(Settings rule, String key) {
        String name = rule.text(key);
        if (!name.isBlank() && !NAME.matcher(name).matches()) {
            rule.problem(key, "'" + name + "' must be lower-case letters, digits and hyphens, beginning with a letter");
        }
        return name;
    }

    private Watch watch(Settings watch) {
        List<String> countries = all(watch, "countries");
        for (String country : countries) {
            if (!COUNTRIES.contains(country)) {
                watch.problem(
                        "countries",
                        "'" + country + "' is no country: write ISO 3166-1 alpha-2 codes in capitals (IR, US, XK) or "
                                + "'all'"
                                + (country.equals("no") || country.equals("false") ? ", and NO for Norway" : ""));
            }
        }
        List<String> codes = all(watch, "topics");
        boolean narrower = watch.flag("narrower", false);
        Set<String> covered = new TreeSet<>();
        for (String code : codes) {
            if (topics.name(code).isEmpty()) {
                watch.problem(
                        "topics",
                        "'" + code + "' is no IPTC Media Topic: write a code such as medtop:16000000 "
                                + "(see http://cv.iptc.org/newscodes/mediatopic/) or 'all'");
            }
            covered.addAll(narrower ? topics.withNarrower(code) : Set.of(code));
        }
        return new Watch(countries, codes, narrower, covered);
    }

    private static List<String> all(Settings settings, String key) {
        List<String> values = settings.texts(key, List.of(ALL));
        if (values.isEmpty()) {
            settings.problem(key, "the list is empty: write 'all' or name at least one");
        }
        if (values.contains(ALL) && values.size() > 1) {
            settings.problem(key, "'all' stands among others: write either");
        }
        return values.contains(ALL) ? List.of() : values;
    }

    private static Kind kind(Settings rule, Settings when) {
        List<Kind> there = Arrays.stream(Kind.values())
                .filter(kind -> when.has(kind.key()))
                .toList();
        if (there.size() != 1) {
            String kinds = Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));
            rule.problem(
                    "when",
                    there.isEmpty()
                            ? "say when it rings: one of " + kinds
                            : "more than one of " + kinds + ": keep one");
            there.forEach(kind -> when.section(kind.key()));
        }
        return there.isEmpty() ? Kind.SURGE : there.get(0);
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

    private static List<Level> levels(Settings section, Settings condition, Kind kind) {
        Threshold single = threshold(condition, kind, null);
        if (section.keys().isEmpty()) {
            if (kind == Kind.COUNT && !condition.has("stories")) {
                condition.problem("stories", "say how many stories ring: stories: 10, or give levels");
            }
            return List.of(new Level(DEFAULT_LEVEL, single));
        }
        for (String key : List.of("p", "stories")) {
            if (condition.has(key)) {
                condition.problem(key, "stands here and in levels: keep it in levels");
            }
        }
        List<Level> levels = new ArrayList<>();
        for (String name : section.keys()) {
            if (!NAME.matcher(name).matches()) {
                section.problem(name, "a level's name is lower-case letters, digits and hyphens");
            }
            Level level = new Level(name, threshold(section.section(name), kind, name));
            if (!levels.isEmpty() && !isHarder(levels.get(levels.size() - 1).threshold(), level.threshold())) {
                section.problem(
                        name,
                        "is no harder to reach than '"
                                + levels.get(levels.size() - 1).name()
                                + "' above it: order levels from the mildest to the gravest");
            }
            levels.add(level);
        }
        return levels;
    }

    private static Threshold threshold(Settings at, Kind kind, @Nullable String level) {
        return switch (kind) {
            case SURGE -> {
                double p = at.decimal("p", DEFAULT_P, 1e-300, 0.5);
                if (level != null && !at.has("p")) {
                    at.problem("p", "is missing: say how improbable it must be, such as p: 1e-5");
                }
                yield new Threshold.Surge(p, at.number("stories", 1, 1, MOST_STORIES));
            }
            case COUNT -> {
                if (level != null && !at.has("stories")) {
                    at.problem("stories", "is missing: say how many, such as stories: 10");
                }
                yield new Threshold.Count(at.number("stories", 1, 1, MOST_STORIES));
            }
        };
    }

    private static boolean isHarder(Threshold milder, Threshold graver) {
        if (milder instanceof Threshold.Surge a && graver instanceof Threshold.Surge b) {
            return b.pBelow() < a.pBelow() && b.atLeast() >= a.atLeast();
        }
        return milder instanceof Threshold.Count a && graver instanceof Threshold.Count b && b.atLeast() > a.atLeast();
    }

    private static Need need(Settings need, Kind kind) {
        return new Need(
                need.number("stories", kind == Kind.SURGE ? DEFAULT_SURGE_STORIES : 1, 1, MOST_STORIES),
                need.number("owners", DEFAULT_OWNERS, 1, MOST_STORIES));
    }

    private static AllClear allClear(Settings clear, Kind kind, Level opening) {
        Duration hold = clear.duration("for", DEFAULT_HOLD);
        int storiesBelow = clear.number("stories-below", 0, 1, MOST_STORIES);
        if (opening.threshold() instanceof Threshold.Surge surge) {
            double pAbove = clear.decimal("p-above", Math.max(DEFAULT_P_ABOVE, surge.pBelow()), 0, 0.999);
            if (pAbove < surge.pBelow()) {
                clear.problem(
                        "p-above",
                        "must not be below the opening level's p (" + surge.pBelow()
                                + "), or it closes while it rings");
            }
            return new AllClear(pAbove, storiesBelow == 0 ? null : storiesBelow, hold);
        }
        int opens = opening.threshold() instanceof Threshold.Count count ? count.atLeast() : 1;
        if (clear.textOrNull("p-above") != null) {
            clear.problem("p-above", "a " + kind.key() + " rule closes by stories-below");
        }
        if (storiesBelow > opens) {
            clear.problem(
                    "stories-below",
                    "must not be above the opening level's " + opens + " stories, or it closes while it rings");
        }
        return new AllClear(null, storiesBelow == 0 ? Math.max(1, (opens + 1) / 2) : storiesBelow, hold);
    }

    private static List<String> channels(Settings rule) {
        List<String> channels = all(rule, "deliver-to");
        for (String channel : channels) {
            if (!NAME.matcher(channel).matches()) {
                rule.problem("deliver-to", "'" + channel + "' is no channel's name");
            }
        }
        return channels;
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
