package io.tocsin.stream.query;

import io.tocsin.events.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Runs the queries that may match against the one article, and tells the places of the words. Most of them fail at their
 * first or second word, so operators and words are looked at here, one after the other; only phrases and wildcards are
 * given to Lucene.
 */
final class ArticleMatcher extends CandidateMatcher<ArticleMatcher.Found> {

    /**
     * Words that a query found.
     *
     * @param start offset in the part, in UTF-16 code units
     */
    record Place(Field part, int start, int end) {}

    /** A query that matches. */
    static final class Found extends QueryMatch {
        private final List<Place> places;

        Found(String query, List<Place> places) {
            super(query);
            this.places = places;
        }

        List<Place> places() {
            return places;
        }
    }

    private final LeafReaderContext article;
    private final IndexedArticle parts;
    private final @Nullable TermsEnum words;

    ArticleMatcher(IndexSearcher searcher, IndexedArticle parts) {
        super(searcher);
        this.parts = parts;
        article = searcher.getIndexReader().leaves().get(0);
        try {
            Terms terms = article.reader().terms(IndexedArticle.WORDS);
            words = terms == null ? null : terms.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        List<Place> places = new ArrayList<>();
        if (hasWords(query) && find(query, null, places)) {
            addMatch(new Found(id, places), 0);
        }
    }

    @Override
    public Found resolve(Found one, Found other) {
        List<Place> places = new ArrayList<>(one.places);
        places.addAll(other.places);
        return new Found(one.getQueryId(), places);
    }

    /** Whether enough of the query's words are there, wherever they stand. */
    private boolean hasWords(Query query) throws IOException {
        if (query instanceof TermQuery term) {
            return has(term.getTerm());
        }
        if (query instanceof InPart in) {
            return hasWords(in.words());
        }
        if (query instanceof PhraseQuery phrase) {
            for (Term term : phrase.getTerms()) {
                if (!has(term)) {
                    return false;
                }
            }
        } else if (query instanceof BooleanQuery bool) {
            boolean choice = false;
            boolean chosen = false;
            for (BooleanClause clause : bool.clauses()) {
                if (clause.isRequired() && !hasWords(clause.getQuery())) {
                    return false;
                }
                if (clause.getOccur() == BooleanClause.Occur.SHOULD && !chosen) {
                    choice = true;
                    chosen = hasWords(clause.getQuery());
                }
            }
            return chosen || !choice;
        }
        return true;
    }

    private boolean has(Term term) throws IOException {
        return words != null && words.seekExact(term.bytes());
    }

    /**
     * Whether the query matches. Adds the places of its words; when it does not match, what it added is of no use.
     *
     * @param part where the words must stand; null for anywhere
     */
    private boolean find(Query query, @Nullable Field part, List<Place> places) throws IOException {
        if (query instanceof InPart in) {
            return find(in.words(), in.part(), places);
        }
        if (query instanceof BooleanQuery bool) {
            return all(bool, part, places);
        }
        if (query instanceof TermQuery term) {
            return word(term.getTerm(), part, places);
        }
        return hasWords(query) && others(query, part, places);
    }

    private boolean all(BooleanQuery query, @Nullable Field part, List<Place> places) throws IOException {
        boolean choice = false;
        boolean chosen = false;
        for (BooleanClause clause : query.clauses()) {
            boolean matches = find(clause.getQuery(), part, clause.isProhibited() ? new ArrayList<>() : places);
            switch (clause.getOccur()) {
                case MUST, FILTER -> {
                    if (!matches) {
                        return false;
                    }
                }
                case MUST_NOT -> {
                    if (matches) {
                        return false;
                    }
                }
                case SHOULD -> {
                    choice = true;
                    chosen |= matches;
                }
            }
        }
        return chosen || !choice;
    }

    private boolean word(Term term, @Nullable Field part, List<Place> places) throws IOException {
        PostingsEnum postings = article.reader().postings(term, PostingsEnum.OFFSETS);
        if (postings == null) {
            return false;
        }
        postings.nextDoc();
        int before = places.size();
        for (int i = postings.freq(); i > 0 && places.size() - before < LanguageMonitor.MOST_EVIDENCE; i--) {
            postings.nextPosition();
            add(postings.startOffset(), postings.endOffset(), part, places);
        }
        return places.size() > before;
    }

    private boolean others(Query query, @Nullable Field part, List<Place> places) throws IOException {
        Matches matches = searcher.rewrite(query)
                .createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1)
                .matches(article, 0);
        MatchesIterator match = matches == null ? null : matches.getMatches(IndexedArticle.WORDS);
        int before = places.size();
        while (match != null && places.size() - before < LanguageMonitor.MOST_EVIDENCE && match.next()) {
            MatchesIterator inner = match.getSubMatches();
            if (inner == null) {
                add(match.startOffset(), match.endOffset(), part, places);
            } else {
                while (inner.next()) {
                    add(inner.startOffset(), inner.endOffset(), part, places);
                }
            }
        }
        return places.size() > before;
    }

    private void add(int start, int end, @Nullable Field part, List<Place> places) {
        Field in = parts.part(start);
        if (in != null && (part == null || part == in)) {
            int first = parts.start(in);
            places.add(new Place(in, start - first, end - first));
        }
    }
}
