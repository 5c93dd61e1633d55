/**
 * How surprising the news of a country on a topic is.
 *
 * <p>{@link io.tocsin.stream.signal.CellCounts} keeps what one cell (country and topic) has seen, by the hour and by
 * the day; {@link io.tocsin.stream.signal.Baseline} is what is usual there; {@link
 * io.tocsin.stream.signal.SurpriseTest} says how improbable a count is; {@link io.tocsin.stream.signal.SignalMaker} puts
 * them together. All of it is pure: the time is an argument.
 */
@NullMarked
package io.tocsin.stream.signal;

import org.jspecify.annotations.NullMarked;
