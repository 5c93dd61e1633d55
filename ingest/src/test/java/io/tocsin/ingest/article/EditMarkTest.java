package io.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.RawArticle;
import io.tocsin.events.Revision;
import io.tocsin.events.Revision.Kind;
import io.tocsin.events.Revision.Reason;
import io.tocsin.events.Revision.RefusedDate;
import io.tocsin.events.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditMarkTest {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Correction: Ferry company has three ships   | CORRECTED
            CORRECTED - Ferry company has three ships   | CORRECTED
            Ferry company has three ships (Corrected)   | CORRECTED
            [Clarification] Ferry company               | CORRECTED
            Berichtigung – Die Fähre fährt doch         | CORRECTED
            Rectificatif : le ferry                     | CORRECTED
            Исправление: паром                          | CORRECTED
            更正：渡轮公司                                 | CORRECTED
            RETRACTED: Ferry sunk by a whale            | RETRACTED
            Zurückgezogen: Fähre gesunken               | RETRACTED
            [Story withdrawn] Ferry sunk                | RETRACTED
            Market correction: shares fall              | -
            Correctional officers: a strike             | -
            Correction of the river bed begins          | -
            Troops withdrawn from the border            | -
            Minister: no retraction of the law          | -
            Ferry company (founded 1921) has ships      | -
            """)
    void readsWhatNewsroomsWriteBeforeAndAfterATitle(String title, @Nullable Kind kind) {
        assertThat(EditMark.of(title)).isEqualTo(kind);
    }

    private static ArticleDraft draft(String title, @Nullable Instant published, @Nullable Instant modified) {
        return new ArticleDraft(
                null, null, null, title, "x", "en", new Source("s", "s", null), List.of(), published, modified);
    }

    @Test
    void anImpossibleDateIsRefusedWithItsReason() {
        RawArticle article =
                draft("T", Instant.parse("2203-01-01T00:00:00Z"), Instant.EPOCH).seenAt(SEEN);
        assertThat(article.publishedAt()).isNull();
        assertThat(article.modifiedAt()).isNull();
        assertThat(article.revision())
                .isEqualTo(new Revision(
                        1,
                        Kind.NEW,
                        SEEN,
                        List.of(
                                new RefusedDate("publishedAt", "2203-01-01T00:00:00Z", Reason.IN_THE_FUTURE),
                                new RefusedDate("modifiedAt", "1970-01-01T00:00:00Z", Reason.UNSET))));
        RawArticle old = draft("T", Instant.parse("0001-01-01T00:00:00Z"), null).seenAt(SEEN);
        assertThat(old.revision())
                .isEqualTo(new Revision(
                        1,
                        Kind.NEW,
                        SEEN,
                        List.of(new RefusedDate("publishedAt", "0001-01-01T00:00:00Z", Reason.TOO_EARLY))));
        assertThat(draft("T", SEEN, SEEN).seenAt(SEEN).revision()).isNull();
    }

    @Test
    void theTitleSaysThatItIsACorrection() {
        assertThat(draft("Correction: three ships", SEEN, null).seenAt(SEEN).revision())
                .isEqualTo(new Revision(1, Kind.CORRECTED, SEEN, List.of()));
    }
}
