package io.tocsin.stream.query;

import io.tocsin.events.TaggedArticle.QueryMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queries in force. They may change while articles are matched: an article that comes after a change sees it. Each
 * language is compiled when its first article comes. Without queries nothing is compiled and nothing costs. Safe for use
 * by any thread.
 *
 * <p>A query without a language looks at every article, and its words are read as the article's language reads them; one
 * with a language looks at the articles in that language only.
 */
public final class SavedQueries implements AutoCloseable {
    /** Stands for every language whose words are left as they stand and that no query names. */
    private static final String ANY_OTHER = "und";

    private final Map<String, SavedQuery> queries = new HashMap<>();
    private final Map<String, Compiled> byLanguage = new ConcurrentHashMap<>();
    /** The languages that queries name. */
    private volatile Set<String> named = Set.of();

    private volatile int size;

    /** The queries of a language with the changes that are not compiled yet; guarded by the outer object. */
    private static final class Compiled {
        private final Map<String, SavedQuery> added = new HashMap<>();
        private final List<String> removed = new ArrayList<>();
        private int size;
        private @Nullable LanguageMonitor monitor;
        /** What there is to match with: null when there is no query. */
        private volatile @Nullable LanguageMonitor current;

        private volatile boolean changed = true;
    }

    /** Saves a query, in the place of one with its id. */
    public void put(SavedQuery query) {
        putAll(List.of(query));
    }

    /** Saves queries, each in the place of one with its id. */
    public synchronized void putAll(List<SavedQuery> saved) {
        for (SavedQuery query : saved) {
            SavedQuery before = queries.put(query.id(), query);
            byLanguage.forEach((language, compiled) -> {
                if (before != null && looksAt(before, language)) {
                    forget(compiled, query.id());
                }
                if (looksAt(query, language)) {
                    compiled.added.put(query.id(), query);
                    compiled.size++;
                    compiled.changed = true;
                }
            });
        }
        count();
    }

    /** Removes a query, if there is one with this id. */
    public synchronized void remove(String id) {
        SavedQuery gone = queries.remove(id);
        if (gone != null) {
            byLanguage.forEach((language, compiled) -> {
                if (looksAt(gone, language)) {
                    forget(compiled, id);
                }
            });
            count();
        }
    }

    private static void forget(Compiled compiled, String id) {
        if (compiled.added.remove(id) == null) {
            compiled.removed.add(id);
        }
        compiled.size--;
        compiled.changed = true;
    }

    private void count() {
        named = queries.values().stream()
                .map(SavedQuery::language)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        size = queries.size();
    }

    private static boolean looksAt(SavedQuery query, String language) {
        return query.language() == null || query.language().equals(language);
    }

    /** How many queries are in force. */
    public int size() {
        return size;
    }

    /**
     * The queries that an article matches, by id, with the words that say so: those of the title first, at most 50 of
     * each query.
     *
     * @param language BCP 47; null when unknown
     */
    public List<QueryMatch> match(String title, String text, @Nullable String language) {
        if (size == 0) {
            return List.of();
        }
        Compiled compiled = byLanguage.get(group(language));
        if (compiled == null || compiled.changed) {
            compiled = compile(group(language));
        }
        LanguageMonitor monitor = compiled.current;
        return monitor == null ? List.of() : monitor.match(title, text);
    }

    private String group(@Nullable String language) {
        if (language == null) {
            return ANY_OTHER;
        }
        int hyphen = language.indexOf('-');
        String code = (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
        return Analysis.knows(code) || named.contains(code) ? code : ANY_OTHER;
    }

    private synchronized Compiled compile(String language) {
        Compiled compiled = byLanguage.get(language);
        if (compiled == null) {
            compiled = new Compiled();
            for (SavedQuery query : queries.values()) {
                if (looksAt(query, language)) {
                    compiled.added.put(query.id(), query);
                }
            }
            compiled.size = compiled.added.size();
            byLanguage.put(language, compiled);
        }
        if (compiled.changed) {
            if (compiled.monitor == null && compiled.size > 0) {
                compiled.monitor = new LanguageMonitor(language);
            }
            if (compiled.monitor != null) {
                compiled.monitor.change(List.copyOf(compiled.added.values()), compiled.removed);
            }
            compiled.added.clear();
            compiled.removed.clear();
            compiled.current = compiled.size == 0 ? null : compiled.monitor;
            compiled.changed = false;
        }
        return compiled;
    }

    /** Forgets all queries and gives back what they held. Queries may be saved again afterwards. */
    @Override
    public synchronized void close() {
        size = 0;
        queries.clear();
        named = Set.of();
        for (Compiled compiled : byLanguage.values()) {
            if (compiled.monitor != null) {
                compiled.monitor.close();
            }
        }
        byLanguage.clear();
    }
}
