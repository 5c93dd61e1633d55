package io.tocsin.ingest.publish;

import java.time.Duration;

/**
 * How much is held while the broker does not answer, and for how long.
 *
 * @param maxRecords most records in flight
 * @param maxBytes most bytes of values in flight
 * @param hold how long a record is tried
 */
public record PublishLimits(int maxRecords, long maxBytes, Duration hold) {

    /** 10,000 records, 64 MB, 10 minutes. */
    public static PublishLimits defaults() {
        return new PublishLimits(10_000, 64L * 1024 * 1024, Duration.ofMinutes(10));
    }
}
