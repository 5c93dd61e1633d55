package io.tocsin.alerts.rule;

import io.tocsin.alerts.rule.ConditionParser.Condition;
import io.tocsin.alerts.rule.ConditionParser.Kind;
import io.tocsin.events.EscalationIndex;
import io.tocsin.runtime.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule's mapping. Problems stay with the settings, so that the reader goes on and finds the next. */
final class RuleParser {
    static final double DEFAULT_P_ABOVE = 0.05;
    static final int DEFAULT_SURGE_STORIES = 3;
    static final int DEFAULT_OWNERS = 2;
    static final Duration DEFAULT_HOLD = Duration.ofHours(6);
    static final Duration DEFAULT_COOL_DOWN = Duration.ofHours(6);
    static final Duration DEFAULT_UPDATE_EVERY = Duration.ofHours(6);

    /** A share is over when it is below this part of the opening one. */
    private static final double SHARE_CLOSES = 0.75;

    private static final String ALL = "all";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /** What stands out by being compared, so that a single story may do it. */
    private static final Set<Kind> COMPARING = Set.of(Kind.SURGE, Kind.SHARE, Kind.INDEX);

    /** Whose fall is told anyway, or by the end of the window. */
    private static final Set<Kind> UNFOLLOWED = Set.of(Kind.SURGE, Kind.COUNT);

    private static final int MOST_A_DAY = 100_000;

    private final WatchParser watches;

    RuleParser(TopicTree topics, CountryGroups groups) {
        this.watches = new WatchParser(topics, groups);
    }

    AlertRule parse(Settings rule, String version) {
        String id = ConditionParser.name(rule, "id");
        String title = rule.text("title", id);
        Condition condition = ConditionParser.condition(rule, "when", rule.section("when"));
        List<Kind> kinds = condition.kinds();
        Watch watch = watches.parse(
                rule.section("watch"),
                ConditionParser.query(condition),
                kinds.contains(Kind.ABSENCE) || kinds.equals(List.of(Kind.INDEX)),
                !UNFOLLOWED.containsAll(kinds));
        List<Level> levels = ConditionParser.levels(rule.section("levels"), condition);
        return new AlertRule(
                id,
                version,
                title,
                watch,
                levels.get(0).threshold().over(),
                levels,
                need(rule.section("need"), kinds),
                allClear(rule.section("all-clear"), kinds, levels.get(0).threshold()),
                rule.duration("cool-down", DEFAULT_COOL_DOWN),
                rule.duration("update-every", DEFAULT_UPDATE_EVERY),
                rule.has("daily-budget") ? (Integer) rule.number("daily-budget", 1, 1, MOST_A_DAY) : null,
                channels(rule));
    }

    private static Need need(Settings need, List<Kind> kinds) {
        if (kinds.contains(Kind.ABSENCE)) {
            for (String key : List.of("stories", "owners")) {
                if (need.has(key)) {
                    need.problem(key, "nothing backs a silence: remove it");
                }
            }
            return new Need(0, 0);
        }
        return new Need(
                need.number(
                        "stories",
                        kinds.stream().anyMatch(COMPARING::contains) ? DEFAULT_SURGE_STORIES : 1,
                        1,
                        ConditionParser.MOST_STORIES),
                need.number("owners", DEFAULT_OWNERS, 1, ConditionParser.MOST_STORIES));
    }

    private static AllClear allClear(Settings clear, List<Kind> kinds, Threshold opening) {
        return new AllClear(
                pAbove(clear, kinds, opening),
                storiesBelow(clear, kinds, opening),
                shareBelow(clear, kinds, opening),
                indexBelow(clear, kinds, opening),
                clear.duration("for", DEFAULT_HOLD));
    }

