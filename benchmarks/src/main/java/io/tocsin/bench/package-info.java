/**
 * How fast Tocsin is: {@code ./tocsin-bench throughput}. Timings on shared machines are noisy, so each figure stands
 * beside one of a plain job measured in the same run, and nothing here fails a build.
 */
@NullMarked
package io.tocsin.bench;

import org.jspecify.annotations.NullMarked;
