package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageCountsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final StageCounts counts = new StageCounts(metrics, "tag");

    /** Why something was dropped. */
    private enum Reason {
        EMPTY,
        TOO_LATE
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private double count(String meter, String... tags) {
        return metrics.get(meter).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void countsByStageAndReason() {
        counts.in();
        counts.in();
        counts.out();
        counts.dropped(Reason.TOO_LATE);
        new StageCounts(metrics, "story").in();

        assertThat(count("tocsin.stage.in", "stage", "tag")).isEqualTo(2);
        assertThat(count("tocsin.stage.in", "stage", "story")).isEqualTo(1);
        assertThat(count("tocsin.stage.out", "stage", "tag")).isEqualTo(1);
        assertThat(count("tocsin.stage.dropped", "stage", "tag", "reason", "too-late"))
                .isEqualTo(1);
        assertThat(metrics.find("tocsin.stage.dropped").tag("reason", "empty").counter())
                .isNull();
    }

    @Test
    void aSecondCounterOfTheSameStageGoesOn() {
        counts.in();
        new StageCounts(metrics, "tag").in();

        assertThat(count("tocsin.stage.in")).isEqualTo(2);
    }

    @Test
    void nothingIsLostBetweenThreads() {
        IntStream.range(0, 8).parallel().forEach(thread -> {
            SplittableRandom random = new SplittableRandom(thread);
            for (int i = 0; i < 1000; i++) {
                counts.in();
                int fate = random.nextInt(3);
                if (fate == 0) {
                    counts.out();
                } else {
                    counts.dropped(List.of(Reason.values()).get(fate - 1));
                }
            }
        });

        assertThat(count("tocsin.stage.in")).isEqualTo(8000);
        assertThat(count("tocsin.stage.out") + count("tocsin.stage.dropped")).isEqualTo(8000);
    }
}
