package io.tocsin.stream.query;

import io.tocsin.events.Field;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * An article for Lucene: title and text in one field, far apart, so that every word is looked up once and no phrase
 * reaches from one into the other.
 */
record IndexedArticle(String title, String text) {
    /** The one field. */
    static final String WORDS = "words";

    /**
     * A word of its own before the title, because Lucene counts the text's offsets from the title's end only when there
     * is a word before.
     */
    private static final String MARK = "\ua66e ";

    /** Between two values of a field, by {@link Analysis#getOffsetGap}. */
    static final int OFFSET_GAP = 1;

    Document document() {
        Document document = new Document();
        document.add(new TextField(WORDS, MARK + title, Store.NO));
        document.add(new TextField(WORDS, text, Store.NO));
        return document;
    }

    /** The part that an offset in the field lies in; null for the mark. */
    @Nullable
    Field part(int offset) {
        if (offset < MARK.length()) {
            return null;
        }
        return offset < start(Field.TEXT) ? Field.TITLE : Field.TEXT;
    }

    /** The offset in the field at which a part begins. */
    int start(Field part) {
        return switch (part) {
            case TITLE -> MARK.length();
            case TEXT -> MARK.length() + title.length() + OFFSET_GAP;
        };
    }

    /** The words of a part. */
    String words(Field part, int start, int end) {
        return (part == Field.TITLE ? title : text).substring(start, end);
    }
}
