package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles one after the other, in the order in which they were seen. Not safe for use by several threads. */
interface PastArticles extends AutoCloseable {

    /** The next one, or null after the last. */
    @Nullable
    RawArticle next();

    /** How many records were read so far, of {@link #total}. */
    long done();

    /** How many there are to read. */
    long total();

    @Override
    void close();

    /** Those of a list. */
    static PastArticles of(List<RawArticle> articles) {
        return new PastArticles() {
            private int next;

            @Override
            public @Nullable RawArticle next() {
                return next < articles.size() ? articles.get(next++) : null;
            }

            @Override
            public long done() {
                return next;
            }

            @Override
            public long total() {
                return articles.size();
            }

            @Override
            public void close() {
                // A list needs no closing.
            }
        };
    }
}
