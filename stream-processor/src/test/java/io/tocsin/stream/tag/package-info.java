/** Tests of the whole tagger: the trap set, odd texts, and the same tags every time. */
@NullMarked
package io.tocsin.stream.tag;

import org.jspecify.annotations.NullMarked;
