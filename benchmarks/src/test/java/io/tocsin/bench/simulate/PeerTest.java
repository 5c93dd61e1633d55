package io.tocsin.bench.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerTest {
    private static final int[] WEEK = {3, 3, 1, 5, 3, 4, 2, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void theFirstEarsMethodHasItsPublishedCheckValue() {
        // mean 3, standard deviation 1.290994, bound 6.989
        assertThat(Peer.EARS_C1.alarms(WEEK, 6)).isFalse();
        assertThat(Peer.EARS_C1.alarms(WEEK, 7)).isTrue();
    }

    @Test
    void theSecondLeavesTwoDaysOut() {
        int[] growing = {9, 8, 3, 3, 1, 5, 3, 4, 2, 0, 0, 0, 0, 0};

        assertThat(Peer.EARS_C2.alarms(growing, 7)).isTrue();
        assertThat(Peer.EARS_C1.alarms(growing, 7)).isFalse();
    }

    @Test
    void aSilentFortnightMakesOneStoryAnAlarmForPoisson() {
        assertThat(Peer.POISSON.alarms(new int[Peer.DAYS], 1)).isTrue();
        assertThat(Peer.POISSON.alarms(new int[Peer.DAYS], 0)).isFalse();
    }
}
