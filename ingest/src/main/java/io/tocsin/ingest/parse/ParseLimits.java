package io.tocsin.ingest.parse;

import io.tocsin.ingest.parse.worker.WorkerLimits;
import java.time.Duration;

/**
 * What a parse may cost.
 *
 * @param maxBytes largest document
 * @param maxCharacters longest text; a document with more is refused, since no article has as much
 * @param deadline longest time for one document
 * @param maxHanging parses past their deadline that may still be running before no other is begun
 * @param workers of the processes in which dangerous formats are read
 */
public record ParseLimits(int maxBytes, int maxCharacters, Duration deadline, int maxHanging, WorkerLimits workers) {

    /** 20 MB, 4 million characters, 30 seconds, 8 hanging. */
    public static ParseLimits defaults() {
        return of(20 * 1024 * 1024, 4_000_000, Duration.ofSeconds(30));
    }

    /** With the default processes. */
    public static ParseLimits of(int maxBytes, int maxCharacters, Duration deadline) {
        return new ParseLimits(maxBytes, maxCharacters, deadline, 8, WorkerLimits.defaults());
    }
}
