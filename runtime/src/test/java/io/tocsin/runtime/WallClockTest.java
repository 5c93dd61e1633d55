package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WallClockTest extends ProcessingClockContractTest {
    @Override
    ProcessingClock clock() {
        return ProcessingClock.Mode.WALL.clock(() -> wall);
    }

    @Test
    void goesByTheWallAndNotByTheNews() {
        ProcessingClock clock = clock();
        clock.observe(NOON.plusSeconds(3600));
        assertThat(clock.now()).isEqualTo(NOON);
        wall = NOON.plusSeconds(1);
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(1));
    }
}
