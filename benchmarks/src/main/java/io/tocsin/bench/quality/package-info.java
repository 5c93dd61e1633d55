/**
 * Scores Tocsin on labelled sets: the tagger, the page reader and the feed reader, as the command line uses them.
 *
 * <p>{@link io.tocsin.bench.quality.Catalogue} lists the sets. Each is a {@link
 * io.tocsin.bench.quality.LabelledSet}: it says what is read of a row, and its {@link io.tocsin.bench.quality.Scorer}
 * compares that with the labels. {@link io.tocsin.bench.quality.Part} splits every set in two by a hash of the row: one
 * half may be looked at, the other is only ever counted. The measures ({@link io.tocsin.bench.quality.CodeScore}, {@link
 * io.tocsin.bench.quality.LabelScore}, {@link io.tocsin.bench.quality.Share}, {@link
 * io.tocsin.bench.quality.ShingleScore}) know nothing of sets.
 */
@NullMarked
package io.tocsin.bench.quality;

import org.jspecify.annotations.NullMarked;
