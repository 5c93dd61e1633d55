package io.tocsin.stream.query;

import io.tocsin.events.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene's queries of ours, in one language. Safe for use by any thread. */
final class QueryCompiler {
    private final Analysis analysis;

    QueryCompiler(String language) {
        this.analysis = new Analysis(language, Analysis.Use.QUERY);
    }

    Query compile(Clause clause) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        if (clause instanceof Clause.Words words) {
            return scoped(words);
        } else if (clause instanceof Clause.AnyOf any) {
            any.clauses().forEach(one -> builder.add(compile(one), Occur.SHOULD));
        } else if (clause instanceof Clause.AllOf all) {
            all.clauses().forEach(one -> builder.add(compile(one), Occur.MUST));
            all.excluded().forEach(one -> builder.add(compile(one), Occur.MUST_NOT));
        }
        return builder.build();
    }

    private Query scoped(Clause.Words words) {
        Query query = query(words);
        return switch (words.scope()) {
            case ANYWHERE -> query;
            case TITLE -> new InPart(query, Field.TITLE);
            case TEXT -> new InPart(query, Field.TEXT);
        };
    }

    /**
     * A word as the index has it.
     *
     * @param position among the words of the phrase, from 0
     * @param pattern whether it holds wildcards
     */
    private record Part(String text, int position, boolean pattern) {}

    private Query query(Clause.Words words) {
        List<Part> parts = parts(words.words());
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery("no word in " + words.written());
        }
        if (parts.size() == 1) {
            Term term = new Term(IndexedArticle.WORDS, parts.get(0).text());
            return parts.get(0).pattern() ? pattern(term) : new TermQuery(term);
        }
        if (words.gap() == Clause.Words.NONE && parts.stream().noneMatch(Part::pattern)) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            parts.forEach(part -> phrase.add(new Term(IndexedArticle.WORDS, part.text()), part.position()));
            return phrase.build();
        }
        IntervalsSource[] sources = parts.stream().map(QueryCompiler::source).toArray(IntervalsSource[]::new);
        return new IntervalQuery(
                IndexedArticle.WORDS,
                words.gap() == Clause.Words.NONE
                        ? Intervals.phrase(sources)
                        : Intervals.maxgaps(words.gap(), Intervals.unordered(sources)));
    }

    private static IntervalsSource source(Part part) {
        return part.pattern() ? Intervals.wildcard(new BytesRef(part.text())) : Intervals.term(part.text());
    }

    private static Query pattern(Term term) {
        String text = term.text();
        boolean prefix = QuerySyntax.wildcard(text) == text.length() - 1 && text.endsWith("*");
        return prefix
                ? new PrefixQuery(new Term(term.field(), text.substring(0, text.length() - 1)))
                : new WildcardQuery(term);
    }

    private List<Part> parts(List<String> words) {
        List<Part> parts = new ArrayList<>();
        int position = 0;
        for (String word : words) {
            if (QuerySyntax.wildcard(word) >= 0 && !Analysis.isUnspaced(word.codePointAt(0))) {
                parts.add(
                        new Part(analysis.normalize(IndexedArticle.WORDS, word).utf8ToString(), position++, true));
            } else {
                position = cut(word, position, parts);
            }
        }
        return parts;
    }

    /** Adds what a word is cut into; of two that begin at the same place the longer, and none that lies within another. */
    private int cut(String word, int first, List<Part> parts) {
        int position = first - 1;
        int covered = 0;
        try (TokenStream tokens = analysis.tokenStream(IndexedArticle.WORDS, word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                if (offset.endOffset() > covered) {
                    if (increment.getPositionIncrement() == 0) {
                        parts.remove(parts.size() - 1);
                    }
                    parts.add(new Part(term.toString(), position, false));
                    covered = offset.endOffset();
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return position + 1;
    }
}
