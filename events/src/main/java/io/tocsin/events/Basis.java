package io.tocsin.events;

/**
 * What an expected number, its bound and its p-value are computed from: with it anybody can compute them anew. The
 * formulas are in {@code docs/why.md}.
 *
 * @param stories of the baseline's known days together
 * @param exposure of those days together; 1 is an ordinary day
 * @param tested exposure of the tested period
 * @param dispersion how much burstier than Poisson the baseline is, at least 1
 */
public record Basis(double stories, double exposure, double tested, double dispersion) {}
