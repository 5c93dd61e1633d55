package io.tocsin.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file of labelled rows and how they are read and scored.
 *
 * @param <R> what is read of a row
 */
sealed interface LabelledSet<R> permits TaggedSet, PageSet, FeedSet {

    /** As the command line names it. */
    String name();

    /** In the folder of sets, with slashes. */
    String file();

    /** What tells the row from others and decides its {@link Part}. */
    String identity(JsonNode row);

    /** What Tocsin reads of the row. Safe for use by any thread. */
    R read(JsonNode row);

    /** A fresh scorer for one part. */
    Scorer<R> scorer();
}
