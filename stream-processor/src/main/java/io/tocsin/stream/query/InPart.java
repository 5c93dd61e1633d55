package io.tocsin.stream.query;

import io.tocsin.events.Field;
import java.util.Objects;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Words that count in one part of an article only. {@link ArticleMatcher} runs it; the presearcher sees its words. */
final class InPart extends Query {
    private final Query words;
    private final Field part;

    InPart(Query words, Field part) {
        this.words = words;
        this.part = part;
    }

    Query words() {
        return words;
    }

    Field part() {
        return part;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        words.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return part + ":" + words.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InPart in && in.words.equals(words) && in.part == part;
    }

    @Override
    public int hashCode() {
        return Objects.hash(words, part);
    }
}
