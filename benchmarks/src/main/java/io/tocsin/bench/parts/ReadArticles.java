package io.tocsin.bench.parts;

import io.tocsin.bench.MadeUpArticles;
import io.tocsin.events.RawArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The articles that all parts are timed with, one after the other. Not safe for use by several threads. */
final class ReadArticles {
    private static final int COUNT = 300;

    private final List<RawArticle> articles;
    private int next;

    ReadArticles() {
        try {
            articles = MadeUpArticles.read(COUNT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawArticle next() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        return articles.get(next);
    }

    /** All of them. */
    List<RawArticle> all() {
        return articles;
    }
}
