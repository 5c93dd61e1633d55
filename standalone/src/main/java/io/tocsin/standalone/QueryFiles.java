package io.tocsin.standalone;

import io.tocsin.alerts.RuleSet;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.stream.query.QueryFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The saved queries of several rule files and folders. */
final class QueryFiles {
    private QueryFiles() {}

    /**
     * Reads all of them; the rules that stand beside them are left out.
     *
     * @param places files, folders, or {@link RuleSet#BUNDLED}
     * @throws InvalidSettings with every problem in every file
     */
    static List<QueryFile.Written> load(List<String> places) {
        List<String> problems = new ArrayList<>();
        List<QueryFile.Written> queries = new ArrayList<>();
        Map<String, String> origins = new HashMap<>();
        for (String place : places) {
            try {
                RuleSet.texts(place).forEach((name, text) -> read(name, text, queries, origins, problems));
            } catch (InvalidSettings e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return queries;
    }

    private static void read(
            String name,
            String text,
            List<QueryFile.Written> queries,
            Map<String, String> origins,
            List<String> problems) {
        try {
            for (QueryFile.Written query : QueryFile.parse(name, text)) {
                String earlier = origins.putIfAbsent(query.query().id(), name);
                if (earlier != null) {
                    problems.add(name + ": query '" + query.query().id() + "' is in " + earlier
                            + " too: choose another id or remove one");
                }
                queries.add(query);
            }
        } catch (InvalidSettings e) {
            problems.addAll(e.problems());
        }
    }
}
