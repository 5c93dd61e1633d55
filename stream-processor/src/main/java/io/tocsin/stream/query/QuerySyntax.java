package io.tocsin.stream.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of queries. NOT binds tighter than AND, AND tighter than OR; words side by side are joined by AND.
 *
 * <pre>
 * any    = all ("OR" all)*
 * all    = unary ("AND"? unary)*
 * unary  = ("NOT" | "-") unary | one
 * one    = "(" any ")" | ("title" | "text") ":" one | word | '"' word+ '"' ("~" number)?
 * </pre>
 */
final class QuerySyntax {
    /** Longest query, in UTF-16 code units. */
    static final int MAX_LENGTH = 4_000;

    private static final int MAX_WORDS = 256;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_GAP = 50;
    /** Letters before a wildcard. */
    private static final int MIN_STEM = 3;

    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private final String text;
    private int at;
    private int depth;
    private int words;
    private Scope scope = Scope.ANYWHERE;

    private QuerySyntax(String text) {
        this.text = text;
    }

    /**
     * Reads a query.
     *
     * @throws InvalidQuery with position, reason and remedy
     */
    static Clause parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidQuery(
                    MAX_LENGTH + 1, "longer than " + MAX_LENGTH + " characters: make it several queries");
        }
        QuerySyntax syntax = new QuerySyntax(text);
        Clause clause = syntax.any();
        if (syntax.at < text.length()) {
            throw syntax.problem("')' without '(' before it: remove it");
        }
        return clause;
    }

    /** Whether a word needs no quotes. */
    static boolean isBare(String word) {
        return word.chars().noneMatch(c -> ends((char) c))
                && !word.startsWith("-")
                && !word.startsWith("+")
                && !word.startsWith("!")
                && !OPERATORS.contains(word.toUpperCase(Locale.ROOT));
    }

    private Clause any() {
        if (++depth > MAX_DEPTH) {
            throw problem("more than " + MAX_DEPTH + " brackets within one another: write it flatter");
        }
        List<Clause> clauses = new ArrayList<>();
        do {
            clauses.add(all());
        } while (operator("OR", "||"));
        depth--;
        return clauses.size() == 1 ? clauses.get(0) : new Clause.AnyOf(clauses);
    }

    private Clause all() {
        List<Clause> wanted = new ArrayList<>();
        List<Clause> excluded = new ArrayList<>();
        int start = skipSpace();
        do {
            boolean negated = false;
            while (operator("NOT", "!") || sign('-')) {
                negated = !negated;
            }
            sign('+');
            (negated ? excluded : wanted).add(one());
        } while (operator("AND", "&&") || beginsAnother());
        if (wanted.isEmpty()) {
            at = start;
            throw problem("only says what must not be there: name something that must, such as 'a AND NOT b'");
        }
        return wanted.size() == 1 && excluded.isEmpty() ? wanted.get(0) : new Clause.AllOf(wanted, excluded);
    }

    private boolean beginsAnother() {
        return skipSpace() < text.length() && text.charAt(at) != ')' && !follows("OR") && !text.startsWith("||", at);
    }

    private Clause one() {
        int start = skipSpace();
        if (at == text.length()) {
            throw problem(at == 0 ? "the query is empty: write at least one word" : "a word is missing at the end");
        }
        char c = text.charAt(at);
        if (c == ')') {
            throw problem("a word is missing before ')'");
        }
        if (c == '(') {
            at++;
            Clause inner = any();
            if (at == text.length()) {
                at = start;
                throw problem("this '(' is never closed: add ')'");
            }
            at++;
            return inner;
        }
        if (QUOTES.indexOf(c) >= 0) {
            return phrase();
        }
        String word = word();
        if (at < text.length() && text.charAt(at) == ':') {
            return scoped(word, start);
        }
        if (OPERATORS.contains(word)) {
            at = start;
            throw problem("a word is missing before " + word);
        }
        if (OPERATORS.contains(word.toUpperCase(Locale.ROOT))) {
            at = start;
            throw problem("'" + word + "': write " + word.toUpperCase(Locale.ROOT)
                    + " for the operator, or put the word into quotes");
        }
        check(word, start);
        if (at < text.length() && text.charAt(at) == '~') {
            throw problem("'~' stands behind a phrase only: write \"two words\"~5");
        }
        return new Clause.Words(scope, List.of(word), Clause.Words.NONE);
    }

    private Clause scoped(String name, int start) {
        Scope inner = scope(name, start);
        if (scope != Scope.ANYWHERE) {
            at = start;
            throw problem("'" + name + ":' stands within another field: keep one");
        }
        at++;
        scope = inner;
        Clause clause = one();
        scope = Scope.ANYWHERE;
        return clause;
    }

    private Scope scope(String name, int start) {
        return switch (name) {
            case "title" -> Scope.TITLE;
            case "text" -> Scope.TEXT;
            default -> {
                at = start;
                throw problem("there is no field '" + name
                        + "': title and text are; put words with a ':' in them into quotes");
            }
        };
    }

    private Clause phrase() {
        int open = at++;
        List<String> phrase = new ArrayList<>();
        @Nullable String unfixed = null;
        while (true) {
            skipSpace();
            if (at == text.length()) {
                at = open;
                throw problem("this quote is never closed: add '\"'");
            }
            if (QUOTES.indexOf(text.charAt(at)) >= 0) {
                at++;
                break;
            }
            int start = at;
            while (at < text.length()
                    && !Character.isWhitespace(text.charAt(at))
                    && QUOTES.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                check(word, start);
                phrase.add(word);
                unfixed = wildcard(word) < 0 ? unfixed : word;
            }
        }
        if (phrase.isEmpty()) {
            at = open;
            throw problem("there is no word in these quotes");
        }
        if (unfixed != null && phrase.stream().allMatch(word -> wildcard(word) >= 0) && phrase.size() > 1) {
            at = open;
            throw problem("every word of the phrase has a wildcard: write one of them out");
        }
        return new Clause.Words(scope, phrase, gap(phrase.size()));
    }

    private int gap(int wordCount) {
        if (at == text.length() || text.charAt(at) != '~') {
            return Clause.Words.NONE;
        }
        int start = at++;
        int number = 0;
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && number <= MAX_GAP) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        if (at == digits || number > MAX_GAP) {
            at = start;
            throw problem("behind '~' stands how many other words may come between, 0 to " + MAX_GAP);
        }
        if (wordCount == 1) {
            at = start;
            throw problem("'~' needs a phrase of two words or more");
        }
        return number;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw problem("'" + text.charAt(at) + "' cannot stand here: put it into quotes or remove it");
        }
        return text.substring(start, at);
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == ':' || c == '~' || QUOTES.indexOf(c) >= 0;
    }

    private void check(String word, int start) {
        if (++words > MAX_WORDS) {
            at = start;
            throw problem("more than " + MAX_WORDS + " words: make it several queries");
        }
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            at = start;
            throw problem("'" + word + "' holds neither letter nor digit");
        }
        int wildcard = wildcard(word);
        if (wildcard >= 0 && wildcard < MIN_STEM && !Analysis.isUnspaced(word.codePointAt(0))) {
            at = start + wildcard;
            throw problem(
                    "fewer than " + MIN_STEM + " letters before '" + word.charAt(wildcard) + "': write more of them");
        }
    }

    /** Index of the first wildcard, or -1. */
    static int wildcard(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '*' || word.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }

    private boolean operator(String name, String sign) {
        skipSpace();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        if (follows(name)) {
            at += name.length();
            return true;
        }
        return false;
    }

    private boolean follows(String name) {
        int end = at + name.length();
        return text.startsWith(name, at)
                && (end == text.length() || (ends(text.charAt(end)) && text.charAt(end) != ':'));
    }

    private boolean sign(char sign) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private int skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private InvalidQuery problem(String what) {
        return new InvalidQuery(at + 1, what);
    }
}
