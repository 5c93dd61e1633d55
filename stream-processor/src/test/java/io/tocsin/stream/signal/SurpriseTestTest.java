package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseTestTest {

    private static Baseline repeated(String week) {
        int[] counts =
                Arrays.stream(week.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        int[] days = new int[28];
        for (int i = 0; i < days.length; i++) {
            days[i] = counts[i % counts.length];
        }
        return Baseline.of(days);
    }

    /**
     * Golden values over 28 ordinary days at alpha .001, of the form without exposures: its phi is taken about the mean, ours
     * about the rate, which differ by half a story in 28 days.
     */
    @ParameterizedTest
    @CsvSource({
        "0,                            0.017857, 1,        0.5,       0.965517, 2,   4.511248e-4, 1.739263e-2",
        "1,                            1.017857, 1,        28.5,      0.965517, 6,   9.065112e-4, 4.829801e-3",
        "0 1 2 0 1 3 1,                1.160714, 1,        32.5,      0.965517, 7,   3.103132e-4, 1.672637e-3",
        "5 3 7 4 6 5 8,                5.446429, 1,        152.5,     0.965517, 15,  7.087869e-4, 1.909749e-3",
        "0 0 12 1 0 9 2,               3.446429, 6.349645, 0.618036,  0.152058, 36,  9.014471e-4, 1.073192e-3",
        "100 95 110 98 104 60 55,      88.875,   4.835517, 22.173214, 0.199672, 168, 9.507106e-4, 1.060303e-3"
    })
    void agreesWithTheGoldenValues(
            String week, double mu, double phi, double r, double p, int bound, double tail, double tailBelow) {
        SurpriseTest test = SurpriseTest.of(repeated(week), 1);

        assertThat(test.expected()).isCloseTo(mu, within(1e-6));
        assertThat(test.dispersion()).isCloseTo(phi, within(1e-4 * phi));
        assertThat(test.r()).isCloseTo(r, within(1e-4 * r));
        assertThat(test.p()).isCloseTo(p, within(1e-4 * p));
        assertThat(test.bound()).isEqualTo(bound);
        assertThat(test.tail(bound)).isCloseTo(tail, within(tail * 1e-4));
        assertThat(test.tail(bound - 1)).isCloseTo(tailBelow, within(tailBelow * 1e-4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theTailOnlyFallsAndNeverLeavesZeroToOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[28];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextInt(1 + random.nextInt(200));
        }
        SurpriseTest test = SurpriseTest.of(Baseline.of(counts), 1);
        double before = 1;
        for (int y = 0; y < 2000; y++) {
            double tail = test.tail(y);
            assertThat(tail).as("tail at %d", y).isBetween(0.0, before + 1e-9);
            before = tail;
        }
    }

    @Test
    void theOrderOfTheBaselineDoesNotMatter() {
        SurpriseTest one = SurpriseTest.of(Baseline.of(3, 0, 7, 1, 1, 2, 9, 0, 4, 4, 1, 0, 2, 6), 1);
        SurpriseTest other = SurpriseTest.of(Baseline.of(0, 6, 2, 0, 1, 4, 4, 0, 9, 2, 1, 1, 7, 3), 1);

        assertThat(other.tail(12)).isCloseTo(one.tail(12), within(1e-12));
    }

    @Test
    void twiceTheExposureExpectsTwice() {
        Baseline baseline = repeated("5 3 7 4 6 5 8");

        assertThat(SurpriseTest.of(baseline, 2).expected())
                .isCloseTo(2 * SurpriseTest.of(baseline, 1).expected(), within(1e-9));
    }
}
