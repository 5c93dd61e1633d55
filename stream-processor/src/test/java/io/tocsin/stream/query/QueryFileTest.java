package io.tocsin.stream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.events.Rule;
import io.tocsin.runtime.InvalidSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueryFileTest {
    private static final String FILE = """
            - id: coup
              when: {count: {stories: 3}}
            # ships
            - kind: query
              id: hormuz
              title: Shipping in the strait
              language: en
              query: '"strait of hormuz" OR tanker* iran'
            - {kind: query, id: bell, query: tocsin}
            """;

    @Test
    void readsTheQueriesAmongRules() {
        assertThat(QueryFile.parse("desk.yaml", FILE))
                .extracting(written -> written.query().sentence())
                .containsExactly(
                        "hormuz: finds articles in English with \"strait of hormuz\" OR (tanker* AND iran).",
                        "bell: finds articles in any language with tocsin.");
    }

    @Test
    void readsItsOwnTextAgain() {
        for (QueryFile.Written written : QueryFile.parse("desk.yaml", FILE)) {
            Rule record = written.event(Instant.EPOCH);
            assertThat(record.kind()).isEqualTo(Rule.Kind.QUERY);
            assertThat(QueryFile.read(record)).isEqualTo(written.query());
            assertThat(QueryFile.parse("echo", record.parsed().toString())
                            .get(0)
                            .query())
                    .isEqualTo(written.query());
        }
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> QueryFile.parse("q.yaml", """
                - {kind: query, id: Big Name, query: a}
                - kind: query
                  id: two
                  language: klingon
                  query: (a OR b
                  colour: red
                - {kind: query, id: two, query: b}
                - {kind: search, id: x}
                - {kind: query, id: empty}
                """));
        assertThat(refused.problems())
                .anyMatch(problem -> problem.startsWith("q.yaml:1: 'id': 'Big Name' must be lower-case"))
                .anyMatch(problem -> problem.startsWith("q.yaml:4: 'language': 'klingon' is no language"))
                .anyMatch(problem -> problem.startsWith("q.yaml:5: 'query': at character 1: this '(' is never closed"))
                .anyMatch(problem -> problem.startsWith("q.yaml:6: 'colour' is not known here"))
                .anyMatch(problem -> problem.startsWith("q.yaml:7: 'id': 'two' is the query at line 2 too"))
                .anyMatch(problem -> problem.startsWith("q.yaml:8: 'kind': 'search' is none of rule, query"))
                .anyMatch(problem -> problem.startsWith("q.yaml:9: 'query' is missing"))
                .hasSize(7);
    }

    @Test
    void aRuleIsNoQuery() {
        Rule record = QueryFile.parse("desk.yaml", FILE).get(0).event(Instant.EPOCH);
        Rule other = new Rule("other", record.version(), record.text(), record.parsed(), Instant.EPOCH);
        assertThatThrownBy(() -> QueryFile.read(other)).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void theManualsExamplesAreQueries() throws Exception {
        String manual = Files.readString(Path.of("../docs/queries.md"), StandardCharsets.UTF_8);
        String example = manual.substring(manual.indexOf("```yaml") + 8);
        assertThat(QueryFile.parse("docs/queries.md", example.substring(0, example.indexOf("```"))))
                .hasSize(2);
    }
}
