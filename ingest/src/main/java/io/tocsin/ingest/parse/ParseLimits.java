package io.tocsin.ingest.parse;

import java.time.Duration;

/**
 * What a parse may cost.
 *
 * @param maxBytes largest document
 * @param maxCharacters longest text; a document with more is refused, since no article has as much
 * @param deadline longest time for one document
 * @param maxHanging parses past their deadline that may still be running before no other is begun
 */
public record ParseLimits(int maxBytes, int maxCharacters, Duration deadline, int maxHanging) {

    /** 20 MB, 4 million characters, 30 seconds, 8 hanging. */
    public static ParseLimits defaults() {
        return new ParseLimits(20 * 1024 * 1024, 4_000_000, Duration.ofSeconds(30), 8);
    }
}
