package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDaysTest {

    @Test
    void knowsNothingAtFirst() {
        assertThat(KnownDays.NONE.includes(20_000)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void remembersTheDaysItWasToldForTwoMonths(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Long> told = new HashSet<>();
        KnownDays known = KnownDays.NONE;
        KnownDays odd = KnownDays.NONE;
        KnownDays even = KnownDays.NONE;
        for (int i = 0; i < 40; i++) {
            long day = 20_000L + random.nextInt(60);
            told.add(day);
            known = known.with(day);
            if (day % 2 == 0) {
                even = even.with(day);
            } else {
                odd = odd.with(day);
            }
        }
        for (long day = 19_990; day < 20_070; day++) {
            assertThat(known.includes(day)).as("day %d", day).isEqualTo(told.contains(day));
            assertThat(odd.including(even).includes(day)).isEqualTo(told.contains(day));
            assertThat(even.including(odd).includes(day)).isEqualTo(told.contains(day));
            long from = day;
            assertThat(known.between(from, 20_030)).as("from %d", from).isEqualTo((int)
                    told.stream().filter(each -> each >= from && each < 20_030).count());
        }
    }

    @Test
    void forgetsWhatIsMoreThanTwoMonthsBeforeTheNewest() {
        KnownDays known = KnownDays.NONE.with(20_000).with(20_064);

        assertThat(known.includes(20_000)).isFalse();
        assertThat(known.includes(20_064)).isTrue();
        assertThat(known.with(20_000).includes(20_000)).isFalse();
    }
}
