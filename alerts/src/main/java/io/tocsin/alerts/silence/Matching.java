package io.tocsin.alerts.silence;

import io.tocsin.events.Alert;
import io.tocsin.events.Silence.Matcher;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The conditions of silences: written as in Alertmanager, {@code country=IR}, {@code level!=critical}, {@code rule=~coup.*}. */
public final class Matching {
    private static final Pattern WRITTEN = Pattern.compile("\\s*([a-z]+)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*");

    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("alert", "incident", "rule", "level", "country", "topic"));

    private Matching() {}

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException when it is none, with what is wrong and what to write
     */
    public static Matcher read(String written) {
        java.util.regex.Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no condition: write country=IR, level!=critical or rule=~coup.*");
        }
        String name = parts.group(1);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + written + "': '" + name
                    + "' is nothing that an alert has: known are " + String.join(", ", NAMES));
        }
        String sign = parts.group(2);
        String value = parts.group(3);
        boolean isRegex = sign.endsWith("~");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("'" + written + "' compares with nothing: write a value");
        }
        if (isRegex) {
            try {
                Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'" + written + "': no regular expression: " + e.getDescription(), e);
            }
        }
        return new Matcher(name, value, isRegex, !sign.startsWith("!"));
    }

    /** As it is written. */
    public static String write(Matcher matcher) {
        return matcher.name()
                + (matcher.isEqual() ? "=" : "!")
                + (matcher.isRegex() ? "~" : matcher.isEqual() ? "" : "=")
                + matcher.value();
    }

    /** Whether an alert meets a condition. Of several countries or topics one is enough, and none with {@code !=}. */
    public static boolean matches(Matcher matcher, Alert alert) {
        boolean equal = values(matcher.name(), alert).stream().anyMatch(value -> equals(matcher, value));
        return equal == matcher.isEqual();
    }

    private static boolean equals(Matcher matcher, String value) {
        if (!matcher.isRegex()) {
            return matcher.value().equals(value);
        }
        try {
            return Pattern.matches(matcher.value(), value);
        } catch (PatternSyntaxException e) {
            return false; // written to the topic by somebody else's hand
        }
    }

    private static List<String> values(String name, Alert alert) {
        String incident = alert.incident();
        return switch (name) {
            case "alert" -> List.of(alert.id());
            case "incident" -> incident == null ? List.of() : List.of(incident);
            case "rule" -> List.of(alert.rule());
            case "level" -> List.of(alert.level());
            case "country" -> alert.countries();
            case "topic" -> alert.topics();
            default -> List.of();
        };
    }
}