    private static @Nullable Double pAbove(Settings clear, List<Kind> kinds, Threshold opening) {
        if (!kinds.contains(Kind.SURGE)) {
            refuse(clear, "p-above", kinds);
            return null;
        }
        double opens = lowest(opening, Threshold.Surge.class, surge -> -surge.pBelow());
        double pAbove = clear.decimal("p-above", Math.max(DEFAULT_P_ABOVE, -opens), 0, 0.999);
        if (pAbove < -opens) {
            clear.problem(
                    "p-above", "must not be below the opening level's p (" + -opens + "), or it closes while it rings");
        }
        return pAbove;
    }

    private static @Nullable Integer storiesBelow(Settings clear, List<Kind> kinds, Threshold opening) {
        boolean counts = kinds.contains(Kind.COUNT) || kinds.contains(Kind.QUERY);
        if (!counts && !kinds.contains(Kind.SURGE)) {
            refuse(clear, "stories-below", kinds);
            return null;
        }
        int below = clear.number("stories-below", 0, 1, ConditionParser.MOST_STORIES);
        if (!counts) {
            return below == 0 ? null : below;
        }
        int opens = (int) lowest(opening, Threshold.Count.class, count -> count.atLeast());
        if (below > opens) {
            clear.problem(
                    "stories-below",
                    "must not be above the opening level's " + opens + " stories, or it closes while it rings");
        }
        return below == 0 ? Math.max(1, (opens + 1) / 2) : below;
    }

    private static @Nullable Double shareBelow(Settings clear, List<Kind> kinds, Threshold opening) {
        if (!kinds.contains(Kind.SHARE)) {
            refuse(clear, "share-below", kinds);
            return null;
        }
        double opens = lowest(opening, Threshold.Share.class, Threshold.Share::atLeast);
        double below = clear.decimal("share-below", SHARE_CLOSES * opens, 0, 1);
        if (below > opens) {
            clear.problem(
                    "share-below", "must not be above the opening level's " + opens + ", or it closes while it rings");
        }
        return below;
    }

    private static @Nullable Double indexBelow(Settings clear, List<Kind> kinds, Threshold opening) {
        if (!kinds.contains(Kind.INDEX)) {
            refuse(clear, "index-below", kinds);
            return null;
        }
        double opens = lowest(opening, Threshold.Index.class, Threshold.Index::atLeast);
        double below = clear.decimal("index-below", (EscalationIndex.NORMAL + opens) / 2, 0, opens);
        if (below > opens) {
            clear.problem(
                    "index-below", "must not be above the opening level's " + opens + ", or it closes while it rings");
        }
        return below;
    }

    private static void refuse(Settings clear, String key, List<Kind> kinds) {
        if (clear.textOrNull(key) != null) {
            Kind kind = kinds.get(0);
            clear.problem(
                    key,
                    "a" + (kind == Kind.INDEX || kind == Kind.ABSENCE ? "n " : " ") + kind.key() + " rule closes "
                            + closesBy(kind));
        }
    }

    private static String closesBy(Kind kind) {
        return switch (kind) {
            case SURGE -> "by p-above";
            case COUNT, QUERY -> "by stories-below";
            case SHARE -> "by share-below";
            case INDEX -> "by index-below";
            case FIRST -> "when it is the first no more";
            case ABSENCE -> "when there is news again";
            case ALL, ANY -> throw new IllegalStateException("no single condition: " + kind);
        };
    }

    private static <T extends Threshold> double lowest(Threshold opening, Class<T> kind, ToDoubleFunction<T> amount) {
        return opening.parts().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .mapToDouble(amount)
                .min()
                .orElse(0);
    }

    private static List<String> channels(Settings rule) {
        List<String> channels = rule.texts("deliver-to", List.of(ALL));
        if (channels.isEmpty()) {
            rule.problem("deliver-to", "the list is empty: write 'all' or name at least one");
        }
        if (channels.contains(ALL) && channels.size() > 1) {
            rule.problem("deliver-to", "'all' stands among others: write either");
        }
        if (channels.contains(ALL)) {
            return List.of();
        }
        for (String channel : channels) {
            if (!NAME.matcher(channel).matches()) {
                rule.problem("deliver-to", "'" + channel + "' is no channel's name");
            }
        }
        return channels;
    }
}
