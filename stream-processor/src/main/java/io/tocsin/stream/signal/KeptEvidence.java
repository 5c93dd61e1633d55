package io.tocsin.stream.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.codec.Json;
import io.tocsin.events.codec.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/** An article that a cell keeps, and its JSON, made once: the cell is written many times while it keeps it. */
final class KeptEvidence {
    private final EvidenceArticle article;
    private byte @Nullable [] json;

    KeptEvidence(EvidenceArticle article) {
        this.article = article;
    }

    EvidenceArticle article() {
        return article;
    }

    /** The article as JSON; the caller must not change it. */
    byte[] json() {
        byte[] made = json;
        if (made == null) {
            try {
                made = Json.MAPPER.writeValueAsBytes(article);
            } catch (JsonProcessingException e) {
                throw new UnreadableEvent("cannot write the evidence " + article.articleId(), e);
            }
            json = made;
        }
        return made;
    }
}
