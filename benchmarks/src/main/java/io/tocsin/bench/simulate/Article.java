package io.tocsin.bench.simulate;

import java.time.Instant;

/**
 * An article as it leaves the story stage.
 *
 * @param copy whether it was recognised as a repetition of the story's text
 * @param escalation -10 to +10
 */
record Article(Instant at, Cell cell, Outlet outlet, String story, boolean copy, double escalation, String lexicon) {}
