/**
 * Simulated news with a known truth, run through the classes that run live.
 *
 * <p>{@link io.tocsin.bench.simulate.World} says how much news there is where, {@link
 * io.tocsin.bench.simulate.NewsMaker} makes the articles, {@link io.tocsin.bench.simulate.RuleDesk} counts them and asks
 * the rules as the live stages do, {@link io.tocsin.bench.simulate.PeerDesk} asks the methods of others.
 */
@NullMarked
package io.tocsin.bench.simulate;

import org.jspecify.annotations.NullMarked;
