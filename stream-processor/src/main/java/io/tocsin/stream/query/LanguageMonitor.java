package io.tocsin.stream.query;

import io.tocsin.events.Evidence;
import io.tocsin.events.TaggedArticle.QueryMatch;
import io.tocsin.stream.query.ArticleMatcher.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/** The queries on the articles of one language. Safe for use by any thread. */
final class LanguageMonitor implements AutoCloseable {
    /** Most places that are told of a match. */
    static final int MOST_EVIDENCE = 50;
    /** What the words of a match were read as. */
    static final String AS = "query";

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::part).thenComparingInt(Place::start).thenComparingInt(Place::end);

    private static final int PASSES = 3;
    /** Queries compiled at a time: Lucene takes 128 KB for each while it looks for their terms. */
    private static final int BATCH = 100;

    private final QueryCompiler compiler;
    private final Monitor monitor;

    LanguageMonitor(String language) {
        compiler = new QueryCompiler(language);
        try {
            monitor = new Monitor(
                    new Analysis(language, Analysis.Use.ARTICLE),
                    new MultipassTermFilteredPresearcher(
                            PASSES,
                            0,
                            TermFilteredPresearcher.DEFAULT_WEIGHTOR,
                            List.of(new PrefixHandler()),
                            Set.of()),
                    new MonitorConfiguration().setQueryUpdateBufferSize(BATCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds queries, each in the place of one with its id, and removes others. */
    void change(List<SavedQuery> added, List<String> removed) {
        try {
            if (!removed.isEmpty()) {
                monitor.deleteById(removed);
            }
            if (!added.isEmpty()) {
                monitor.register(added.stream()
                        .map(query -> new MonitorQuery(query.id(), compiler.compile(query.clause())))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The queries that match, by id. */
    List<QueryMatch> match(String title, String text) {
        IndexedArticle article = new IndexedArticle(title, text);
        List<QueryMatch> matches = new ArrayList<>();
        try {
            for (ArticleMatcher.Found found : monitor.match(
                            article.document(), searcher -> new ArticleMatcher(searcher, article))
                    .getMatches()) {
                matches.add(new QueryMatch(
                        found.getQueryId(),
                        found.places().stream()
                                .distinct()
                                .sorted(ORDER)
                                .limit(MOST_EVIDENCE)
                                .map(place -> evidence(article, place))
                                .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        matches.sort(Comparator.comparing(QueryMatch::id));
        return matches;
    }

    private static Evidence evidence(IndexedArticle article, Place place) {
        String words = article.words(place.part(), place.start(), place.end());
        return new Evidence(words, place.part(), place.start(), place.end(), AS);
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
