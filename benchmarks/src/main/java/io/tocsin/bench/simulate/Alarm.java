package io.tocsin.bench.simulate;

import java.time.Instant;

/**
 * Somebody was rung.
 *
 * @param method the rule or the method of others that rang
 */
record Alarm(String method, Cell cell, Instant at) {}
