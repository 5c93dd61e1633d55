/** Tests of the dictionaries' checks. */
@NullMarked
package io.tocsin.stream.lint;

import org.jspecify.annotations.NullMarked;
