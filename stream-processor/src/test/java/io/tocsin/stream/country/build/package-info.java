/** Tests of the builder of the dictionary files. */
@NullMarked
package io.tocsin.stream.country.build;

import org.jspecify.annotations.NullMarked;
