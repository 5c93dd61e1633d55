package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelScoreTest {
    private final LabelScore score = new LabelScore();

    /** Three rows of sport, two right; one of law, right, and claimed by the third of sport. */
    private void threeToOne() {
        score.add("sport", "sport");
        score.add("sport", "sport");
        score.add("sport", "law");
        score.add("law", "law");
    }

    @Test
    void accuracyIsTheShareOfRightRows() {
        threeToOne();
        assertThat(score.accuracy()).isEqualTo(0.75);
    }

    @Test
    void f1OfALabelWeighsPrecisionAndRecall() {
        threeToOne();
        assertThat(score.precision("law")).isEqualTo(0.5);
        assertThat(score.recall("law")).isEqualTo(1);
        assertThat(score.f1("law")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.f1("sport")).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void macroIsTheMeanOfLabelsAndWeightedTheMeanOfRows() {
        threeToOne();
        assertThat(score.macroF1()).isCloseTo((2.0 / 3 + 0.8) / 2, within(1e-12));
        assertThat(score.weightedF1()).isCloseTo((2.0 / 3 + 3 * 0.8) / 4, within(1e-12));
    }

    @Test
    void anAnswerThatIsNoLabelCostsRecallOnly() {
        score.add("sport", "sport");
        score.add("sport", "none");
        score.add("law", "law");
        assertThat(score.labels()).containsExactly("law", "sport");
        assertThat(score.f1("law")).isEqualTo(1);
        assertThat(score.precision("sport")).isEqualTo(1);
        assertThat(score.recall("sport")).isEqualTo(0.5);
    }

    @Test
    void withoutRowsEverythingIsZero() {
        assertThat(score.accuracy()).isZero();
        assertThat(score.macroF1()).isZero();
        assertThat(score.weightedF1()).isZero();
    }
}
