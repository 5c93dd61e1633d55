package io.tocsin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArchivedVersionsTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static RawArticle article(String id, String title, int minute, @Nullable Kind kind) {
        Instant seen = NOON.plusSeconds(60L * minute);
        RawArticle article = new RawArticle(
                id, null, title, "text", false, "en", new Source("s", "s", null), List.of(), seen, null, seen);
        return kind == null ? article : article.revised(new Revision(1, kind, seen, List.of()), seen);
    }

    @Test
    void linesOfOneIdAreVersionsInTheOrderInWhichTheyWereSeen() {
        List<RawArticle> numbered = ArchivedVersions.numbered(List.of(
                article("a", "corrected", 3, Kind.CORRECTED),
                article("a", "first", 0, null),
                article("b", "other", 1, null),
                article("a", "first", 2, null),
                article("a", "once more", 4, null)));

        assertThat(numbered)
                .extracting(
                        RawArticle::title,
                        article -> article.revision() == null
                                ? 1
                                : article.revision().version())
                .containsExactly(
                        tuple("first", 1),
                        tuple("other", 1),
                        tuple("first", 1),
                        tuple("corrected", 2),
                        tuple("once more", 3));
        assertThat(numbered)
                .filteredOn(article -> article.id().equals("a"))
                .extracting(RawArticle::firstSeenAt)
                .containsOnly(NOON);
        assertThat(numbered.get(3).revision())
                .isEqualTo(new Revision(2, Kind.CORRECTED, NOON.plusSeconds(180), List.of()));
        assertThat(numbered.get(4).revision())
                .isEqualTo(new Revision(3, Kind.UPDATED, NOON.plusSeconds(240), List.of()));
    }

    @Test
    void whatIngestHasNumberedStaysAsItIs() {
        RawArticle fifth = article("a", "fifth", 9, null)
                .revised(new Revision(5, Kind.UPDATED, NOON.plusSeconds(540), List.of()), NOON);
        assertThat(ArchivedVersions.numbered(List.of(article("a", "first", 0, null), fifth)))
                .endsWith(fifth);
    }
}
