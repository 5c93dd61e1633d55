package io.tocsin.stream.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A query that somebody saved.
 *
 * @param id lower case, digits and hyphens
 * @param title for people
 * @param language ISO 639 code of the articles that it looks at; null for all
 */
public record SavedQuery(String id, String title, @Nullable String language, Clause clause) {

    /**
     * Reads the query's text.
     *
     * @throws InvalidQuery with position, reason and remedy
     */
    public static SavedQuery of(String id, String title, @Nullable String language, String text) {
        return new SavedQuery(id, title, language, QuerySyntax.parse(text));
    }

    /** How it was understood, in one sentence. */
    public String sentence() {
        String articles = language == null
                ? "articles in any language"
                : "articles in " + new Locale(language).getDisplayLanguage(Locale.ENGLISH);
        return id + ": finds " + articles + " with " + clause.written() + '.';
    }
}
