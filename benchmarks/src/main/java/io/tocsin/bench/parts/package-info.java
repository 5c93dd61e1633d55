/**
 * What each part of tagging takes, and what the search for phrases takes beside other libraries: {@code ./tocsin-bench
 * jmh}. Nothing here fails a build.
 */
@NullMarked
package io.tocsin.bench.parts;

import org.jspecify.annotations.NullMarked;
