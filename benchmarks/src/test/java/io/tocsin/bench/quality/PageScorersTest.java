package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.parse.ParseOutcome;
import io.tocsin.ingest.parse.ParsedDocument;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageScorersTest {
    private static final ParseOutcome PAGE = new ParseOutcome.Parsed(new ParsedDocument(
            "A bridge opens",
            "The bridge was opened on Monday.\nIt had been closed for a year.",
            null,
            Instant.parse("2024-04-30T14:17:29.500Z"),
            null,
            "en",
            List.of()));
    private static final ParseOutcome NONE = new ParseOutcome.Rejected(ParseOutcome.Reason.EMPTY, "no text");

    @Test
    void segmentsAreCountedOverAllPages() throws JsonProcessingException {
        SegmentScorer scorer = new SegmentScorer();
        JsonNode row = row(
                "{'must_have': ['opened on Monday. It had', 'for two years'], 'must_not_have': ['The bridge', 'Share']}");
        assertThat(scorer.mark(row, PAGE)).get().satisfies(miss -> {
            assertThat(miss.expected()).contains("for two years");
            assertThat(miss.got()).contains("The bridge");
        });
        assertThat(scorer.figures().get(0).percent()).isEqualTo(50);
        scorer.mark(row("{'must_have': ['closed'], 'must_not_have': []}"), PAGE);
        assertThat(scorer.figures().get(0).percent()).isCloseTo(200.0 / 3, within(1e-9));
    }

    @Test
    void aRejectedPageHasLostItsSegments() throws JsonProcessingException {
        SegmentScorer scorer = new SegmentScorer();
        scorer.mark(row("{'must_have': ['closed'], 'must_not_have': ['Share']}"), NONE);
        assertThat(scorer.figures().get(0).percent()).isZero();
    }

    @Test
    void titlesAreExactButForSpaceAndDatesToTheSecond() throws JsonProcessingException {
        PageFieldsScorer scorer = new PageFieldsScorer();
        scorer.mark(row("{'title': 'A bridge  opens', 'published': '2024-04-30 16:17:29.1+02:00', 'body': 'x'}"), PAGE);
        scorer.mark(row("{'title': 'A Bridge opens', 'published': '2024-04-30 16:17:30+02:00', 'body': 'x'}"), PAGE);
        assertThat(scorer.figures())
                .filteredOn(figure -> figure.measure().equals("title, exact"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.percent()).isEqualTo(50));
        assertThat(scorer.figures())
                .filteredOn(figure -> figure.measure().equals("date, exact"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.percent()).isEqualTo(50));
    }

    @Test
    void aDateWithoutOffsetCountsByItsDay() {
        assertThat(PageFieldsScorer.isSame(Instant.parse("2024-04-30T22:00:00Z"), "2024-04-30 00:00:00"))
                .isTrue();
        assertThat(PageFieldsScorer.isSame(Instant.parse("2024-05-01T00:00:00Z"), "2024-04-30 00:00:00"))
                .isFalse();
    }

    @Test
    void bodyErrorsSayWhatWasLostAndWhatIsTooMuch() throws JsonProcessingException {
        BodyScorer scorer = new BodyScorer();
        assertThat(scorer.mark(row("{'body': 'The bridge was opened on Monday.\\nThe mayor spoke.'}"), PAGE))
                .get()
                .satisfies(miss -> assertThat(miss.evidence())
                        .containsExactly("lost: The mayor spoke.", "too much: It had been closed for a year."));
    }

    @Test
    void ofSavedPagesTheFirstSinceThePublicationIsTaken() {
        List<String> pages = List.of("p/Paper_2023_01_05.html", "p/Paper_2024_06_01.html");
        assertThat(SavedPages.of(pages, "2023-01-04 09:00:00+00:00")).isEqualTo(pages.get(0));
        assertThat(SavedPages.of(pages, "2023-01-06 09:00:00+00:00")).isEqualTo(pages.get(1));
        assertThat(SavedPages.of(pages, "2025-01-01 09:00:00+00:00")).isEqualTo(pages.get(1));
    }

    private static JsonNode row(String json) throws JsonProcessingException {
        return Json.MAPPER.readTree(json.replace('\'', '"'));
    }
}
