package io.tocsin.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article that backs a signal or an alert, with what a reader needs to go and look. */
public record EvidenceArticle(
        String articleId,
        @Nullable String url,
        String title,
        String source,
        @Nullable Instant publishedAt) {}
