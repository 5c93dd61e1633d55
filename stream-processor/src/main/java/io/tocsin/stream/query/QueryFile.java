package io.tocsin.stream.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.events.Rule;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.runtime.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the saved queries of a rules file: YAML, a list of rules and queries or one of them; a query says {@code kind:
 * query}. The rules are left to whoever knows them. A file with one error is refused as a whole, with every problem at
 * its line.
 */
public final class QueryFile {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private QueryFile() {}

    /**
     * A query as it was written and as it was understood.
     *
     * @param text the YAML of this one query
     */
    public record Written(SavedQuery query, String text) {

        /** As it travels on the rules topic. */
        public Rule event(Instant appliedAt) {
            ObjectNode parsed = JsonNodeFactory.instance.objectNode();
            parsed.put("kind", "query")
                    .put("id", query.id())
                    .put("title", query.title())
                    .put("language", query.language())
                    .put("query", query.clause().written());
            return new Rule(query.id(), Rule.versionOf(text), text, parsed, appliedAt);
        }
    }

    /**
     * The queries of a text.
     *
     * @param name what messages call it: a file's path
     * @throws InvalidSettings with every problem, each with its line and the remedy
     */
    public static List<Written> parse(String name, String yaml) {
        List<Written> queries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        List<Settings> all = Settings.list(name, yaml);
        for (Settings one : all) {
            if (one.choice("kind", Rule.Kind.class, Rule.Kind.RULE) != Rule.Kind.QUERY) {
                one.leave();
                continue;
            }
            String id = id(one);
            Integer earlier = lines.putIfAbsent(id, one.line());
            if (earlier != null) {
                one.problem("id", "'" + id + "' is the query at line " + earlier + " too: choose another");
            }
            String title = one.text("title", id);
            String language = language(one);
            String text = one.text("query");
            try {
                if (!text.isBlank()) {
                    queries.add(new Written(
                            SavedQuery.of(id, title, language.isEmpty() ? null : language, text), one.source(yaml)));
                }
            } catch (InvalidQuery e) {
                one.problem("query", String.valueOf(e.getMessage()));
            }
        }
        if (!all.isEmpty()) {
            all.get(0).finish();
        }
        return queries;
    }

    private static String id(Settings query) {
        String id = query.text("id");
        if (!id.isBlank() && !NAME.matcher(id).matches()) {
            query.problem("id", "'" + id + "' must be lower-case letters, digits and hyphens, beginning with a letter");
        }
        return id;
    }

    private static String language(Settings query) {
        String language = query.text("language", "");
        boolean known = LANGUAGE.matcher(language).matches()
                && !new Locale(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
        if (!language.isEmpty() && !known) {
            query.problem(
                    "language", "'" + language + "' is no language: write an ISO 639 code such as en, or nothing");
        }
        return language;
    }

    /**
     * The query of a record on the rules topic.
     *
     * @throws InvalidSettings when it is none
     */
    public static SavedQuery read(Rule record) {
        List<Written> queries = parse("query " + record.id(), record.text());
        if (queries.size() != 1 || !queries.get(0).query().id().equals(record.id())) {
            throw new InvalidSettings(
                    List.of("query " + record.id() + ":1: the text is not this one query: apply its file again"));
        }
        return queries.get(0).query();
    }
}
