package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.Horizon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a rule back as it was understood: as a sentence for people and as JSON with every default. */
public final class RuleEcho {
    private static final String ALL = "all";

    private final TopicTree topics;

    public RuleEcho(TopicTree topics) {
        this.topics = topics;
    }

    /** The rule in one sentence. */
    public String sentence(AlertRule rule) {
        AllClear clear = rule.allClear();
        Need need = rule.need();
        return rule.id() + ": rings for " + countries(rule.watch()) + " on " + topics(rule.watch()) + " when "
                + levels(rule) + ", backed by at least " + plural(need.stories(), "story", "stories") + " of "
                + plural(need.owners(), "owner", "owners") + "; all clear after "
                + written(clear.hold()) + " with " + closing(clear) + "; then at the earliest again after "
                + written(rule.coolDown()) + ", unless the level is higher; updated at most every "
                + written(rule.updateEvery()) + budget(rule) + "; delivered to "
                + (rule.deliverTo().isEmpty() ? "all channels" : String.join(", ", rule.deliverTo())) + '.';
    }

    private static String budget(AlertRule rule) {
        Integer most = rule.dailyBudget();
        return most == null ? "" : "; at most " + plural(most, "alert", "alerts") + " a day";
    }

    private static String countries(Watch watch) {
        return watch.countries().isEmpty()
                ? "every country"
                : watch.countries().stream()
                        .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    private String topics(Watch watch) {
        if (watch.topics().isEmpty()) {
            return "every topic";
        }
        String names = watch.topics().stream()
                .map(code -> "'" + topics.name(code).orElse(code) + "'")
                .collect(Collectors.joining(", "));
        return watch.narrower() && watch.covered().size() > watch.topics().size()
                ? names + " and narrower topics"
                : names;
    }

    private static String levels(AlertRule rule) {
        String over = written(rule.horizon());
        List<String> parts = new ArrayList<>();
        String what = "";
        for (Level level : rule.levels()) {
            if (level.threshold() instanceof Threshold.Surge surge) {
                what = "the stories of " + over + " are as improbable as ";
                parts.add("p < " + number(surge.pBelow())
                        + (surge.atLeast() > 1 ? " with " + surge.atLeast() + " stories" : "") + " (" + level.name()
                        + ")");
            } else if (level.threshold() instanceof Threshold.Count count) {
                what = "the stories of " + over + " reach ";
                parts.add(count.atLeast() + " (" + level.name() + ")");
            } else {
                throw new IllegalStateException("no words for " + level.threshold());
            }
        }
        return what + String.join(", ", parts);
    }

    private static String closing(AllClear clear) {
        List<String> parts = new ArrayList<>();
        if (clear.pAbove() != null) {
            parts.add("p > " + number(clear.pAbove()));
        }
        if (clear.storiesBelow() != null) {
            parts.add("fewer than " + plural(clear.storiesBelow(), "story", "stories"));
        }
        return String.join(" and ", parts);
    }

    private static String plural(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String number(double value) {
        return value >= 1e-3
                ? Double.toString(value)
                : String.format(Locale.ROOT, "%.3g", value).replaceAll("\\.?0+e", "e");
    }

    /** The rule as JSON, in the shape of the YAML. */
    static ObjectNode json(AlertRule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id()).put("title", rule.title());
        ObjectNode watch = json.putObject("watch");
        list(watch, "countries", rule.watch().countries());
        list(watch, "topics", rule.watch().topics());
        watch.put("narrower", rule.watch().narrower());
        boolean surge = rule.levels().get(0).threshold() instanceof Threshold.Surge;
        json.putObject("when").putObject(surge ? "surge" : "count").put("over", written(rule.horizon()));
        json.putObject("need")
                .put("stories", rule.need().stories())
                .put("owners", rule.need().owners());
        ObjectNode levels = json.putObject("levels");
        for (Level level : rule.levels()) {
            ObjectNode one = levels.putObject(level.name());
            if (level.threshold() instanceof Threshold.Surge threshold) {
                one.put("p", threshold.pBelow()).put("stories", threshold.atLeast());
            } else if (level.threshold() instanceof Threshold.Count threshold) {
                one.put("stories", threshold.atLeast());
            }
        }
        ObjectNode clear = json.putObject("all-clear");
        if (rule.allClear().pAbove() != null) {
            clear.put("p-above", rule.allClear().pAbove());
        }
        if (rule.allClear().storiesBelow() != null) {
            clear.put("stories-below", rule.allClear().storiesBelow());
        }
        clear.put("for", written(rule.allClear().hold()));
        json.put("cool-down", written(rule.coolDown())).put("update-every", written(rule.updateEvery()));
        if (rule.dailyBudget() != null) {
            json.put("daily-budget", rule.dailyBudget());
        }
        list(json, "deliver-to", rule.deliverTo());
        return json;
    }

    private static void list(ObjectNode json, String key, List<String> values) {
        if (values.isEmpty()) {
            json.put(key, ALL);
        } else {
            ArrayNode array = json.putArray(key);
            values.forEach(array::add);
        }
    }

    private static String written(Horizon horizon) {
        return switch (horizon) {
            case HOUR -> "1h";
            case DAY -> "24h";
            case WEEK -> "7d";
        };
    }

    /** As it stands in a rule file: {@code 90m}, {@code 12h}. */
    private static String written(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
