package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShingleScoreTest {
    private final ShingleScore score = new ShingleScore();

    @Test
    void punctuationAndSpaceDoNotMatter() {
        assertThat(score.add("The ferry left the old harbour.", "The ferry,  left\nthe old harbour"))
                .isEqualTo(1);
    }

    @Test
    void fourWordsInARowMakeAShingle() {
        // Expected: abcd bcde; given: abcd bcdx cdxy.
        double f1 = score.add("a b c d e", "a b c d x y");
        assertThat(score.precision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(f1).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aRepeatedShingleCountsAsOftenAsItIsExpected() {
        score.add("a b c d", "a b c d a b c d");
        assertThat(score.precision()).isEqualTo(1.0 / 5);
        assertThat(score.recall()).isEqualTo(1);
    }

    @Test
    void aShortTextIsOneShingle() {
        assertThat(score.add("Rain today", "Rain today")).isEqualTo(1);
        assertThat(score.add("Rain today", "Sun today")).isZero();
    }

    @Test
    void nothingReadOfAPageCostsBoth() {
        score.add("a b c d", "a b c d");
        score.add("e f g h", "");
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.rows()).isEqualTo(2);
    }

    @Test
    void theF1IsThatOfTheMeans() {
        score.add("a b c d", "a b c d e f g");
        score.add("a b c d e f g", "a b c d");
        assertThat(score.f1()).isCloseTo(0.625, within(1e-12));
    }
}
