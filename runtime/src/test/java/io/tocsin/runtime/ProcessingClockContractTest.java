package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every processing clock. */
abstract class ProcessingClockContractTest {
    static final Instant NOON = Instant.parse("2025-06-23T12:00:00Z");

    Instant wall = NOON;

    abstract ProcessingClock clock();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void neverGoesBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ProcessingClock clock = clock();
        Instant before = clock.now();
        for (int i = 0; i < 500; i++) {
            wall = NOON.plusSeconds(random.nextLong(-100_000, 100_000));
            if (random.nextBoolean()) {
                clock.observe(NOON.plusSeconds(random.nextLong(-100_000, 100_000)));
            }
            Instant now = clock.now();
            assertThat(now).isAfterOrEqualTo(before);
            assertThat(clock.now()).isEqualTo(now);
            before = now;
        }
    }
}
