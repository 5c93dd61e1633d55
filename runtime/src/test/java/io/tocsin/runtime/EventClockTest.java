package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventClockTest extends ProcessingClockContractTest {
    @Override
    ProcessingClock clock() {
        return ProcessingClock.Mode.EVENT.clock(() -> wall);
    }

    @Test
    void goesByTheNewsAndNotByTheWall() {
        ProcessingClock clock = clock();
        assertThat(clock.now()).isEqualTo(Instant.EPOCH);
        clock.observe(NOON);
        wall = NOON.plusSeconds(9999);
        assertThat(clock.now()).isEqualTo(NOON);
        clock.observe(NOON.minusSeconds(1));
        assertThat(clock.now()).isEqualTo(NOON);
    }
}
