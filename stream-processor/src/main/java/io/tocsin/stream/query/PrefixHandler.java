package io.tocsin.stream.query;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the queries with wildcards that an article may match by their first letters, so that they need not all be run.
 * Both sides know a beginning of {@value #LEAST} to {@value #MOST} letters as a term that ends in {@code *}.
 */
final class PrefixHandler implements CustomQueryHandler {
    private static final int LEAST = 3;
    private static final int MOST = 6;
    private static final char MARK = '*';

    @Override
    @SuppressWarnings("NullAway") // null is how a handler says that a query is not its own
    public @Nullable QueryTree handleQuery(Query query, TermWeightor weightor) {
        Term term = null;
        if (query instanceof PrefixQuery prefix) {
            term = prefix.getPrefix();
        } else if (query instanceof WildcardQuery wildcard) {
            term = wildcard.getTerm();
        }
        if (term == null) {
            return null;
        }
        int wildcard = QuerySyntax.wildcard(term.text());
        String beginning = wildcard < 0 ? term.text() : term.text().substring(0, wildcard);
        if (beginning.length() < LEAST) {
            return null;
        }
        String known = beginning.substring(0, Math.min(MOST, beginning.length()));
        return QueryTree.term(new Term(term.field(), known + MARK), weightor);
    }

    @Override
    public TokenStream wrapTermStream(String field, TokenStream terms) {
        return new Beginnings(terms);
    }

    /** Each term and its beginnings. Terms come in order, so a beginning that was just given is not given again. */
    private static final class Beginnings extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final char[] word = new char[MOST];
        private int length;
        private int next = MOST + 1;

        Beginnings(TokenStream terms) {
            super(terms);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (next <= length) {
                clearAttributes();
                term.copyBuffer(word, 0, next++);
                term.append(MARK);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            int shared = 0;
            int most = Math.min(MOST, term.length());
            while (shared < most && shared < length && word[shared] == term.charAt(shared)) {
                shared++;
            }
            System.arraycopy(term.buffer(), 0, word, 0, most);
            length = most;
            next = Math.max(LEAST, shared + 1);
            return true;
        }
    }
}
