package io.tocsin.ingest.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is, and what it came to.
 *
 * @param read articles that were read
 * @param invalid lines that were none
 * @param acknowledged articles that the broker has
 * @param failed articles that it does not have and will not have
 * @param unordered articles that came later than the window allows and were published out of order
 * @param eventTime of the latest article that was published, or null before the first
 */
public record ReplayProgress(
        long read,
        long invalid,
        long acknowledged,
        long failed,
        long unordered,
        @Nullable Instant eventTime) {}
