package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.events.codec.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourlyStoriesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private final HourlyStories stories = new HourlyStories();

    private void count(long hoursAgo) {
        stories.count(NOON.minus(Duration.ofHours(hoursAgo)));
    }

    @Test
    void sumsEachHorizon() {
        count(0);
        count(1);
        count(23);
        count(24);
        count(167);
        count(168);
        assertThat(stories.coverage(NOON)).isEqualTo(new Coverage(1, 3, 5));
    }

    @Test
    void aLateStoryCountsWhereItBelongsAndOneFromLongAgoNowhere() {
        count(0);
        count(30);
        count(1000);
        assertThat(stories.coverage(NOON)).isEqualTo(new Coverage(1, 1, 2));
        assertThat(stories.coverage(NOON.plus(Duration.ofDays(3)))).isEqualTo(new Coverage(0, 0, 2));
        assertThat(stories.coverage(NOON.plus(Duration.ofDays(30)))).isEqualTo(new Coverage(0, 0, 0));
    }

    @Test
    void isReadAsItWasWritten() {
        count(100);
        count(100);
        count(0);
        HourlyStories read = HourlyStories.decode(stories.encode());
        assertThat(read.coverage(NOON)).isEqualTo(new Coverage(1, 1, 3));
        assertThat(read.encode()).isEqualTo(stories.encode());
        assertThatThrownBy(() -> HourlyStories.decode(new byte[] {9})).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> HourlyStories.decode(new byte[0])).isInstanceOf(UnreadableEvent.class);
    }
}
