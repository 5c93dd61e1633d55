package io.tocsin.integration.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL query asks for: its metrics with their label matchers, and the labels that it groups by. Enough of the
 * language for dashboards and alert rules; a query that it does not understand is an {@link IllegalArgumentException},
 * and one that Prometheus does not is found by {@code ComposeIT}, which runs them all.
 */
final class PromQl {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+" // space
                    + "|(?<word>[A-Za-z_:][A-Za-z0-9_:]*)"
                    + "|(?<number>[0-9][0-9a-zA-Z_.]*|\\.[0-9]+)"
                    + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
                    + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){}\\[\\],:@])");
    private static final Set<String> AGGREGATORS = Set.of(
            "sum",
            "min",
            "max",
            "avg",
            "count",
            "group",
            "stddev",
            "stdvar",
            "topk",
            "bottomk",
            "quantile",
            "count_values",
            "limitk");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "atan2");
    private static final Set<String> JOINS = Set.of("on", "ignoring", "group_left", "group_right");

    private final String query;
    private final List<String> tokens;
    private final List<Selector> selectors = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private int at;

    /** A metric with its matchers. */
    record Selector(String metric, List<LabelMatcher> matchers) {}

    /** {@code label operator "value"}. */
    record LabelMatcher(String label, String operator, String value) {

        /** Whether a series with this value of the label is selected. */
        boolean accepts(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> Pattern.matches(value, actual);
                default -> !Pattern.matches(value, actual);
            };
        }
    }

    /** The labels that an aggregation keeps, and the metrics in it. */
    record Grouping(Set<String> labels, List<Selector> of) {}

    /** What a query asks for. */
    record Asked(List<Selector> selectors, List<Grouping> groupings) {}

    private PromQl(String query) {
        this.query = query;
        this.tokens = tokens(query);
    }

    static Asked parse(String query) {
        PromQl parser = new PromQl(query);
        parser.scope("");
        return new Asked(List.copyOf(parser.selectors), List.copyOf(parser.groupings));
    }

    /** The query with Grafana's variables replaced: intervals by five minutes, all others by what matches everything. */
    static String withoutVariables(String query) {
        return query.replaceAll("\\$\\{?__(?:rate_interval|interval|range)\\b}?", "5m")
                .replaceAll("\\$\\{?__(?:interval_ms|range_ms|range_s)\\b}?", "300000")
                .replaceAll("\\$\\{\\w+(?::\\w+)?}|\\$\\w+", ".*");
    }

    private static List<String> tokens(String query) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("not PromQL at '" + query.substring(end) + "' of " + query);
            }
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
            end = matcher.end();
        }
        return tokens;
    }

    /** Reads up to the closing bracket, or to the end. */
    private List<Selector> scope(String closing) {
        List<Selector> found = new ArrayList<>();
        while (at < tokens.size() && !tokens.get(at).equals(closing)) {
            String token = tokens.get(at++);
            String lower = token.toLowerCase(Locale.ROOT);
            if (token.equals("(")) {
                found.addAll(scope(")"));
            } else if (token.equals("[")) {
                skipRange();
            } else if (token.equals("{")) {
                throw new IllegalArgumentException("a selector without a metric: " + query);
            } else if (AGGREGATORS.contains(lower)) {
                found.addAll(aggregation());
            } else if (JOINS.contains(lower)) {
                if (next("(")) {
                    labels();
                }
            } else if (isWord(token) && !WORDS.contains(lower)) {
                if (next("(")) {
                    found.addAll(scope(")"));
                } else {
                    found.add(selector(token));
                }
            }
        }
        if (!closing.isEmpty()) {
            expect(closing);
        }
        return found;
    }

    private List<Selector> aggregation() {
        Set<String> labels = grouping();
        expect("(");
        List<Selector> inner = scope(")");
        labels.addAll(grouping());
        groupings.add(new Grouping(labels, inner));
        return inner;
    }

    /** The labels after {@code by}; none after {@code without}. */
    private Set<String> grouping() {
        if (next("by")) {
            expect("(");
            return labels();
        }
        if (next("without")) {
            expect("(");
            labels();
        }
        return new LinkedHashSet<>();
    }

    private Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        while (!next(")")) {
            String token = take();
            if (isWord(token)) {
                labels.add(token);
            } else if (!token.equals(",")) {
                throw new IllegalArgumentException("no label: '" + token + "' in " + query);
            }
        }
        return labels;
    }

    private Selector selector(String metric) {
        List<LabelMatcher> matchers = new ArrayList<>();
        if (next("{")) {
            while (!next("}")) {
                if (next(",")) {
                    continue;
                }
                String label = take();
                String operator = take();
                String value = take();
                if (!isWord(label) || !Set.of("=", "!=", "=~", "!~").contains(operator) || !isString(value)) {
                    throw new IllegalArgumentException("no matcher: " + label + operator + value + " in " + query);
                }
                matchers.add(new LabelMatcher(label, operator, value.substring(1, value.length() - 1)));
            }
        }
        Selector selector = new Selector(metric, List.copyOf(matchers));
        selectors.add(selector);
        return selector;
    }

    private void skipRange() {
        while (!next("]")) {
            take();
        }
    }

    private boolean next(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        if (there) {
            at++;
        }
        return there;
    }

    private String take() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("unfinished: " + query);
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!next(token)) {
            throw new IllegalArgumentException("expected '" + token + "' in " + query);
        }
    }

    private static boolean isWord(String token) {
        return Character.isLetter(token.charAt(0))
                || token.charAt(0) == '_'
                || (token.charAt(0) == ':' && token.length() > 1);
    }

    private static boolean isString(String token) {
        return token.charAt(0) == '"' || token.charAt(0) == '\'';
    }
}
