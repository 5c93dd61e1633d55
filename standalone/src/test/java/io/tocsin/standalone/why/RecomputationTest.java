package io.tocsin.standalone.why;

import static io.tocsin.standalone.why.WhySamples.ARRIVED;
import static io.tocsin.standalone.why.WhySamples.ID;
import static io.tocsin.standalone.why.WhySamples.NUMBERS;
import static io.tocsin.standalone.why.WhySamples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.events.Arithmetic;
import io.tocsin.events.Basis;
import io.tocsin.events.Change;
import io.tocsin.events.Horizon;
import io.tocsin.events.Measured;
import io.tocsin.standalone.why.Recomputation.Verdict;
import io.tocsin.stream.signal.SurpriseTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputationTest {
    private static Recomputation of(Arithmetic numbers) {
        return Recomputation.of(alert(1, Change.OPENED, ARRIVED, ID, numbers));
    }

    private static Arithmetic with(
            @Nullable Double expected, @Nullable Double bound, @Nullable Double p, @Nullable Basis basis) {
        return new Arithmetic("stories", Horizon.DAY, 17, expected, bound, p, 28, 11, 71, 49, basis);
    }

    @Test
    void theAlertOfTheDocumentationAgrees() {
        Recomputation anew = of(NUMBERS);

        assertThat(anew.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(anew.holds()).isTrue();
        assertThat(RecomputationWording.lines(anew))
                .containsExactly(
                        "Change 1, opened 2026-03-02 10:00 UTC: agrees",
                        "  17 stories in 24 h; the baseline has 72 stories in 28 ordinary days, its dispersion is 1.3",
                        "            in the alert             computed anew",
                        "  expected  2.5892857142857144       2.5892857142857144",
                        "  bound     12.0                     12.0",
                        RecomputationWording.lines(anew).get(5));
        assertThat(RecomputationWording.lines(anew).get(5))
                .matches("  p-value   2\\.88708488644\\d*E-6 +2\\.88708488644\\d*E-6");
    }

    @ParameterizedTest
    @CsvSource({
        "2.6, 12, 2.887084886444917e-06",
        "2.5892857142857144, 11, 2.887084886444917e-06",
        "2.5892857142857144, 12, 2.9e-06",
        "2.5892857142857144, , 2.887084886444917e-06"
    })
    void aNumberThatIsNotTheTestsDiffers(Double expected, @Nullable Double bound, Double p) {
        Recomputation anew = of(with(expected, bound, p, NUMBERS.basis()));

        assertThat(anew.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(anew.holds()).isFalse();
        assertThat(RecomputationWording.lines(anew).get(0)).endsWith(": differs");
    }

    @ParameterizedTest
    @CsvSource({
        "72, 0, 1, 1.3",
        "-1, 28, 1, 1.3",
        "72, 28, 0, 1.3",
        "72, 28, 1, 0.5",
        "NaN, 28, 1, 1.3",
        "72, 28, Infinity, 2"
    })
    void aBasisThatIsNoneDiffersAndEnds(double stories, double exposure, double tested, double dispersion) {
        Recomputation anew = of(with(2.6, 12.0, 1e-3, new Basis(stories, exposure, tested, dispersion)));

        assertThat(anew.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(RecomputationWording.lines(anew)).last().asString().contains("no numbers of a baseline");
    }

    @Test
    void withoutABasisThereIsNothingToCompute() {
        assertThat(of(with(null, null, null, null)).verdict()).isEqualTo(Verdict.NOTHING_CLAIMED);
        assertThat(of(with(null, null, null, null)).holds()).isTrue();
        assertThat(of(with(2.6, 9.0, 1e-3, null)).verdict()).isEqualTo(Verdict.NO_BASIS);
        assertThat(of(with(2.6, 9.0, 1e-3, null)).holds()).isFalse();
    }

    @Test
    void anEmptyWindowIsCertainToBeReached() {
        Arithmetic silence = new Arithmetic(
                "stories", Horizon.DAY, 0, NUMBERS.expected(), NUMBERS.bound(), 1.0, 28, 0, 0, 0, NUMBERS.basis());

        assertThat(of(silence).verdict()).isEqualTo(Verdict.AGREES);
    }

    private static Arithmetic ratio(String measure, double observed, double part, double whole) {
        return new Arithmetic(measure, Horizon.DAY, observed, null, null, null, 28, 3, 6, 0, null, part, whole, null);
    }

    @ParameterizedTest
    @CsvSource({
        "share-of-country, 0.25, 4, 16, AGREES",
        "share-of-topic, 0.26, 4, 16, DIFFERS",
        "share-of-country, 0, 0, 0, AGREES",
        "index, 250, 20, 5, AGREES",
        "index, 251, 20, 5, DIFFERS"
    })
    void sharesAndIndexesAreComputedFromTheirParts(
            String measure, double observed, double part, double whole, Verdict verdict) {
        assertThat(of(ratio(measure, observed, part, whole)).verdict()).isEqualTo(verdict);
    }

    @Test
    void aSilenceIsComputedFromItsBaseline() {
        Basis basis = new Basis(336, 28, 1, 1.4);
        SurpriseTest test = SurpriseTest.of(basis);
        Arithmetic silence =
                new Arithmetic("silence", Horizon.DAY, 0, test.expected(), null, test.fewer(0), 28, 0, 0, 0, basis);

        assertThat(of(silence).verdict()).isEqualTo(Verdict.AGREES);
        assertThat(of(new Arithmetic("silence", Horizon.DAY, 0, test.expected(), null, 1e-9, 28, 0, 0, 0, basis))
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void aConditionThatDiffersMakesTheWholeDiffer() {
        Measured wrong = ratio("index", 251, 20, 5).measured();
        Arithmetic both = new Arithmetic(
                "share-of-country", Horizon.DAY, 0.25, null, null, null, 28, 3, 6, 0, null, 4.0, 16.0, List.of(wrong));

        assertThat(of(both).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(RecomputationWording.lines(of(both)))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("  index     251.0");
    }
}
