package io.tocsin.standalone;

import io.tocsin.events.RawArticle;
import io.tocsin.events.TaggedArticle;

/** Shows tagged articles to people. */
interface TagView {
    /** Shows an article with the words that say so, and its tags. */
    void article(RawArticle article, TaggedArticle tagged);

    /** Says that there is nothing to tag in a file. */
    void nothing(String file, String why);

    /** After the last one. */
    void end();
}
