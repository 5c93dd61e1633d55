package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Says a rule back as it was understood: as a sentence for people and as JSON with every default. */
public final class RuleEcho {
    private static final String ALL = "all";

    private final ScopeEcho scopes;

    public RuleEcho(TopicTree topics) {
        this.scopes = new ScopeEcho(topics, CountryGroups.bundled());
    }

    /** The rule in one sentence. */
    public String sentence(AlertRule rule) {
        AllClear clear = rule.allClear();
        Need need = rule.need();
        String backing = rule.ringsInSilence()
                ? ""
                : ", backed by at least " + ThresholdEcho.plural(need.stories(), "story", "stories") + " of "
                        + ThresholdEcho.plural(need.owners(), "owner", "owners");
        return rule.id() + ": rings for " + scopes.sentence(rule.watch()) + " when " + ThresholdEcho.sentence(rule)
                + backing + "; all clear after " + written(clear.hold()) + " with " + ThresholdEcho.closing(rule)
                + "; then at the earliest again after " + written(rule.coolDown())
                + ", unless the level is higher; updated at most every " + written(rule.updateEvery())
                + budget(rule) + "; delivered to "
                + (rule.deliverTo().isEmpty() ? "all channels" : String.join(", ", rule.deliverTo())) + '.';
    }

    private static String budget(AlertRule rule) {
        Integer most = rule.dailyBudget();
        return most == null ? "" : "; at most " + ThresholdEcho.plural(most, "alert", "alerts") + " a day";
    }

    /** The rule as JSON, in the shape of the YAML. */
    static ObjectNode json(AlertRule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id()).put("title", rule.title());
        ScopeEcho.write(json.putObject("watch"), rule.watch());
        ThresholdEcho.when(json.putObject("when"), rule);
        if (!rule.ringsInSilence()) {
            json.putObject("need")
                    .put("stories", rule.need().stories())
                    .put("owners", rule.need().owners());
        }
        ObjectNode levels = json.putObject("levels");
        for (Level level : rule.levels()) {
            ThresholdEcho.level(levels.putObject(level.name()), level.threshold());
        }
        ObjectNode clear = json.putObject("all-clear");
        if (rule.allClear().pAbove() != null) {
            clear.put("p-above", rule.allClear().pAbove());
        }
        if (rule.allClear().storiesBelow() != null) {
            clear.put("stories-below", rule.allClear().storiesBelow());
        }
        if (rule.allClear().shareBelow() != null) {
            clear.put("share-below", rule.allClear().shareBelow());
        }
        if (rule.allClear().indexBelow() != null) {
            clear.put("index-below", rule.allClear().indexBelow());
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
