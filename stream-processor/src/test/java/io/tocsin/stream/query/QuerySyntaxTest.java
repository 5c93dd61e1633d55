package io.tocsin.stream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b                         | a AND b",
                "a OR b c                    | a OR (b AND c)",
                "a AND b OR c AND d          | (a AND b) OR (c AND d)",
                "a && b OR !c d              | (a AND b) OR (d AND NOT c)",
                "+a -b                       | a AND NOT b",
                "a NOT NOT b                 | a AND b",
                "title:(a OR \"b c\"~3) d    | (title:a OR title:\"b c\"~3) AND d",
                "“oil price”                 | \"oil price\"",
                "\"and\" \"oil:gas\"         | \"and\" AND \"oil:gas\"",
                "tank* AND kil?ed            | tank* AND kil?ed",
                "l'Iran                      | l'Iran",
                "AND*                        | AND*"
            })
    void saysBackWhatItUnderstood(String query, String written) {
        Clause clause = QuerySyntax.parse(query);
        assertThat(clause.written()).isEqualTo(written);
        assertThat(QuerySyntax.parse(written)).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                  | 1  | the query is empty",
                "a AND               | 6  | a word is missing at the end",
                "a AND )             | 7  | a word is missing before ')'",
                "(a OR b             | 1  | this '(' is never closed",
                "a) b                | 2  | ')' without '('",
                "\"a b               | 1  | this quote is never closed",
                "a \"\"              | 3  | no word in these quotes",
                "OR a                | 1  | a word is missing before OR",
                "a or b              | 3  | 'or': write OR for the operator",
                "NOT a               | 1  | only says what must not be there",
                "a OR NOT b          | 6  | only says what must not be there",
                "body:a              | 1  | there is no field 'body'",
                "title:(a text:b)    | 10 | 'text:' stands within another field",
                "*ship               | 1  | fewer than 3 letters before '*'",
                "a AND ab*           | 9  | fewer than 3 letters before '*'",
                "ship~               | 5  | '~' stands behind a phrase only",
                "\"a b\"~x           | 6  | behind '~' stands",
                "\"a b\"~51          | 6  | behind '~' stands",
                "\"ship* tank*\"     | 1  | every word of the phrase has a wildcard",
                "a AND ---           | 10 | a word is missing at the end",
                "$                   | 1  | holds neither letter nor digit"
            })
    void refusesWithPositionAndReason(String query, int position, String reason) {
        InvalidQuery refused = catchThrowableOfType(InvalidQuery.class, () -> QuerySyntax.parse(query));
        assertThat(refused).isNotNull();
        assertThat(refused.position()).isEqualTo(position);
        assertThat(refused).hasMessageContaining(reason);
    }

    @Test
    void staysWithinBounds() {
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> QuerySyntax.parse("(".repeat(3_000))))
                .hasMessageContaining("brackets");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> QuerySyntax.parse("a ".repeat(300))))
                .hasMessageContaining("more than 256 words");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> QuerySyntax.parse("a".repeat(4_001))))
                .hasMessageContaining("longer than 4000");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> QuerySyntax.parse("NOT ".repeat(900) + "a")))
                .isNull();
    }
}
