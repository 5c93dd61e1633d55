package io.tocsin.bench.simulate;

/**
 * A source of the simulated world.
 *
 * @param owner publisher family; some families have several outlets
 * @param country the country that it mostly writes about, or -1 for one that writes about all
 */
record Outlet(String id, String owner, int country) {}
