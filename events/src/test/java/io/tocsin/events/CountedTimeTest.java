package io.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedTimeTest {
    private static final Instant SEEN = Instant.parse("2025-06-23T06:14:31.207Z");

    @ParameterizedTest
    @CsvSource({
        // exactly 14 days before, and one millisecond more
        "2025-06-09T06:14:31.207Z, PUBLISHED_AT",
        "2025-06-09T06:14:31.206Z, FIRST_SEEN_AT",
        // exactly 5 minutes after, and one millisecond more
        "2025-06-23T06:19:31.207Z, PUBLISHED_AT",
        "2025-06-23T06:19:31.208Z, FIRST_SEEN_AT",
        "2025-06-23T06:14:31.207Z, PUBLISHED_AT",
        "2082-01-01T00:00:00.000Z, FIRST_SEEN_AT",
        "1970-01-01T00:00:00.000Z, FIRST_SEEN_AT",
    })
    void thePublishedTimeCountsIfItIsPlausible(Instant published, CountedBy by) {
        CountedTime counted = CountedTime.of(published, SEEN);

        assertThat(counted.by()).isEqualTo(by);
        assertThat(counted.at()).isEqualTo(by == CountedBy.PUBLISHED_AT ? published : SEEN);
    }

    @Test
    void withoutAPublishedTimeTheArrivalCounts() {
        assertThat(CountedTime.of(null, SEEN)).isEqualTo(new CountedTime(SEEN, CountedBy.FIRST_SEEN_AT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatCountsAlwaysLiesWithinTheBounds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            Instant seen = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            Instant published = seen.plusSeconds(random.nextLong(-3_000_000, 3_000_000));
            CountedTime counted = CountedTime.of(published, seen);

            assertThat(counted.at()).isBetween(seen.minus(CountedTime.OLDEST), seen.plus(CountedTime.AHEAD));
            assertThat(counted.at()).isEqualTo(counted.by() == CountedBy.PUBLISHED_AT ? published : seen);
        }
    }
}
