package io.tocsin.stream.query;

import java.util.List;
import java.util.stream.Collectors;

/** A query as it was understood. Immutable. */
public sealed interface Clause {

    /** In the syntax of queries, with every operator written; what is read from it is the same clause again. */
    String written();

    /**
     * One word, or several that stand together.
     *
     * @param words as they were written; {@code *} stands for any letters, {@code ?} for one
     * @param gap how many other words may stand between them, in any order; -1 when they follow one another
     */
    record Words(Scope scope, List<String> words, int gap) implements Clause {
        /** No other word between them, and in this order. */
        public static final int NONE = -1;

        public Words {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no word");
            }
        }

        @Override
        public String written() {
            if (words.size() == 1 && gap == NONE && QuerySyntax.isBare(words.get(0))) {
                return scope.prefix() + words.get(0);
            }
            return scope.prefix() + '"' + String.join(" ", words) + '"' + (gap == NONE ? "" : "~" + gap);
        }
    }

    /**
     * All of these and none of those.
     *
     * @param clauses one at least
     */
    record AllOf(List<Clause> clauses, List<Clause> excluded) implements Clause {
        public AllOf {
            clauses = List.copyOf(clauses);
            excluded = List.copyOf(excluded);
            if (clauses.isEmpty()) {
                throw new IllegalArgumentException("nothing that must be there");
            }
        }

        @Override
        public String written() {
            return clauses.stream().map(AllOf::operand).collect(Collectors.joining(" AND "))
                    + excluded.stream()
                            .map(clause -> " AND NOT " + operand(clause))
                            .collect(Collectors.joining());
        }

        private static String operand(Clause clause) {
            return clause instanceof Words ? clause.written() : '(' + clause.written() + ')';
        }
    }

    /** At least one of these. */
    record AnyOf(List<Clause> clauses) implements Clause {
        public AnyOf {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String written() {
            return clauses.stream().map(AllOf::operand).collect(Collectors.joining(" OR "));
        }
    }
}
