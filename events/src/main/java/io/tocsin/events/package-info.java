/**
 * The contract: what travels on Tocsin's topics, one record per value type.
 *
 * <p>These records are a public interface. People we never meet consume them, so a field is only ever added, an
 * enum is open for its readers, and every version has a golden sample in the tests. Times are UTC with milliseconds,
 * countries ISO 3166-1 alpha-2 (and {@code XK}), languages BCP 47, topics IPTC Media Topic qcodes, families PLOVER's.
 * All types are immutable and safe for use by any thread.
 */
@NullMarked
package io.tocsin.events;

import org.jspecify.annotations.NullMarked;
