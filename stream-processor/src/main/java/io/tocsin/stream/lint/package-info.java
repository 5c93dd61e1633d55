/**
 * What may be wrong in dictionaries that can be read: one {@link io.tocsin.stream.lint.Check} a class, each over the
 * {@link io.tocsin.stream.lint.Entry entries} of all dictionaries, whatever file they stand in. What cannot be read at all,
 * such as an unknown topic or family, the dictionaries refuse themselves.
 */
@NullMarked
package io.tocsin.stream.lint;

import org.jspecify.annotations.NullMarked;
