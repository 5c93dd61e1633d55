package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.events.codec.Json;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedExpectationTest {
    private static final Instant NOON = Instant.parse("2024-02-03T12:00:00Z");
    private static final Feed FEED = new Feed(
            Feed.Kind.RSS,
            "Harbour news",
            "https://example.org/",
            null,
            List.of(new FeedEntry(
                    null, "https://example.org/a", "Café & quay", "", "", NOON, null, List.of(), null, null)));

    @Test
    void conditionsOnTitleLinkAndDateAreRead() {
        assertThat(FeedExpectation.ofConditions(
                        "not bozo and feed['title'] == u'Harbour news' and entries[0]['link'] == \"https://example.org/a\""
                                + " and entries[0]['published_parsed'] == (2024, 2, 3, 12, 0, 0, 5, 34, 0)"))
                .hasSize(3)
                .allMatch(expectation -> expectation.isMet(FEED));
    }

    @Test
    void escapesAreUndoneAndMarkUpDoesNotMatter() {
        List<FeedExpectation> read =
                FeedExpectation.ofConditions("entries[0]['title'] == 'Caf\\u00e9 <b>&amp;</b> quay'");
        assertThat(read).singleElement().matches(expectation -> expectation.isMet(FEED));
    }

    @Test
    void otherFieldsAndTheFeedsOwnDatesAreLeftOut() {
        assertThat(FeedExpectation.ofConditions(
                        "entries[0]['author'] == 'A' and feed['updated_parsed'] == (2024, 2, 3, 12, 0, 0, 5, 34, 0)"))
                .isEmpty();
    }

    @Test
    void whatDiffersOrIsNotThereIsNotMet() {
        assertThat(FeedExpectation.ofConditions("entries[0]['title'] == 'Quay' and entries[1]['title'] == 'Quay'"
                        + " and feed['link'] == 'https://example.net/'"))
                .hasSize(3)
                .noneMatch(expectation -> expectation.isMet(FEED));
    }

    @Test
    void theOtherNotationIsJson() throws JsonProcessingException {
        assertThat(FeedExpectation.ofJson(Json.MAPPER.readTree("""
                        {"title": "Harbour news", "link": "https://example.org/", "items": [
                          {"links": [{"rel": "self", "href": "https://example.org/x"},
                                     {"rel": "alternate", "href": "https://example.org/a"}],
                           "publishedParsed": "2024-02-03T12:00:00Z"}]}
                        """)))
                .hasSize(4)
                .allMatch(expectation -> expectation.isMet(FEED));
    }
}
