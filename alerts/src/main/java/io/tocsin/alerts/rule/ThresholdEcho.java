package io.tocsin.alerts.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.CellName;
import io.tocsin.events.Horizon;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says levels back: in words for people, and as JSON in the shape of the YAML. */
final class ThresholdEcho {
    private ThresholdEcho() {}

    /** When a rule rings, in the middle of a sentence. */
    static String sentence(AlertRule rule) {
        Threshold first = rule.levels().get(0).threshold();
        if (first instanceof Threshold.Single) {
            return subject(first)
                    + rule.levels().stream()
                            .map(level -> amount(level.threshold()) + " (" + level.name() + ")")
                            .collect(Collectors.joining(", "));
        }
        return rule.levels().stream()
                .map(level -> clause(level.threshold()) + " (" + level.name() + ")")
                .collect(Collectors.joining("; or "));
    }

    private static String clause(Threshold threshold) {
        if (threshold instanceof Threshold.All all) {
            return joined(all.conditions(), " and ");
        }
        return threshold instanceof Threshold.Any any
                ? joined(any.conditions(), " or ")
                : subject(threshold) + amount(threshold);
    }

    private static String joined(List<Threshold> conditions, String word) {
        return conditions.stream()
                .map(condition ->
                        condition instanceof Threshold.Single ? clause(condition) : "(" + clause(condition) + ")")
                .collect(Collectors.joining(word));
    }

    private static String subject(Threshold single) {
        String over = over(single.over());
        if (single instanceof Threshold.Surge) {
            return "the stories of " + over + " are as improbable as ";
        }
        if (single instanceof Threshold.Share share) {
            return "the stories of " + over + " are of all news "
                    + (share.of() == Threshold.Share.Whole.COUNTRY ? "about the place" : "on the subject")
                    + " at least ";
        }
        if (single instanceof Threshold.Index) {
            return "the escalation index of " + over + ", 100 being normal, reaches ";
        }
        if (single instanceof Threshold.First) {
            return over + " bring the first story in ";
        }
        if (single instanceof Threshold.Absence absence) {
            return "no more than " + plural(absence.atMost(), "story", "stories") + " in " + over
                    + " is as improbable as ";
        }
        return "the stories of " + over + " reach ";
    }

    private static String amount(Threshold single) {
        if (single instanceof Threshold.Surge surge) {
            return "p < " + number(surge.pBelow())
                    + (surge.atLeast() > 1 ? " with " + surge.atLeast() + " stories" : "");
        }
        if (single instanceof Threshold.Count count) {
            return Integer.toString(count.atLeast());
        }
        if (single instanceof Threshold.Share share) {
            return percent(share.atLeast());
        }
        if (single instanceof Threshold.Index index) {
            return String.format(Locale.ROOT, "%.0f", index.atLeast());
        }
        if (single instanceof Threshold.First first) {
            return plural(first.days(), "known day", "known days");
        }
        if (single instanceof Threshold.Absence absence) {
            return "p < " + number(absence.pBelow());
        }
        throw new IllegalStateException("no words for " + single);
    }

    /** When it is over, in the middle of a sentence. */
    static String closing(AlertRule rule) {
        AllClear clear = rule.allClear();
        List<String> parts = new java.util.ArrayList<>();
        for (Threshold single : rule.levels().get(0).threshold().parts()) {
            if (single instanceof Threshold.First) {
                parts.add("no first story");
            } else if (single instanceof Threshold.Absence) {
                parts.add("news again");
            }
        }
        if (clear.pAbove() != null) {
            parts.add("p > " + number(clear.pAbove()));
        }
        if (clear.storiesBelow() != null) {
            parts.add("fewer than " + plural(clear.storiesBelow(), "story", "stories"));
        }
        if (clear.shareBelow() != null) {
            parts.add("less than " + percent(clear.shareBelow()));
        }
        if (clear.indexBelow() != null) {
            parts.add("an index below " + String.format(Locale.ROOT, "%.0f", clear.indexBelow()));
        }
        boolean either = rule.levels().get(0).threshold() instanceof Threshold.All;
        return String.join(either ? " or " : " and ", parts);
    }

    static String plural(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }

    private static String number(double value) {
        return value >= 1e-3
                ? Double.toString(value)
                : String.format(Locale.ROOT, "%.3g", value).replaceAll("\\.?0+e", "e");
    }

    /** A window as it stands in a rule file. */
    static String over(Horizon horizon) {
        return switch (horizon) {
            case HOUR -> "1h";
            case DAY -> "24h";
            case WEEK -> "7d";
        };
    }

    /** {@code when}, with what does not differ between levels. */
    static void when(ObjectNode when, AlertRule rule) {
        Threshold first = rule.levels().get(0).threshold();
        String subject = rule.watch().scope().subjects().get(0);
        if (first instanceof Threshold.Count && CellName.isQuery(subject)) {
            when.putObject("query").put("id", CellName.name(subject)).put("over", over(first.over()));
        } else {
            condition(when, first);
        }
    }

    private static void condition(ObjectNode at, Threshold threshold) {
        if (threshold instanceof Threshold.All all) {
            conditions(at.putArray("all"), all.conditions());
        } else if (threshold instanceof Threshold.Any any) {
            conditions(at.putArray("any"), any.conditions());
        } else {
            ObjectNode single = at.putObject(kind(threshold)).put("over", over(threshold.over()));
            if (threshold instanceof Threshold.Share share) {
                single.put("of", share.of().name().toLowerCase(Locale.ROOT));
            } else if (threshold instanceof Threshold.Absence absence) {
                single.put("stories", absence.atMost());
            }
        }
    }

    /** The conditions of a combination, with what the opening level asks of them. */
    private static void conditions(ArrayNode list, List<Threshold> conditions) {
        for (Threshold condition : conditions) {
            ObjectNode one = list.addObject();
            condition(one, condition);
            if (condition instanceof Threshold.Single) {
                amounts((ObjectNode) one.get(kind(condition)), condition);
            }
        }
    }

    /** A level; of a rule that combines conditions by their kinds, if each is there once. */
    static void level(ObjectNode at, Threshold threshold) {
        if (threshold instanceof Threshold.Single) {
            amounts(at, threshold);
            return;
        }
        List<String> kinds = threshold.parts().stream().map(ThresholdEcho::kind).toList();
        for (Threshold part : threshold.parts()) {
            if (Collections.frequency(kinds, kind(part)) == 1) {
                amounts(at.putObject(kind(part)), part);
            }
        }
    }

    private static void amounts(ObjectNode at, Threshold single) {
        if (single instanceof Threshold.Surge surge) {
            at.put("p", surge.pBelow()).put("stories", surge.atLeast());
        } else if (single instanceof Threshold.Count count) {
            at.put("stories", count.atLeast());
        } else if (single instanceof Threshold.Share share) {
            at.put("share", share.atLeast());
        } else if (single instanceof Threshold.Index index) {
            at.put("index", index.atLeast());
        } else if (single instanceof Threshold.First first) {
            at.put("days", first.days());
        } else if (single instanceof Threshold.Absence absence) {
            at.put("p", absence.pBelow());
        }
    }

    private static String kind(Threshold single) {
        return single.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
