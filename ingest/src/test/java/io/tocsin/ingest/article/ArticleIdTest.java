package io.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleIdTest {
    private static final Source SOURCE = new Source("example.com", "example.com", null);
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    private static ArticleDraft draft(
            @Nullable String id,
            @Nullable String guid,
            @Nullable String url,
            String text,
            @Nullable Instant published) {
        return new ArticleDraft(
                id, guid, CanonicalUrl.of(url), "A title", text, "en", SOURCE, List.of(), published, null);
    }

    @Test
    void idsAreShortAndTheSameForEver() {
        CanonicalUrl url = CanonicalUrl.of("https://example.com/news/1");
        assertThat(url).isNotNull();
        assertThat(ArticleId.ofGuid("example.com", "tag:1")).isEqualTo("xwoo3ku3wj5jdnan6c7j");
        assertThat(ArticleId.ofGuid("example.com", "tag:1"))
                .matches("[a-z2-7]{20}")
                .isNotEqualTo(ArticleId.ofGuid("example.org", "tag:1"))
                .isNotEqualTo(ArticleId.ofContent("example.com", "tag:1", ""));
    }

    @Test
    void anArticleIsKnownByItsAddressThenItsGuidThenItsContent() {
        String byUrl = draft(null, "g", "https://example.com/1?utm_source=x", "text", null)
                .seenAt(SEEN)
                .id();
        assertThat(draft(null, "other", "http://www.example.com/1", "new text", null)
                        .seenAt(SEEN)
                        .id())
                .isEqualTo(byUrl);
        String byGuid = draft(null, "g", null, "text", null).seenAt(SEEN).id();
        assertThat(draft(null, "g", null, "new text", null).seenAt(SEEN).id()).isEqualTo(byGuid);
        assertThat(draft(null, null, null, "text", null).seenAt(SEEN).id())
                .isNotEqualTo(
                        draft(null, null, null, "new text", null).seenAt(SEEN).id());
        assertThat(draft(" given ", "g", "https://example.com/1", "text", null)
                        .seenAt(SEEN)
                        .id())
                .isEqualTo("given");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String text = "x".repeat(RawArticle.MAX_TEXT - 1) + "\ud83d\ude00" + "y";
        RawArticle article = draft("a", null, null, text, null).seenAt(SEEN);
        assertThat(article.truncated()).isTrue();
        assertThat(article.text()).hasSize(RawArticle.MAX_TEXT - 1).doesNotContain("\ud83d");
        assertThat(draft("a", null, null, "x", null).seenAt(SEEN).truncated()).isFalse();
    }

    @Test
    void impossibleDatesSayNothing() {
        assertThat(List.of(
                        "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2082-01-01T00:00:00Z", "2026-03-03T00:00:00Z"))
                .allSatisfy(date -> assertThat(draft("a", null, null, "x", Instant.parse(date))
                                .seenAt(SEEN)
                                .publishedAt())
                        .isNull());
        assertThat(List.of(entry(1, "1987-10-19T14:00:00Z"), entry(2, "2026-03-02T10:00:00Z")))
                .allSatisfy(date -> assertThat(draft("a", null, null, "x", Instant.parse(date.getValue()))
                                .seenAt(SEEN)
                                .publishedAt())
                        .isEqualTo(date.getValue()));
    }
}
