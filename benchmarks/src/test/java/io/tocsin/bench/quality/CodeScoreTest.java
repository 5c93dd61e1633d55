package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeScoreTest {
    private final CodeScore score = new CodeScore();

    @Test
    void countsOverAllRowsAndNotRowByRow() {
        score.add(Set.of("FR", "DE", "IT"), Set.of("FR", "DE", "IT"));
        score.add(Set.of("ES"), Set.of("PT", "BR"));
        assertThat(score.precision()).isEqualTo(3.0 / 5);
        assertThat(score.recall()).isEqualTo(3.0 / 4);
        assertThat(score.f1()).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(1e-12));
        assertThat(score.exact()).isEqualTo(0.5);
    }

    @Test
    void optionalCodesAreNeitherRightNorWrong() {
        CodeScore.Difference difference = score.add(Set.of("FR"), Set.of("BE"), Set.of("FR", "BE"));
        assertThat(difference.none()).isTrue();
        assertThat(score.precision()).isEqualTo(1);
        score.add(Set.of(), Set.of("BE"), Set.of());
        assertThat(score.recall()).isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingAndWhatIsWrong() {
        CodeScore.Difference difference = score.add(Set.of("FR", "DE"), Set.of("DE", "CH"));
        assertThat(difference.missing()).containsExactly("FR");
        assertThat(difference.wrong()).containsExactly("CH");
    }

    @Test
    void nothingExpectedAndNothingGivenIsExactAndCountsForNoFraction() {
        score.add(Set.of(), Set.of());
        assertThat(score.exact()).isEqualTo(1);
        assertThat(score.f1()).isEqualTo(0);
    }
}
