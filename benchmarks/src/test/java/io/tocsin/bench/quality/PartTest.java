package io.tocsin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    /** Whoever changes the split shows rows that were frozen: these answers stay. */
    @Test
    void theSplitIsFixedForGood() {
        assertThat(Part.of("A ferry sank off the coast")).isEqualTo(Part.FROZEN);
        assertThat(Part.of("The minister resigned on Monday")).isEqualTo(Part.LOOKED_AT);
        assertThat(Part.of("Prices rose by a tenth")).isEqualTo(Part.LOOKED_AT);
    }

    @Test
    void spaceAroundTheTextDoesNotMatter() {
        for (int i = 0; i < 20; i++) {
            assertThat(Part.of("  row " + i + "\n")).isEqualTo(Part.of("row " + i));
        }
    }

    @Test
    void aboutHalfIsFrozen() {
        long frozen = IntStream.range(0, 1000)
                .filter(i -> Part.of("invented row number " + i) == Part.FROZEN)
                .count();
        assertThat(frozen).isBetween(440L, 560L);
    }
}
