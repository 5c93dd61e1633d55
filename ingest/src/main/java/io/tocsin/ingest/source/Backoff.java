package io.tocsin.ingest.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next poll: the interval, doubled with each failure in a row, with jitter. Pure. */
final class Backoff {
    /** Failures after which the wait no longer doubles. */
    private static final int MOST_DOUBLINGS = 6;

    private static final Duration LONGEST = Duration.ofHours(6);

    private Backoff() {}

    /** A tenth more or less than what the failures ask for, so that sources that failed together do not come back together. */
    static Duration next(Duration interval, int failuresInARow, RandomGenerator random) {
        Duration wait = interval.multipliedBy(1L << Math.min(failuresInARow, MOST_DOUBLINGS));
        Duration longest = LONGEST.compareTo(interval) > 0 ? LONGEST : interval;
        Duration bounded = wait.compareTo(longest) > 0 ? longest : wait;
        double jitter = 0.9 + 0.2 * random.nextDouble();
        return Duration.ofMillis((long) (bounded.toMillis() * jitter));
    }
}
