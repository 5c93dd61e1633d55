package io.tocsin.ingest.archive;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How fast an archive is replayed.
 *
 * @param factor event time that passes in one second of real time, in seconds; infinite for as fast as possible
 */
public record ReplaySpeed(double factor) {
    private static final Pattern TIMES = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*x?");

    /** As fast as the broker takes it. */
    public static final ReplaySpeed MAX = new ReplaySpeed(Double.POSITIVE_INFINITY);

    /** {@code max}, {@code 60x} or {@code 60}; null for anything else. */
    public static @Nullable ReplaySpeed parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.equals("max")) {
            return MAX;
        }
        Matcher times = TIMES.matcher(text);
        double factor = times.matches() ? Double.parseDouble(times.group(1)) : 0;
        return factor > 0 ? new ReplaySpeed(factor) : null;
    }

    /** The real time that a span of event time takes. */
    Duration real(Duration eventTime) {
        return Double.isInfinite(factor) ? Duration.ZERO : Duration.ofMillis((long) (eventTime.toMillis() / factor));
    }
}
