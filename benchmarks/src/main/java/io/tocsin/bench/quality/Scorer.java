package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Marks one part of a set, row by row. Not safe for use by several threads.
 *
 * @param <R> what was read of a row
 */
interface Scorer<R> {

    /** Counts a row; the miss if it was one. */
    Optional<Miss> mark(JsonNode row, R read);

    /** The figures of all rows so far, in the order in which they are shown. */
    List<Figure> figures();
}
