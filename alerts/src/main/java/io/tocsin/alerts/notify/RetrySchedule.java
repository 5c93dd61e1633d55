package io.tocsin.alerts.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed delivery is tried again: after {@code first}, then four times as long each time up to {@code most}, give
 * or take a fifth; later when the receiver asks for it; and no more when the alert is older than {@code expiry}.
 */
public record RetrySchedule(Duration first, Duration most, Duration expiry) {
    private static final int FACTOR = 4;
    private static final int MAX_STEPS = 12;
    private static final double JITTER = 0.2;
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    /** 5 s, 20 s, 80 s, ... 30 min, for 24 h. */
    public static RetrySchedule standard() {
        return new RetrySchedule(Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofHours(24));
    }

    /**
     * How long to wait.
     *
     * @param attempt the one that failed, from 1
     * @param asked what the receiver asks for; obeyed up to an hour
     */
    Duration delay(int attempt, @Nullable Duration asked, RandomGenerator random) {
        double factor = Math.pow(FACTOR, Math.min(attempt - 1, MAX_STEPS));
        double millis = Math.min(first.toMillis() * factor, (double) most.toMillis());
        double jittered = millis * (1 - JITTER + 2 * JITTER * random.nextDouble());
        Duration own = Duration.ofMillis(Math.round(jittered));
        if (asked == null) {
            return own;
        }
        Duration obeyed = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return obeyed.compareTo(own) > 0 ? obeyed : own;
    }
}
